import ts from 'typescript';
import { type SourceFile, sourceFiles } from './source-files';

const sources = [...sourceFiles('src', '.ts'), ...sourceFiles('assets', '.ts', '.mjs')];
const tests = sourceFiles('test', '.ts');

test('no file is longer than 400 lines', () => {
  const long = [...sources, ...tests]
    .filter(({ lines }) => lines.length > 401)
    .map(({ path, lines }) => `${path} ${lines.length}`);
  expect(long).toEqual([]);
});

test('the median source file has at most 100 lines', () => {
  const lengths = sources.map(({ lines }) => lines.length).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
});

test('no function is longer than 60 lines', () => {
  expect(sources.flatMap(functionsOf).filter(({ lines }) => lines > 60)).toEqual([]);
});

test('nothing is typed any', () => {
  const pattern = /(?::|\bas|<) ?any\b/;
  const wrong = sources.flatMap(({ path, lines }) =>
    lines.filter((line) => pattern.test(line) && !isComment(line)).map((line) => `${path}: ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});

test('nothing is left for later, and no test is skipped without a reason', () => {
  const marks = /\b(?:TODO|FIXME|XXX|HACK)\b/;
  const skips = /(?<![.\w])(?:it|test|describe)\.(?:skip|only|todo)\b/;
  const wrong = [...sources, ...tests]
    .filter(({ path }) => path !== 'test/architecture/sizes.test.ts')
    .flatMap(({ path, lines }) =>
      lines.filter((line) => marks.test(line) || skips.test(line)).map((line) => `${path}: ${line.trim()}`),
    );
  expect(wrong).toEqual([]);
});

function isComment(line: string): boolean {
  return /^\s*(?:\*|\/\/|\/\*)/.test(line);
}

/** Functions with a body, and how many lines they take. */
function functionsOf(file: SourceFile): { readonly where: string; readonly lines: number }[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const found: { where: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = tree.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ where: `${file.path}:${first + 1}`, lines: last - first + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
