import path from 'node:path';
import { sourceFiles } from './source-files';

/** Which folders of src a folder may import; what is not listed here may import itself only. */
const zones: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  openapi: ['shared'],
  bundle: ['shared'],
  build: ['shared'],
  codegen: ['shared', 'openapi'],
  constructs: ['shared', 'openapi'],
  gateway: ['shared', 'openapi'],
  dev: ['shared', 'openapi', 'codegen', 'gateway', 'bundle', 'build'],
  project: ['shared'],
  cli: ['shared', 'openapi', 'codegen', 'gateway', 'bundle', 'build', 'dev'],
};

const files = sourceFiles('src', '.ts');

test.each(Object.keys(zones))('src/%s imports only what is below it', (zone) => {
  const wrong = files
    .filter((file) => zoneOf(file.path) === zone)
    .flatMap((file) => importsOf(file.text).map((to) => ({ from: file.path, to: resolve(file.path, to) })))
    .filter(({ to }) => to !== undefined && zoneOf(to) !== zone && !(zones[zone] ?? []).includes(zoneOf(to)));
  expect(wrong).toEqual([]);
});

test('every folder of src has a zone', () => {
  const folders = new Set(files.map((file) => zoneOf(file.path)).filter((zone) => zone !== 'index.ts'));
  expect([...folders].filter((folder) => !(folder in zones))).toEqual([]);
});

test('only constructs load the CDK, and only the project loads projen', () => {
  const wrong = files.filter(({ path: file, text }) => {
    const packages = importsOf(text).filter((name) => !name.startsWith('.'));
    const cdk = packages.some((name) => name === 'constructs' || name.startsWith('aws-cdk-lib'));
    const projen = packages.some((name) => name === 'projen' || name.startsWith('projen/'));
    return (cdk && zoneOf(file) !== 'constructs') || (projen && zoneOf(file) !== 'project');
  });
  expect(wrong.map((file) => file.path)).toEqual([]);
});

/** The public surface; jsii wants `export *` for what is in a submodule. */
const surfaces = ['src/index.ts', 'src/constructs/index.ts'];

test('no module exports all of an internal one', () => {
  const wrong = files.filter(({ path: file, text }) => !surfaces.includes(file) && /^export \* from/m.test(text));
  expect(wrong.map((file) => file.path)).toEqual([]);
});

function importsOf(text: string): string[] {
  const pattern = /(?:from|import|require)\s*\(?\s*'([^'\n]+)'/g;
  return [...text.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}

/** The file in src that a relative import names, without its ending; nothing for a package or for text of generated code. */
function resolve(from: string, to: string): string | undefined {
  if (!to.startsWith('.')) return undefined;
  const target = path.posix.join(path.posix.dirname(from), to);
  const known = files.some(({ path: file }) => file === `${target}.ts` || file === `${target}/index.ts`);
  return known ? target : undefined;
}

function zoneOf(file: string): string {
  return file.split('/')[1] ?? '';
}
