import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { javascript } from 'projen';
import { TypeSafeApiProject } from '../../src/project/type-safe-api-project';
import type { Workspace } from '../../src/shared/workspace';
import { emptyFolder, removeFolders, synthesize } from './synthesize';

interface PackageJson {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: object;
}

interface Tasks {
  readonly tasks: Readonly<
    Record<string, { readonly steps?: readonly { readonly execArgs?: readonly string[]; readonly exec?: string }[] }>
  >;
}

const packages = [
  'model',
  'generated/runtime/typescript',
  'handlers/typescript',
  'generated/infrastructure/typescript',
  'app',
];

afterEach(removeFolders);

test('a name alone gives a workspace with one package.json for each package', () => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() }));
  expect(written.json<PackageJson>('package.json').workspaces).toEqual(packages);
  expect(packages.map((folder) => written.json<PackageJson>(`${folder}/package.json`).name)).toEqual([
    'pets-model',
    'pets-typescript-runtime',
    'pets-typescript-handlers',
    'pets-typescript-infra',
    'pets-app',
  ]);
});

test('packages have nothing that their workspace has', () => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() }));
  for (const folder of packages) {
    expect(written.json<PackageJson>(`${folder}/package.json`).scripts).toBeUndefined();
    for (const file of ['.gitignore', '.gitattributes', '.projen', 'package-lock.json']) {
      expect(written.exists(`${folder}/${file}`)).toBe(false);
    }
  }
});

test('no version is left open, but for those that projen fills in with what is installed', () => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() }));
  const open = ['.', ...packages].flatMap((folder) => {
    const { dependencies = {}, devDependencies = {} } = written.json<PackageJson>(`${folder}/package.json`);
    return Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, range]) =>
      range === '*' ? [name] : [],
    );
  });
  expect(open).toEqual(['projen', 'type-safe-api-project']);
});

test('tasks run Node, and no shell', () => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() }));
  const { tasks } = written.json<Tasks>('.projen/tasks.json');
  const names = ['default', 'compile', 'test', 'package', 'generate', 'dev', 'synth', 'deploy', 'diff'];
  const commands = names
    .flatMap((name) => tasks[name]?.steps ?? [])
    .flatMap(({ execArgs }) => (execArgs === undefined ? [] : [execArgs[0]]));
  expect(commands).toEqual(names.map(() => 'node'));
  expect(Object.values(tasks).flatMap(({ steps = [] }) => steps.map(({ exec }) => exec))).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/&&|\||;/)]),
  );
});

test('the command line finds what there is to build', () => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() }));
  const workspace = written.json<Workspace>('.projen/type-safe-api.json');
  expect(workspace).toMatchObject({
    name: 'pets',
    model: { file: 'model/src/main.yaml', bundle: 'model/.api.json' },
    runtime: ['typescript'],
    documentation: ['html'],
    app: { directory: 'app' },
  });
  expect(workspace.steps.map(({ name }) => name)).toEqual([
    'generate',
    'commonjs',
    'compile',
    'bundle:typescript',
    'test:typescript',
    'synth',
  ]);
});

test('generated code stays out of git, and what a fresh clone needs to install does not', () => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() }));
  const ignored = written.text('.gitignore').split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['/generated/runtime/typescript/esm/', '/model/.api.json', '.type-safe-api/']),
  );
  expect(ignored).not.toContain('/generated/');
});

test('generated code is committed on demand, and marked for reviews', () => {
  const written = synthesize(
    new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), commitGeneratedCode: true }),
  );
  expect(written.text('.gitignore').split('\n')).not.toContain('/generated/runtime/typescript/esm/');
  expect(written.text('.gitattributes')).toContain('/generated/** linguist-generated');
});

test('the sample is made out to the project', () => {
  const written = synthesize(new TypeSafeApiProject({ name: '@acme/pet-shop', outdir: emptyFolder() }));
  expect(written.text('model/src/main.yaml')).toContain('title: Pet Shop\n');
  expect(written.text('app/src/main.ts')).toContain("from '@acme/pet-shop-typescript-infra'");
  expect(written.text('app/src/main.ts')).toContain("new ApiStack(new App(), 'PetShop')");
  const options = { name: 'pets', model: { options: { openapi: { title: 'All Pets' } } }, outdir: emptyFolder() };
  expect(synthesize(new TypeSafeApiProject(options)).text('model/src/main.yaml')).toContain('title: All Pets\n');
});

test('what the user wrote is never changed, and no sample is put beside it', () => {
  const outdir = emptyFolder();
  mkdirSync(path.join(outdir, 'model/src'), { recursive: true });
  writeFileSync(path.join(outdir, 'model/src/main.yaml'), 'mine');
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir }));
  expect(written.text('model/src/main.yaml')).toBe('mine');
  expect(written.exists('model/src/pets.yaml')).toBe(false);
  writeFileSync(path.join(outdir, 'app/src/main.ts'), 'mine');
  rmSync(path.join(outdir, 'README.md'));
  expect(synthesize(new TypeSafeApiProject({ name: 'pets', outdir })).text('app/src/main.ts')).toBe('mine');
});

test('without an app there is nothing to synthesize', () => {
  const project = new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), app: false });
  const written = synthesize(project);
  expect(project.app).toEqual({});
  expect(written.exists('app')).toBe(false);
  expect(written.json<Workspace>('.projen/type-safe-api.json').steps.map(({ name }) => name)).not.toContain('synth');
  expect(Object.keys(written.json<Tasks>('.projen/tasks.json').tasks)).not.toContain('deploy');
  const readme = written.text('README.md');
  for (const gone of ['projen dev', 'projen deploy', 'app/', 'localhost', 'synthesizes', '<!--'])
    expect(readme).not.toContain(gone);
  expect(readme).toContain('1. Write it into the model.');
});

test('the page of a workspace with an app tells of it', () => {
  const readme = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder() })).text('README.md');
  for (const there of ['projen dev', 'projen deploy', '`app/`']) expect(readme).toContain(there);
  expect(readme).not.toContain('<!--');
});

test.each([
  javascript.NodePackageManager.NPM,
  javascript.NodePackageManager.PNPM,
  javascript.NodePackageManager.YARN_CLASSIC,
  javascript.NodePackageManager.YARN_BERRY,
])('a workspace can be one of %s', (packageManager) => {
  const written = synthesize(new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), packageManager }));
  expect(written.json<PackageJson>('app/package.json').dependencies).toHaveProperty('pets-typescript-infra');
});

test('pnpm gets its own file of workspaces, and packages depend on each other by its protocol', () => {
  const options = { name: 'pets', outdir: emptyFolder(), packageManager: javascript.NodePackageManager.PNPM };
  const written = synthesize(new TypeSafeApiProject(options));
  expect(written.text('pnpm-workspace.yaml')).toContain('  - generated/runtime/typescript\n');
  expect(written.json<PackageJson>('package.json').workspaces).toBeUndefined();
  expect(written.json<PackageJson>('app/package.json').dependencies).toMatchObject({
    'pets-typescript-infra': 'workspace:*',
  });
});

test('dependencies are added by options and by members alike', () => {
  const project = new TypeSafeApiProject({
    name: 'pets',
    outdir: emptyFolder(),
    handlers: { options: { typescript: { deps: ['nanoid@^5'] } } },
  });
  project.runtime.typescript?.package.addDeps('ms@^2');
  const written = synthesize(project);
  expect(written.json<PackageJson>('handlers/typescript/package.json').dependencies).toMatchObject({ nanoid: '^5' });
  expect(written.json<PackageJson>('generated/runtime/typescript/package.json').dependencies).toEqual({ ms: '^2' });
});

test('members name the packages', () => {
  const { model, runtime, handlers, infrastructure, documentation, all } = new TypeSafeApiProject({
    name: 'pets',
    outdir: emptyFolder(),
  });
  expect(runtime.typescript?.package.packageName).toBe('pets-typescript-runtime');
  expect(handlers.typescript?.package.packageName).toBe('pets-typescript-handlers');
  expect(infrastructure.typescript?.package.packageName).toBe('pets-typescript-infra');
  expect(model).toMatchObject({ apiName: 'pets', specFile: 'model/src/main.yaml', parsedSpecFile: 'model/.api.json' });
  expect(documentation.html).toBe('generated/documentation/html');
  expect(all.projects).toHaveLength(5);
});

test('projen runs the definition without a pass of the compiler', () => {
  const outdir = emptyFolder();
  synthesize(new TypeSafeApiProject({ name: 'pets', outdir }));
  const { tasks }: Tasks = JSON.parse(readFileSync(path.join(outdir, '.projen/tasks.json'), 'utf8'));
  expect(tasks.default?.steps).toEqual([{ execArgs: ['node', '--import', 'tsx', '.projenrc.ts'] }]);
});
