import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from '../../src/codegen/generate';
import { temporaryWorkspace } from '../support/generated-packages';
import { specs } from '../support/generated-runtime';
import { compilerOptions } from './compiler-options';
import { documents, locate } from './documents';
import { installedPackage } from './npm-packages';

/** The oldest that is supported, the last before the jump, the one of this repository, and the native one. */
const versions = ['5.5', '5.9', '6.0', '7.0'];

/** Telling APIs, by the names that their packages have. */
const models: ReadonlyMap<string, string> = new Map([
  ['pets', path.join(specs, 'one-of-discriminator.yaml')],
  ['streams', path.join(specs, 'streaming.yaml')],
  ['uploads', path.join(specs, 'multipart-form-data.yaml')],
  ['trees', path.join(specs, 'recursive-schema.yaml')],
  ['views', path.join(specs, 'read-only-write-only.yaml')],
  ['keywords', path.join(specs, 'reserved-property-names.yaml')],
  ['hostile', path.resolve(__dirname, '../codegen/languages/typescript/hostile-names.yaml')],
  ...documents.filter(({ name }) => name === 'galaxy').map((document) => [document.name, locate(document)] as const),
]);

let directory: string;

beforeAll(() => {
  directory = temporaryWorkspace();
  for (const [name, model] of models) generateRuntime(name, model);
  writeConsumers();
});

afterAll(() => rmSync(directory, { recursive: true }));

function generateRuntime(name: string, model: string): void {
  const output = path.join(directory, name);
  const nothing = { handlers: [], infrastructure: [], documentation: [], library: [] };
  generate({ model, output, cwd: directory, key: '', name, runtime: ['typescript'], ...nothing });
  const modules = path.join(directory, 'consumers/node_modules');
  mkdirSync(modules, { recursive: true });
  symlinkSync(packageOf(name), path.join(modules, `${name}-typescript-runtime`), 'junction');
}

function packageOf(name: string): string {
  return path.join(directory, name, 'generated/runtime/typescript');
}

/** Programs that import every package: as an ES module, and as CommonJS. */
function writeConsumers(): void {
  const names = [...models.keys()];
  const importsOf = (write: (name: string, module: string) => string) =>
    names.flatMap((name) => [
      write(name, `${name}-typescript-runtime`),
      write(`${name}Testing`, `${name}-typescript-runtime/testing`),
    ]);
  writeConsumer('esm', 'module', [
    ...importsOf((name, module) => `import * as ${name} from '${module}';`),
    `import type { Cat } from 'pets-typescript-runtime';`,
  ]);
  writeConsumer('cjs', 'commonjs', [
    ...importsOf((name, module) => `import ${name} = require('${module}');`),
    'type Cat = pets.Cat;',
  ]);
  writeConfig(
    path.join(directory, 'declarations'),
    names.map((name) => `../${name}/generated/runtime/typescript/types/*.d.ts`),
    false,
  );
}

function writeConsumer(name: string, type: string, imports: readonly string[]): void {
  const folder = path.join(directory, 'consumers', name);
  const used = [...models.keys()].flatMap((api) => [api, `${api}Testing`]);
  const text = [...imports, `void [${used.join(', ')}];`, program, type === 'module' ? '' : 'export = main;', ''];
  writeConfig(folder, ['main.ts']);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type }));
  writeFileSync(path.join(folder, 'main.ts'), text.join('\n'));
}

/** What a program does: calls, tells alternatives apart, and handles; each line with an error expects one. */
const program = `
async function main(client: pets.Client): Promise<string | number> {
  const pet = await pets.createPet(client, { body: { kind: 'cat', lives: 9 } });
  // @ts-expect-error a dog has a breed
  await pets.createPet(client, { body: { kind: 'dog', lives: 9 } });
  return pet.kind === 'cat' ? pet.lives : pet.breed;
}

const cat: Cat = { kind: 'cat', lives: 9 };
const handler = pets.createPetHandler(async ({ input }) =>
  input.body.kind === 'cat' ? pets.Response.success(input.body) : pets.Response.success(cat),
);
void petsTesting.invoke.createPet(handler, { body: cat }).then(({ status }) => status satisfies 200);
void main;
`;

function writeConfig(folder: string, include: readonly string[], skipLibCheck = true): void {
  mkdirSync(folder, { recursive: true });
  const options = { ...compilerOptions, module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include }));
}

function run(tsc: string, argv: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [tsc, ...argv], { encoding: 'utf8', cwd: directory });
  return stdout + stderr + (error?.message ?? '');
}

/** The compiler of a version; nothing, and a word about it, where it does not run. With CI=true it has to. */
function compilerOf(version: string): string | undefined {
  try {
    const tsc = path.join(installedPackage(`typescript@${version}`), 'bin/tsc');
    const said = run(tsc, ['--version']);
    if (!said.includes(`Version ${version}.`)) throw new Error(said);
    return tsc;
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    process.stderr.write(`SKIPPED TypeScript ${version}, which does not run here: ${String(error)}\n`);
    return undefined;
  }
}

describe.each(versions)('TypeScript %s', (version) => {
  let tsc: string | undefined;

  beforeAll(() => {
    tsc = compilerOf(version);
  });

  test.each(['esm', 'cjs'])('a project of %s compiles', (consumer) => {
    if (tsc !== undefined) expect(run(tsc, ['-p', `consumers/${consumer}`])).toBe('');
  });

  test('the declarations compile', () => {
    if (tsc !== undefined) expect(run(tsc, ['-p', 'declarations'])).toBe('');
  });
});
