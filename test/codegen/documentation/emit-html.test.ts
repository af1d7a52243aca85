import { emitHtml } from '../../../src/codegen/documentation/html/emit-html';
import type { Service } from '../../../src/codegen/model/service';
import { emitInput } from '../../support/emit-input';
import { readGalaxy, readGitHub, readSpecs } from '../../support/read-spec';

function page(service: Service): string {
  const [file] = [...emitHtml(emitInput(service, { name: 'test' }))];
  if (file === undefined) throw new Error('no page was written');
  expect(file.path).toBe('index.html');
  return file.text;
}

/** Links of a page that lead nowhere on it. */
function brokenLinks(text: string): string[] {
  const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  return [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id ?? '').filter((id) => !ids.has(id));
}

function duplicateIds(text: string): string[] {
  const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Elements that are opened and not closed, or the other way round. */
function unbalanced(text: string): string[] {
  const body = text.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
  const open: string[] = [];
  for (const [, close, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'input', 'br', 'link'].includes(name)) continue;
    if (close === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [`</${name}> closes <${open.at(-1)}>`];
  }
  return open;
}

test.each([...readSpecs(), ['galaxy', readGalaxy()] as const])('the page of %s is sound', (_, { service }) => {
  const text = page(service);
  expect(brokenLinks(text)).toEqual([]);
  expect(duplicateIds(text)).toEqual([]);
  expect(unbalanced(text)).toEqual([]);
});

test('the page needs nothing but itself', () => {
  const text = page(readGalaxy().service);
  expect(text).not.toMatch(/<(link|img|iframe|script [^>]*src)/);
  expect(text).not.toMatch(/@import|url\(/);
});

test('every operation, parameter and schema is on it', () => {
  const { service } = readGalaxy();
  const text = page(service);
  for (const { id, path } of service.operations) {
    expect(text).toContain(`id="op-${id}"`);
    expect(text).toContain(`data-path="${path}"`);
  }
  for (const name of service.shapes.keys()) expect(text).toContain(`<h3>${name}</h3>`);
});

test('says how one gets from page to page', () => {
  const text = page(readSpecs().get('pagination')?.service as Service);
  expect(text).toContain(
    '<code>page.next</code> of a page asks for the next, as <code>page-token</code> of its request',
  );
  expect(text).toContain('<code>X-Next</code> of a page asks for the next, as <code>cursor</code> of its request');
});

test('texts of the model cannot become markup', () => {
  const evil = '"><script>alert(1)</script>';
  const service: Service = {
    title: evil,
    version: evil,
    description: evil,
    operations: [
      {
        id: 'evil',
        method: 'get',
        path: `/${evil}`,
        tags: [evil],
        summary: evil,
        description: evil,
        parameters: [],
        responses: [{ status: 200, description: evil, headers: [], contents: [], pointer: '' }],
        pointer: '',
      },
    ],
    shapes: new Map([[evil, { name: evil, shape: { kind: 'enum', values: [evil], description: evil }, pointer: '' }]]),
  };
  expect(page(service)).not.toContain('<script>alert');
});

test('the page of the API of GitHub is of a size that browsers show at once', () => {
  expect(page(readGitHub().service).length).toBeLessThan(12_000_000);
});
