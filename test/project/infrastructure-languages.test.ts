import { rmSync } from 'node:fs';
import path from 'node:path';
import { NxMonorepoProject } from '@aws-prototyping-sdk/nx-monorepo';
import { javascript, typescript } from 'projen';
import { BindingsSource } from '../../src/project/bindings';
import { Language } from '../../src/project/language';
import type { TypeSafeApiProjectOptions } from '../../src/project/options';
import { TypeSafeApiProject } from '../../src/project/type-safe-api-project';
import type { Workspace } from '../../src/shared/workspace';
import { emptyFolder, removeFolders, synthesize } from './synthesize';

const { PYTHON, JAVA } = Language;
const tool = 'node_modules/type-safe-api-project';

interface Tasks {
  readonly tasks: Readonly<Record<string, { readonly steps: readonly { readonly execArgs?: readonly string[] }[] }>>;
}

afterEach(removeFolders);

function make(language: Language, options: Partial<TypeSafeApiProjectOptions> = {}) {
  const project = new TypeSafeApiProject({
    name: 'pets',
    outdir: emptyFolder(),
    infrastructureLanguage: language,
    ...options,
  });
  const written = synthesize(project);
  return { project, written, workspace: written.json<Workspace>('.projen/type-safe-api.json') };
}

describe.each([PYTHON, JAVA])('an infrastructure in %s', (language) => {
  test('leaves model, runtime and handlers in TypeScript, and nothing else', () => {
    const { written, workspace } = make(language);
    expect(written.json<{ workspaces: string[] }>('package.json').workspaces).toEqual([
      'model',
      'generated/runtime/typescript',
      'handlers/typescript',
    ]);
    expect(workspace).toMatchObject({ runtime: ['typescript'], handlers: ['typescript'], infrastructure: language });
    expect(written.exists('generated/infrastructure/typescript')).toBe(false);
    expect(written.exists('app/package.json')).toBe(false);
  });

  test('is installed by the install of the workspace', () => {
    const { tasks } = make(language).written.json<Tasks>('.projen/tasks.json');
    for (const name of ['install', 'install:ci']) {
      expect(tasks[name]?.steps.at(-1)).toEqual({ execArgs: ['node', `${tool}/lib/cli/main.js`, 'install'] });
    }
  });

  test('is run by the command line of the CDK with its own interpreter', () => {
    const { written } = make(language);
    expect(written.json('app/cdk.json')).toMatchObject({ app: `node ../${tool}/lib/cli/main.js app` });
  });

  test('has no app, no environment and nothing to install when there is to be none', () => {
    const { written, workspace, project } = make(language, { app: false });
    expect(workspace.steps.map(({ name }) => name)).toEqual([
      'generate',
      'commonjs',
      'compile',
      'bundle:typescript',
      'test:typescript',
    ]);
    expect(workspace).not.toHaveProperty(language);
    expect(project.app).toEqual({});
    for (const file of ['app', 'requirements.txt', 'pom.xml']) expect(written.exists(file)).toBe(false);
  });
});

describe('in Python', () => {
  test('the constructs are a distribution, and the app a script', () => {
    const { project, written, workspace } = make(PYTHON);
    expect(written.text('generated/infrastructure/python/pyproject.toml')).toMatch(/\nname = "pets-python-infra"\n/);
    expect(written.text('app/app.py')).toContain('from pets_python_infra import (\n    Api,\n');
    expect(written.text('app/app.py')).toContain('ApiStack(app, "Pets")');
    expect(project.infrastructure.python).toMatchObject({
      packageName: 'pets-python-infra',
      moduleName: 'pets_python_infra',
    });
    expect(project.app.python?.packageName).toBe('pets-app');
    expect(workspace.app).toEqual({ directory: 'app', command: ['python', 'app.py'], steps: ['install:python'] });
  });

  test('the build installs, checks types, and synthesizes', () => {
    expect(make(PYTHON).workspace.steps.map(({ name, package: folder }) => [name, folder])).toEqual([
      ['generate', 'model'],
      ['install:python', 'generated/infrastructure/python'],
      ['commonjs', 'generated/runtime/typescript'],
      ['compile', 'handlers/typescript'],
      ['bundle:typescript', 'handlers/typescript'],
      ['check:python', 'app'],
      ['test:typescript', 'handlers/typescript'],
      ['synth', 'app'],
    ]);
  });

  test('the constructs come from this package, or from a registry', () => {
    const wheel = `${tool}/bindings/python/type_safe_api_project-0.0.0-py3-none-any.whl`;
    const { written, workspace } = make(PYTHON);
    const lines = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines(written.text('requirements.txt'))).toEqual([
      `./${wheel}`,
      '--editable ./generated/infrastructure/python',
      'aws-cdk-lib>=2.200.0,<3',
      'constructs>=10.4.2,<11',
      'mypy>=1.11,<3',
    ]);
    expect(workspace.python?.files).toEqual([wheel, 'generated/infrastructure/python/pyproject.toml']);
    const published = make(PYTHON, { infrastructure: { bindings: BindingsSource.REGISTRY } });
    expect(lines(published.written.text('requirements.txt'))).toEqual(
      expect.arrayContaining(['--editable ./generated/infrastructure/python', 'type-safe-api-project==0.0.0']),
    );
    expect(published.written.text('requirements.txt')).not.toContain('.whl');
  });

  test('requirements are added by options and by members, and take the place of those with the same name', () => {
    const project = new TypeSafeApiProject({
      name: 'pets',
      outdir: emptyFolder(),
      infrastructure: {
        language: PYTHON,
        options: { python: { deps: ['cdk-nag>=2,<3'], devDeps: ['MyPy==2.4.1', 'ruff'] } },
      },
    });
    project.app.python?.addDeps('aws_cdk_lib==2.263.0', 'boto3');
    project.infrastructure.python?.addDeps('constructs>=10.8,<11');
    const written = synthesize(project);
    const requirements = written.text('requirements.txt');
    for (const line of ['MyPy==2.4.1', 'ruff', 'aws_cdk_lib==2.263.0', 'boto3']) expect(requirements).toContain(line);
    expect(requirements).not.toMatch(/mypy>|aws-cdk-lib/);
    const distribution = written.text('generated/infrastructure/python/pyproject.toml');
    expect(distribution).toContain('"cdk-nag>=2,<3"');
    expect(distribution).toContain('"constructs>=10.8,<11"');
    expect(distribution).not.toContain('constructs>=10.4');
  });

  test.each(['cdk-nag@^2', 'cdk nag', '', '--upgrade'])('%p is refused where it is added', (requirement) => {
    const project = new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), infrastructureLanguage: PYTHON });
    const message = `'${requirement}' is not a requirement as pip writes it; write 'cdk-nag>=2,<3', for example`;
    expect(() => project.app.python?.addDeps(requirement)).toThrow(message);
    expect(() => project.infrastructure.python?.addDeps(requirement)).toThrow(message);
  });

  test('what is made stays out of git', () => {
    const ignored = make(PYTHON).written.text('.gitignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['/.venv/', '__pycache__/', '/generated/infrastructure/python/pets_python_infra/']),
    );
    const committed = make(PYTHON, { commitGeneratedCode: true }).written.text('.gitignore').split('\n');
    expect(committed).not.toContain('/generated/infrastructure/python/pets_python_infra/');
    expect(committed).toContain('/.venv/');
  });

  test('an app that was written before gets no sample beside it', () => {
    const { project } = make(PYTHON);
    const again = new TypeSafeApiProject({
      name: 'pets',
      outdir: project.outdir,
      infrastructureLanguage: PYTHON,
    });
    rmSync(path.join(project.outdir, 'app/app.py'));
    expect(synthesize(again).exists('app/app.py')).toBe(false);
  });
});

describe('in Java', () => {
  test('constructs and app are modules of one build', () => {
    const { project, written, workspace } = make(JAVA);
    expect(written.text('pom.xml')).toContain(
      '<module>generated/infrastructure/java</module>\n    <module>app</module>',
    );
    expect(written.text('generated/infrastructure/java/pom.xml')).toContain('<artifactId>pets-java-infra</artifactId>');
    expect(written.text('app/pom.xml')).toMatch(/<artifactId>pets-app<[\s\S]*<artifactId>pets-java-infra</);
    const app = written.text('app/src/main/java/com/example/pets/app/App.java');
    expect(app).toContain('package com.example.pets.app;');
    expect(app).toContain('import com.example.pets.infra.Api;');
    expect(project.infrastructure.java).toMatchObject({
      groupId: 'com.example',
      artifactId: 'pets-java-infra',
      version: '0.0.0',
      packageName: 'com.example.pets.infra',
    });
    expect(project.app.java?.packageName).toBe('com.example.pets.app');
    expect(workspace.app).toEqual({
      directory: 'app',
      command: ['java', 'com.example.pets.app.App'],
      steps: ['install:java', 'compile:java'],
    });
  });

  test('the build installs, compiles, and synthesizes', () => {
    expect(make(JAVA).workspace.steps.map(({ name, package: folder }) => [name, folder])).toEqual([
      ['generate', 'model'],
      ['install:java', 'generated/infrastructure/java'],
      ['commonjs', 'generated/runtime/typescript'],
      ['compile', 'handlers/typescript'],
      ['bundle:typescript', 'handlers/typescript'],
      ['compile:java', 'app'],
      ['test:typescript', 'handlers/typescript'],
      ['synth', 'app'],
    ]);
  });

  test('the constructs come from this package, or from a registry', () => {
    const { written, workspace } = make(JAVA);
    expect(written.text('app/pom.xml')).toContain(`<url>\${project.baseUri}../${tool}/bindings/java</url>`);
    expect(written.text('generated/infrastructure/java/pom.xml')).toContain(`../../../${tool}/bindings/java</url>`);
    const artifact = 'io/github/typesafeapiproject/type-safe-api-project/0.0.0/type-safe-api-project-0.0.0.jar';
    expect(workspace.java?.artifact).toBe(`${tool}/bindings/java/${artifact}`);
    const published = make(JAVA, { infrastructure: { bindings: BindingsSource.REGISTRY } });
    for (const file of ['app/pom.xml', 'generated/infrastructure/java/pom.xml']) {
      expect(published.written.text(file)).not.toContain('bindings');
    }
    expect(published.workspace.java).not.toHaveProperty('artifact');
  });

  test('the Java package can be chosen', () => {
    const { written, workspace } = make(JAVA, { javaPackage: 'org.acme.zoo' });
    expect(workspace).toMatchObject({
      javaPackage: 'org.acme.zoo',
      app: { command: ['java', 'org.acme.zoo.app.App'] },
    });
    expect(written.text('app/src/main/java/org/acme/zoo/app/App.java')).toContain('import org.acme.zoo.infra.Api;');
    expect(written.text('app/pom.xml')).toContain('<groupId>org.acme</groupId>');
  });

  test('dependencies are added by options and by members, and take the place of those of the same name', () => {
    const cdk = 'software.amazon.awscdk:aws-cdk-lib';
    const project = new TypeSafeApiProject({
      name: 'pets',
      outdir: emptyFolder(),
      infrastructure: { language: JAVA, options: { java: { deps: [`${cdk}:2.270.0`] } } },
    });
    project.app.java?.addDeps('io.github.cdklabs:cdknag:2.35.0');
    const written = synthesize(project);
    expect(written.text('generated/infrastructure/java/pom.xml').match(/<artifactId>aws-cdk-lib</g)).toHaveLength(1);
    expect(written.text('generated/infrastructure/java/pom.xml')).toContain('<version>2.270.0</version>');
    expect(written.text('app/pom.xml')).toContain('<artifactId>cdknag</artifactId>');
    expect(() => project.app.java?.addDeps('cdknag@2')).toThrow("'cdknag@2' is no dependency of Maven; write");
  });

  test('a name with a scope is none of Maven', () => {
    const { written } = make(JAVA, { name: '@acme/pet-shop' });
    expect(written.text('generated/infrastructure/java/pom.xml')).toContain('<artifactId>acme-pet-shop-java-infra<');
    expect(written.text('app/pom.xml')).toContain('<artifactId>acme-pet-shop-java-infra<');
  });
});

describe('below a monorepo with a graph', () => {
  interface ProjectJson {
    readonly implicitDependencies?: readonly string[];
    readonly targets: Readonly<Record<string, { readonly executor: string; readonly outputs?: readonly string[] }>>;
  }

  function monorepo(language: Language, app: boolean) {
    const parent = new NxMonorepoProject({
      name: 'shop',
      defaultReleaseBranch: 'main',
      packageManager: javascript.NodePackageManager.NPM as never,
      outdir: emptyFolder(),
      eslint: false,
    });
    new TypeSafeApiProject({ name: 'pets', parent, outdir: 'packages/pets', app, infrastructureLanguage: language });
    const written = synthesize(parent);
    const node = (folder: string) => written.json<ProjectJson>(`packages/pets/${folder}/project.json`);
    return { written, node };
  }

  test.each([
    [PYTHON, 'pets-python-infra', '{workspaceRoot}/packages/pets/generated/infrastructure/python/pets_python_infra'],
    [JAVA, 'pets-java-infra', '{workspaceRoot}/packages/pets/generated/infrastructure/java/src'],
  ])('the packages in %s are nodes of the graph', (language, constructs, generated) => {
    const { node, written } = monorepo(language, true);
    expect(node(`generated/infrastructure/${language}`).implicitDependencies).toEqual([
      'pets-model',
      'pets-typescript-runtime',
      'pets-typescript-handlers',
    ]);
    expect(node('app').implicitDependencies).toEqual([constructs, 'pets-typescript-handlers']);
    expect(node('app').targets.build?.outputs).toContain('{projectRoot}/cdk.out');
    expect(node('model').targets.build?.outputs).toContain(generated);
    expect(written.exists('packages/pets/app/package.json')).toBe(false);
  });

  test('the monorepo installs the CDK for the app, and what its language needs', () => {
    const { written } = monorepo(PYTHON, true);
    expect(written.json<{ devDependencies: object }>('package.json').devDependencies).toHaveProperty('aws-cdk');
    expect(written.json<Tasks>('.projen/tasks.json').tasks.install?.steps.at(-1)).toEqual({
      execArgs: ['node', `../../${tool}/lib/cli/main.js`, 'install'],
      cwd: 'packages/pets',
    });
    expect(written.text('packages/pets/requirements.txt')).toContain(`./../../${tool}/bindings/python/`);
  });

  test('constructs that nobody builds have nothing to run', () => {
    const { node } = monorepo(PYTHON, false);
    expect(node('generated/infrastructure/python').targets.build?.executor).toBe('nx:noop');
  });
});

test.each([PYTHON, JAVA])('below a Node project, an app in %s is built before it', (language) => {
  const parent = new typescript.TypeScriptProject({
    name: 'shop',
    defaultReleaseBranch: 'main',
    packageManager: javascript.NodePackageManager.PNPM,
    outdir: emptyFolder(),
  });
  new TypeSafeApiProject({ name: 'pets', parent, outdir: 'api', app: true, infrastructureLanguage: language });
  const written = synthesize(parent);
  expect(written.json('api/app/cdk.json')).toMatchObject({ app: `node ../../${tool}/lib/cli/main.js app` });
  const { tasks } = written.json<Tasks>('api/.projen/tasks.json');
  expect(tasks.deploy?.steps.at(-1)?.execArgs?.slice(0, 2)).toEqual(['node', '../../node_modules/aws-cdk/bin/cdk']);
  expect(written.text('pnpm-workspace.yaml')).not.toContain('api/app');
});
