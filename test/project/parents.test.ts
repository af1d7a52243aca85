import { NxMonorepoProject } from '@aws-prototyping-sdk/nx-monorepo';
import { javascript, Project, typescript } from 'projen';
import { TypeSafeApiProject } from '../../src/project/type-safe-api-project';
import type { Workspace } from '../../src/shared/workspace';
import { emptyFolder, removeFolders, synthesize, type Written } from './synthesize';

const { NPM, PNPM } = javascript.NodePackageManager;

interface ProjectJson {
  readonly name: string;
  readonly implicitDependencies?: readonly string[];
  readonly targets: Readonly<Record<string, Target>>;
}

interface Target {
  readonly executor: string;
  readonly options?: { readonly command: string; readonly cwd: string };
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

const folders = ['model', 'generated/runtime/typescript', 'handlers/typescript', 'generated/infrastructure/typescript'];

afterEach(removeFolders);

describe('a monorepo with a graph', () => {
  function monorepo(): NxMonorepoProject {
    return new NxMonorepoProject({
      name: 'shop',
      defaultReleaseBranch: 'main',
      packageManager: NPM as never,
      outdir: emptyFolder(),
      eslint: false,
    });
  }

  test('sees each package, after what it depends on', () => {
    const parent = monorepo();
    new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets', app: true });
    const written = synthesize(parent);
    const dependencies = (folder: string) =>
      written.json<ProjectJson>(`packages/pets/${folder}/project.json`).implicitDependencies;
    expect([...folders, 'app'].map(dependencies)).toEqual([
      undefined,
      ['pets-model'],
      ['pets-model', 'pets-typescript-runtime'],
      ['pets-model', 'pets-typescript-runtime', 'pets-typescript-handlers'],
      ['pets-typescript-infra', 'pets-typescript-handlers'],
    ]);
    expect(written.json<{ workspaces: { packages: string[] } }>('package.json').workspaces.packages).toEqual(
      expect.arrayContaining(folders.map((folder) => `packages/pets/${folder}`)),
    );
  });

  test('builds each package by one command, whose results it can keep', () => {
    const parent = monorepo();
    new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets' });
    const written = synthesize(parent);
    const { targets } = written.json<ProjectJson>('packages/pets/model/project.json');
    expect(Object.keys(targets)).toEqual(['build']);
    expect(targets.build).toMatchObject({
      executor: 'nx:run-commands',
      options: {
        command: 'node ../../node_modules/type-safe-api-project/lib/cli/main.js build --package model --force',
        cwd: 'packages/pets',
      },
      outputs: expect.arrayContaining(['{workspaceRoot}/packages/pets/generated/runtime/typescript/esm']),
    });
    expect(written.json<ProjectJson>('packages/pets/project.json').targets.build).toMatchObject({
      executor: 'nx:noop',
    });
  });

  test('compiles each package by itself', () => {
    const parent = monorepo();
    new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets' });
    const { steps } = synthesize(parent).json<Workspace>('packages/pets/.projen/type-safe-api.json');
    expect(steps.map((step) => step.package)).toEqual([
      'model',
      'generated/runtime/typescript',
      'handlers/typescript',
      'generated/infrastructure/typescript',
      'handlers/typescript',
      'handlers/typescript',
    ]);
  });

  test('has no definition of its own below it, and no app unless it is asked for', () => {
    const parent = monorepo();
    const pets = new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets' });
    const written = synthesize(parent);
    expect(pets.app).toEqual({});
    for (const file of ['app', '.projenrc.ts', 'package.json', 'README.md']) {
      expect(written.exists(`packages/pets/${file}`)).toBe(false);
    }
  });
});

describe('a Node project', () => {
  function parentOf(packageManager: javascript.NodePackageManager): typescript.TypeScriptProject {
    const outdir = emptyFolder();
    return new typescript.TypeScriptProject({ name: 'shop', defaultReleaseBranch: 'main', packageManager, outdir });
  }

  test('gets the packages as workspaces, beside its own', () => {
    const parent = parentOf(NPM);
    new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets' });
    new TypeSafeApiProject({ name: 'toys', parent, outdir: 'packages/toys' });
    parent.package.addField('workspaces', ['packages/website']);
    expect(workspaces(synthesize(parent))).toEqual([
      'packages/website',
      ...folders.map((folder) => `packages/pets/${folder}`),
      ...folders.map((folder) => `packages/toys/${folder}`),
    ]);
  });

  test('on pnpm gets them in the file that pnpm reads', () => {
    const parent = parentOf(PNPM);
    const pets = new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets' });
    const written = synthesize(parent);
    expect(written.text('pnpm-workspace.yaml')).toContain('  - packages/pets/handlers/typescript\n');
    expect(workspaces(written)).toEqual([]);
    expect(pets.handlers.typescript?.package.packageManager).toBe(PNPM);
  });

  test('builds the API before it compiles', () => {
    const parent = parentOf(NPM);
    new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets' });
    const { tasks } = synthesize(parent).json<{ tasks: Record<string, { steps: object[] }> }>('.projen/tasks.json');
    expect(tasks['pre-compile']?.steps).toEqual([
      {
        execArgs: ['node', '../../node_modules/type-safe-api-project/lib/cli/main.js', 'build'],
        cwd: 'packages/pets',
      },
    ]);
  });

  function workspaces(written: Written): readonly string[] {
    return written.json<{ workspaces?: string[] }>('package.json').workspaces ?? [];
  }
});

test('below a parent without a package.json the API is a workspace of its own', () => {
  const parent = new Project({ name: 'polyglot', outdir: emptyFolder() });
  new TypeSafeApiProject({ name: 'pets', parent, outdir: 'api' });
  const written = synthesize(parent);
  expect(written.json<{ workspaces: string[] }>('api/package.json').workspaces).toEqual(folders);
  expect(written.exists('api/.projenrc.ts')).toBe(false);
});
