import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleRuntime, generateSpec } from '../../../support/generated-runtime';

const specs = [
  'no-schemas.yaml',
  'int64.yaml',
  'pagination.yaml',
  'read-only-write-only.yaml',
  'recursive-schema.yaml',
  'streaming.yaml',
];

/** The values that declarations promise, the index's own list of the support's among them. */
function declaredIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.d.ts') && !/^(?:support|interceptors|testing)\b/.test(file),
  );
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const own = texts.flatMap((text) => [...text.matchAll(/^export declare (?:function|class|const) ([\w$]+)/gm)]);
  const listed = texts.flatMap((text) => [...text.matchAll(/^export \{([^}]*)\} from/gm)]);
  const names = listed.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  const values = names.filter((name) => name !== '' && !name.startsWith('type '));
  return [...new Set([...own.map(([, name = '']) => name), ...values])].sort();
}

test.each(specs)('what is declared for %s is there, and nothing else', (spec) => {
  const directory = generateSpec(spec);
  const { index } = bundleRuntime(directory);
  expect(Object.keys(index).sort()).toEqual(declaredIn(path.join(directory, 'generated/runtime/typescript/types')));
});
