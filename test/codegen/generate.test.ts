import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GenerateOptions, generate } from '../../src/codegen/generate';
import { withOperation, writeFiles } from '../support/model-files';

const nothing = { runtime: [], handlers: [], infrastructure: [], documentation: [], library: [] };

function generateIn(directory: string, options: Partial<GenerateOptions> = {}) {
  const output = path.join(directory, 'out');
  return generate({ ...nothing, model: 'api.yaml', cwd: directory, output, name: 'things', key: '', ...options });
}

test('every package goes into its folder', () => {
  const directory = writeFiles({ 'api.yaml': withOperation({ 'x-handler': { language: 'typescript' } }) });
  const { written } = generateIn(directory, {
    ...{ runtime: ['typescript'], handlers: ['typescript'], infrastructure: ['typescript'], documentation: ['html'] },
    bundle: 'model/.api.json',
  });
  const folders = new Set(written.map((file) => file.split('/').slice(0, 3).join('/')));
  expect([...folders].sort()).toEqual([
    'generated/documentation/html',
    'generated/infrastructure/typescript',
    'generated/runtime/typescript',
    'handlers/typescript/package.json',
    'handlers/typescript/src',
    'handlers/typescript/test',
    'handlers/typescript/tsconfig.json',
    'handlers/typescript/vitest.config.ts',
    'model/.api.json',
  ]);
});

test('a handler whose operation is gone stays, and is reported', () => {
  const handlers = ['typescript'] as const;
  const document = withOperation({ 'x-handler': { language: 'typescript' } });
  const directory = writeFiles({ 'api.yaml': document });
  generateIn(directory, { handlers });
  writeFileSync(path.join(directory, 'api.yaml'), JSON.stringify({ ...document, paths: {} }));
  const { diagnostics } = generateIn(directory, { handlers });
  expect(diagnostics.map(({ code, severity, place }) => [code, severity, place.file])).toEqual([
    ['orphaned-handler', 'warning', 'out/handlers/typescript/src/list-things.ts'],
    ['orphaned-handler', 'warning', 'out/handlers/typescript/test/list-things.test.ts'],
  ]);
  expect(existsSync(path.join(directory, 'out/handlers/typescript/src/list-things.ts'))).toBe(true);
});

test('the same model gives the same files', () => {
  const directory = writeFiles({ 'api.yaml': withOperation({ 'x-handler': { language: 'typescript' } }) });
  const options = { runtime: ['typescript'], infrastructure: ['typescript'], documentation: ['html'] } as const;
  expect(generateIn(directory, options).written.length).toBeGreaterThan(0);
  expect(generateIn(directory, options)).toMatchObject({ written: [], removed: [] });
});
