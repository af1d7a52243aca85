import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../architecture/source-files';
import { readPages } from './support/markdown';

test.each(readPages())('the links of $file lead somewhere', ({ file, text }) => {
  const broken = linksOf(text).filter((link) => !isThere(file, link));
  expect(broken).toEqual([]);
});

/** The links of a page within this repository. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => (/^[a-z]+:/.test(link) ? [] : [link]));
}

function isThere(page: string, link: string): boolean {
  const [name = '', anchor] = link.split('#');
  const target = name === '' ? page : path.posix.join(path.posix.dirname(page), name);
  const file = path.join(repository, target);
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(readFileSync(file, 'utf8')).has(anchor);
}

/** The anchors that a page's headings get where the repository is hosted. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading)));
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
