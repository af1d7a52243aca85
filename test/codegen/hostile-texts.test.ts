import ts from 'typescript';
import { emitHostile } from '../support/hostile-texts';

const files = emitHostile();
const ending = (...endings: readonly string[]) =>
  files.filter(({ path }) => endings.some((each) => path.endsWith(each)));

test('texts are in all that is generated', () => {
  const kinds = new Set(
    files.filter(({ plain }) => plain.includes('A text.')).map(({ path }) => path.split('.').at(-1)),
  );
  expect([...kinds].sort()).toEqual(['html', 'java', 'json', 'py', 'ts']);
});

test('no character is left that changes the direction of text or cannot be seen', () => {
  // Words may need joiners, HTML has no lines, and what JSON has is what the model has.
  const allowed = (path: string) =>
    path.endsWith('.html') ? /[\n\r\t\u2028\u2029]|\u200c|\u200d/g : /[\n\t]|\u200c|\u200d/g;
  const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
  const found = files.filter(
    ({ path, hostile }) => !path.endsWith('.json') && unseen.test(hostile.replace(allowed(path), '')),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('TypeScript is the same but for its comments', () => {
  const all = ending('.ts');
  expect(all.length).toBeGreaterThan(100);
  for (const { path, plain, hostile } of all)
    expect({ path, code: stripped(hostile) }).toEqual({ path, code: stripped(plain) });
});

test('Java is the same but for its comments', () => {
  const all = ending('.java');
  expect(all.length).toBeGreaterThan(10);
  for (const { path, plain, hostile } of all) {
    expect({ path, code: withoutComments(hostile) }).toEqual({ path, code: withoutComments(plain) });
  }
});

test('data is data', () => {
  for (const { hostile } of ending('.json')) expect(() => JSON.parse(hostile)).not.toThrow();
  const others = files.filter(({ path }) => !/\.(?:ts|java|py|html|json)$/.test(path));
  for (const { path, plain, hostile } of others) expect({ path, text: hostile }).toEqual({ path, text: plain });
});

test('the page has no element and no attribute that a text brings along', () => {
  for (const { plain, hostile } of ending('.html')) {
    const [tags, expected] = [hostile, plain].map((page) => page.match(/<[a-z][^>]*>/gi) ?? []);
    const scripts = (all: readonly string[] = []) => all.filter((tag) => /^<(?:script|img|style|iframe)\b/i.test(tag));
    expect(scripts(tags)).toEqual(scripts(expected));
    expect(
      tags?.filter((tag) =>
        /\bon\w+=|javascript:/i.test(tag.replace(/"[^"]*"/g, (value) => value.replace(/\bon\w+=/g, ''))),
      ),
    ).toEqual([]);
  }
});

const printer = ts.createPrinter({ removeComments: true });

function stripped(text: string): string {
  return printer.printFile(ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022));
}

/** Java as its compiler sees it: escapes of characters are read before comments are. */
function withoutComments(text: string): string {
  const read = text.replace(/(?<!\\)((?:\\\\)*)\\u+([\da-f]{4})/gi, (_, before: string, hex: string) => {
    return before + String.fromCharCode(Number.parseInt(hex, 16));
  });
  const token = /"""[\s\S]*?(?<!\\)"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+/g;
  return read.replace(token, (each) => (each.startsWith('/') ? '' : /^\s/.test(each) ? ' ' : each)).replace(/ +/g, ' ');
}
