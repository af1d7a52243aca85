import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { generate } from '../../src/codegen/generate';

/** The folder of the specs that the tests share. */
export const specs = path.join(__dirname, '../specs');

/** A function of generated code, whose types the test does not know. */
export type Callable = (...args: readonly unknown[]) => unknown;

/** The modules of a generated TypeScript runtime, loaded into this process. */
export interface GeneratedRuntime {
  /** The folder of the API. */
  readonly directory: string;
  readonly index: Readonly<Record<string, Callable>>;
  readonly testing: { readonly invoke: Readonly<Record<string, Callable>> };
}

const temporary: string[] = [];

afterAll(() => {
  for (const directory of temporary) rmSync(directory, { recursive: true, force: true });
});

/** Generates the packages of a spec into a folder that is removed after the tests of the file. */
export function generateSpec(spec: string, packages: { readonly infrastructure?: boolean } = {}): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));
  temporary.push(directory);
  generate({
    model: path.join(specs, spec),
    output: directory,
    cwd: specs,
    key: 'test',
    name: 'test',
    runtime: ['typescript'],
    handlers: [],
    infrastructure: packages.infrastructure === true ? ['typescript'] : [],
    documentation: [],
    library: [],
  });
  return directory;
}

/** Generates the runtime of a spec, bundles it, and loads it. */
export function loadRuntime(spec: string): GeneratedRuntime {
  return bundleRuntime(generateSpec(spec));
}

/** Bundles the runtime that was generated into a folder, and loads it. */
export function bundleRuntime(directory: string): GeneratedRuntime {
  const entry = path.join(directory, 'entry.ts');
  const source = path.join(directory, 'generated/runtime/typescript/esm');
  writeFileSync(
    entry,
    `export * as index from '${source}/index.js';\nexport * as testing from '${source}/testing.js';\n`,
  );
  const outfile = path.join(directory, 'runtime.cjs');
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  return { directory, ...(require(outfile) as Omit<GeneratedRuntime, 'directory'>) };
}

/** `sayHello` → `SayHello`, as the names of generated code have it. */
export function pascalCase(operation: string): string {
  return operation.charAt(0).toUpperCase() + operation.slice(1);
}
