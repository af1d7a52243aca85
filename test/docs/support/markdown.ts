import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../architecture/source-files';

/** A fenced block of a page. */
export interface Snippet {
  /** The page, relative to the repository. */
  readonly page: string;
  /** The line of the page that the first line of the block is. */
  readonly line: number;
  /** Such as `ts`. */
  readonly language: string;
  readonly text: string;
  /** The file that a comment in the first line names, such as `app/src/main.ts` or `app/app.py`. */
  readonly path?: string;
}

/** A page of the user guide. */
export interface Page {
  /** Relative to the repository, such as `docs/model.md`. */
  readonly file: string;
  readonly text: string;
  readonly snippets: readonly Snippet[];
}

/** The README and every page of the user guide. */
export function readPages(): Page[] {
  const names = readdirSync(path.join(repository, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...names.sort().map((name) => `docs/${name}`)].map((file) =>
    toPage(file, readFileSync(path.join(repository, file), 'utf8')),
  );
}

/** A page with the blocks in it. */
export function toPage(file: string, text: string): Page {
  const snippets: Snippet[] = [];
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(\w*)/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === undefined) open = { language: fence[1] ?? '', line: index + 2, lines: [] };
    else {
      snippets.push(toSnippet(file, open));
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${file}:${open.line - 1} opens a block that nothing closes`);
  return { file, text, snippets };
}

function toSnippet(
  page: string,
  { language, line, lines }: { readonly language: string; readonly line: number; readonly lines: readonly string[] },
): Snippet {
  const named = /^(?:\/\/|#) ((?:[\w.-]+\/)*[\w.-]+\.(?:ts|tsx|yaml|py|java))(?::|$)/.exec(lines[0] ?? '')?.[1];
  return { page, line, language, text: lines.join('\n'), ...(named === undefined ? {} : { path: named }) };
}
