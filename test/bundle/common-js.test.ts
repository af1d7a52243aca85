import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeCommonJs } from '../../src/bundle/common-js';
import { type Callable, generateSpec } from '../support/generated-runtime';

/** Loads a module of the CommonJS copy that the build of a generated runtime makes. */
async function load(spec: string, modules: readonly string[]): Promise<Readonly<Record<string, Callable>>[]> {
  const runtime = path.join(generateSpec(spec), 'generated/runtime/typescript');
  mkdirSync(path.join(runtime, 'node_modules'));
  symlinkSync(path.resolve('node_modules/esbuild'), path.join(runtime, 'node_modules/esbuild'), 'junction');
  await writeCommonJs(runtime);
  return modules.map((module) => require(path.join(runtime, 'cjs', module)));
}

test('the copy of a runtime in CommonJS has what the ES modules have, and works', async () => {
  const [index, testing] = await load('multiple-content-types.yaml', ['index', 'testing']);
  expect(Object.keys(index ?? {})).toEqual(expect.arrayContaining(['createClient', 'handlerRouter', 'Response']));
  expect(testing).toHaveProperty('invoke');
});

test('schemas that refer to each other in circles are no problem', async () => {
  const [index] = await load('recursive-schema.yaml', ['index']);
  const report: unknown[] = [];
  index?.validateNode?.({ children: [{}] }, '', report);
  expect(report).not.toEqual([]);
});

test('without esbuild, it is said what to install', async () => {
  const runtime = path.join(generateSpec('recursive-schema.yaml'), 'generated/runtime/typescript');
  writeFileSync(path.join(runtime, 'package.json'), '{}');
  await expect(writeCommonJs(runtime)).rejects.toThrow("run 'npm install --save-dev esbuild'");
});
