import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { buildSync } from 'esbuild';
import { compilerOptions } from '../../../corpus/compiler-options';
import { checkRuntimes } from '../../../support/check-runtimes';
import { handled, temporaryWorkspace, writePackages } from '../../../support/generated-packages';
import { type ReadSpec, readGalaxy, readGitHub, readSpec, readSpecs } from '../../../support/read-spec';

const repository = path.resolve(__dirname, '..', '..', '..', '..');
const constructs = path.join(repository, 'lib', 'constructs', 'index.d.ts');
const resolution = { module: 'preserve', moduleResolution: 'bundler' };

let directory: string;

beforeEach(() => {
  if (!existsSync(constructs)) throw new Error("the constructs are not compiled: run 'npx projen compile' first");
  directory = temporaryWorkspace();
});

afterEach(() => rmSync(directory, { recursive: true }));

/** Writes the packages of several APIs and has the compiler look at all of them at once. */
function compile(specs: ReadonlyMap<string, ReadSpec>): string {
  const paths: Record<string, string[]> = { 'type-safe-api-project/lib/constructs': [constructs] };
  for (const [name, spec] of specs) {
    writePackages(spec, name, path.join(directory, name));
    const runtime = `./${name}/generated/runtime/typescript/types`;
    paths[`${name}-typescript-runtime`] = [`${runtime}/index.d.ts`];
    paths[`${name}-typescript-runtime/testing`] = [`${runtime}/testing.d.ts`];
  }
  writeFileSync(path.join(directory, 'vitest.d.ts'), globals);
  const include = [
    'vitest.d.ts',
    '*/generated/infrastructure/**/src/**/*.ts',
    '*/handlers/typescript/src',
    '*/handlers/typescript/test',
  ];
  writeFileSync(
    path.join(directory, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...resolution, paths }, include }),
  );
  const tsc = require.resolve('typescript/bin/tsc');
  const result = spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' });
  const runtimes = [...specs.keys()].map((name) => `${name}/generated/runtime/typescript`);
  return result.stdout + result.stderr + checkRuntimes(directory, runtimes);
}

/** What vitest makes global, as far as stubs use it. */
const globals = `
declare function test(name: string, body: () => unknown): void;
declare function expect(value: unknown): { toMatchObject(value: object): void; toBe(value: unknown): void };
`;

const stubBodies = readSpec(path.join(__dirname, 'stub-bodies.yaml'));
if (stubBodies === undefined) throw new Error('stub-bodies.yaml has errors');

const specs = new Map(
  [...readSpecs(), ['galaxy', readGalaxy()] as const, ['stub-bodies', stubBodies] as const].map(([name, spec]) => [
    name,
    withHandlers(spec),
  ]),
);

function withHandlers(spec: ReadSpec, everyNth = 1): ReadSpec {
  return { ...spec, service: handled(spec.service, everyNth) };
}

test('runtime, infrastructure, stubs and their tests compile under strict for every spec', () => {
  expect(compile(specs)).toBe('');
});

test('so do those of the API of GitHub, with a handler for every tenth operation', () => {
  expect(compile(new Map([['github', withHandlers(readGitHub(), 10)]]))).toBe('');
});

test.each([...specs])('the tests of the stubs of %s pass', async (name, spec) => {
  writePackages(spec, name, directory);
  const folder = path.join(directory, 'handlers', 'typescript', 'test');
  if (!existsSync(folder)) return;
  const runtime = path.join(directory, 'generated', 'runtime', 'typescript', 'esm');
  const outfile = path.join(directory, 'tests.cjs');
  const imports = readdirSync(folder).map((file) => `import './handlers/typescript/test/${file}';`);
  buildSync({
    stdin: { contents: imports.join('\n'), resolveDir: directory },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: {
      [`${name}-typescript-runtime/testing`]: path.join(runtime, 'testing.js'),
      [`${name}-typescript-runtime`]: path.join(runtime, 'index.js'),
    },
  });
  const found: (() => unknown)[] = [];
  const itself = globalThis.test;
  const silenced = jest.spyOn(console, 'error').mockImplementation();
  globalThis.test = ((_: string, body: () => unknown) => found.push(body)) as unknown as jest.It;
  try {
    require(outfile);
    for (const body of found) await body();
  } finally {
    globalThis.test = itself;
    silenced.mockRestore();
  }
  expect(found).toHaveLength(spec.service.operations.length);
});
