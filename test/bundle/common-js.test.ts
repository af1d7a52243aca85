import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeCommonJs } from '../../src/bundle/common-js';
import { type Callable, generateSpec } from '../support/generated-runtime';

/** Generates a runtime, and makes its copy in CommonJS. */
async function runtimeOf(spec: string): Promise<string> {
  const runtime = path.join(generateSpec(spec), 'generated/runtime/typescript');
  mkdirSync(path.join(runtime, 'node_modules'));
  symlinkSync(path.resolve('node_modules/esbuild'), path.join(runtime, 'node_modules/esbuild'), 'junction');
  await writeCommonJs(runtime);
  return runtime;
}

/** Loads modules of the copy. */
async function load(spec: string, modules: readonly string[]): Promise<Readonly<Record<string, Callable>>[]> {
  const runtime = await runtimeOf(spec);
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

test('what the runtime has no longer is not in the copy either', async () => {
  const runtime = await runtimeOf('recursive-schema.yaml');
  writeFileSync(path.join(runtime, 'cjs/operations/gone.js'), '');
  await writeCommonJs(runtime);
  expect(existsSync(path.join(runtime, 'cjs/operations/gone.js'))).toBe(false);
  expect(existsSync(path.join(runtime, 'cjs/index.js'))).toBe(true);
});

test('without esbuild, it is said what to install', async () => {
  const runtime = path.join(generateSpec('recursive-schema.yaml'), 'generated/runtime/typescript');
  writeFileSync(path.join(runtime, 'package.json'), '{}');
  await expect(writeCommonJs(runtime)).rejects.toThrow("run 'npm install --save-dev esbuild'");
});
