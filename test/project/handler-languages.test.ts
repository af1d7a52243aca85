import { NxMonorepoProject } from '@aws-prototyping-sdk/nx-monorepo';
import { javascript } from 'projen';
import { Language } from '../../src/project/language';
import type { TypeSafeApiProjectOptions } from '../../src/project/options';
import { TypeSafeApiProject } from '../../src/project/type-safe-api-project';
import type { Workspace } from '../../src/shared/workspace';
import { emptyFolder, removeFolders, synthesize } from './synthesize';

const { TYPESCRIPT, PYTHON, JAVA } = Language;

afterEach(removeFolders);

function make(options: Partial<TypeSafeApiProjectOptions>) {
  const project = new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), ...options });
  const written = synthesize(project);
  return { project, written, workspace: written.json<Workspace>('.projen/type-safe-api.json') };
}

const stepsOf = ({ steps }: Workspace) => steps.map(({ name, package: folder }) => [name, folder]);

describe('handlers in Python', () => {
  test('with an app in Python leave nothing in TypeScript', () => {
    const { written, workspace } = make({ handlerLanguage: PYTHON, infrastructureLanguage: PYTHON });
    expect(workspace).toMatchObject({ runtime: ['python'], handlers: ['python'] });
    expect(written.json<{ workspaces: string[] }>('package.json').workspaces).toEqual(['model']);
    expect(written.text('README.md')).toContain(
      'installs pets-python-runtime[client], which brings httpx.\n# The environment in .venv has it.\n',
    );
    for (const gone of ['tsconfig.json', 'handlers/typescript', 'generated/runtime/typescript']) {
      expect(written.exists(gone)).toBe(false);
    }
    expect(stepsOf(workspace)).toEqual([
      ['generate', 'model'],
      ['install:python', 'generated/runtime/python'],
      ['check:python', 'app'],
      ['bundle:python', 'handlers/python'],
      ['test:python', 'handlers/python'],
      ['synth', 'app'],
    ]);
    expect(workspace.steps.at(-1)?.inputs).toEqual(
      expect.arrayContaining(['handlers/python/dist/lambda', 'handlers/python/dist/lambda.json']),
    );
  });

  test('are one environment with the app', () => {
    const { written, workspace } = make({ handlerLanguage: PYTHON, infrastructureLanguage: PYTHON });
    const lines = written.text('requirements.txt').split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      expect.stringMatching(/^\.\/node_modules\/type-safe-api-project\/bindings\/python\/.*\.whl$/),
      '--editable ./generated/runtime/python[client]',
      '--editable ./handlers/python',
      '--editable ./generated/infrastructure/python',
      'aws-cdk-lib>=2.200.0,<3',
      'constructs>=10.4.2,<11',
      'mypy>=1.11,<3',
      'pytest>=8,<10',
    ]);
    expect(workspace.python?.checked).toEqual([
      'handlers/python',
      'app',
      'generated/infrastructure/python/pets_python_infra',
    ]);
  });

  test('are deployed with what they and the runtime require', () => {
    const { project, written } = make({
      handlers: {
        languages: [PYTHON],
        options: { python: { deps: ['boto3>=1.40,<2'], pythonVersion: '3.12', architecture: 'arm64' } },
      },
    });
    project.handlers.python?.addDeps('Pets_Python.Runtime [powertools]>=0');
    const { python } = synthesize(project).json<Workspace>('.projen/type-safe-api.json');
    expect(python?.handlers).toEqual({
      directory: 'handlers/python',
      modules: ['generated/runtime/python/pets_python_runtime', 'handlers/python/pets_python_handlers'],
      requirements: [
        expect.stringMatching(/^pydantic/),
        expect.stringMatching(/^typing-extensions/),
        expect.stringMatching(/^aws-lambda-powertools\[tracer\]/),
        'boto3>=1.40,<2',
      ],
      pythonVersion: '3.12',
      architecture: 'arm64',
    });
    expect(written.text('handlers/python/pyproject.toml')).toContain('"boto3>=1.40,<2"');
  });

  test('have a sample that says so', () => {
    const { written } = make({ handlerLanguage: PYTHON });
    expect(written.text('model/src/main.yaml')).toContain('x-handler: { language: python }');
    expect(written.text('model/src/main.yaml')).toContain('handlers/python/pets_python_handlers/say_hello.py');
    expect(written.text('README.md')).toContain('| `handlers/python/` |');
    expect(written.text('README.md')).not.toContain('handlers/typescript');
  });
});

describe('handlers in Java', () => {
  test('with an app in Java are modules of one build', () => {
    const { written, workspace } = make({ handlerLanguage: JAVA, infrastructureLanguage: JAVA });
    const modules = ['generated/runtime/java', 'handlers/java', 'generated/infrastructure/java', 'app'];
    expect(written.text('pom.xml').match(/(?<=<module>)[^<]+/g)).toEqual(modules);
    expect(stepsOf(workspace)).toEqual([
      ['generate', 'model'],
      ['install:java', 'generated/runtime/java'],
      ['compile:java', 'app'],
      ['bundle:java', 'handlers/java'],
      ['test:java', 'handlers/java'],
      ['synth', 'app'],
    ]);
    expect(workspace.java).toMatchObject({ app: 'app', handlers: 'handlers/java' });
  });

  test('are told of by the package that was chosen', () => {
    const { written } = make({ handlerLanguage: JAVA, infrastructureLanguage: JAVA, javaPackage: 'org.acme.zoo' });
    expect(written.text('README.md')).toContain('import org.acme.zoo.runtime.client.DefaultApi;');
    for (const file of ['README.md', 'model/src/main.yaml']) expect(written.text(file)).not.toContain('com.example');
  });

  test('are packed with what Log4j finds its parts by, where they log with it', () => {
    const packed = (...deps: string[]) =>
      make({ handlers: { languages: [JAVA], options: { java: { deps } } } }).written.text('handlers/java/pom.xml');
    const merged =
      /ServicesResourceTransformer"\/>\s*<transformer implementation="[\w.]*Log4j2PluginCacheFileTransformer"\/>/;
    expect(packed('software.amazon.lambda:powertools-logging-log4j:2.9.0')).toMatch(merged);
    expect(packed('org.apache.logging.log4j:log4j-core:2.25.2')).toMatch(merged);
    expect(packed('com.acme:shop:1.0')).not.toContain('log4j');
  });

  test('have dependencies of their own, and some for tests alone', () => {
    const { written } = make({
      handlers: {
        languages: [JAVA],
        options: { java: { deps: ['com.acme:shop:1.0'], devDeps: ['org.mockito:mockito-core:5.18.0'] } },
      },
    });
    const pom = written.text('handlers/java/pom.xml');
    expect(pom).toMatch(/<artifactId>shop<\/artifactId>\s*<version>1.0<\/version>\s*<\/dependency>/);
    expect(pom).toMatch(/<artifactId>mockito-core<\/artifactId>\s*<version>5.18.0<\/version>\s*<scope>test<\/scope>/);
    expect(pom).toMatch(/<artifactId>pets-java-runtime<\/artifactId>/);
  });
});

test('handlers in all languages stand beside each other', () => {
  const { project, workspace } = make({ handlers: { languages: [TYPESCRIPT, PYTHON, JAVA] } });
  expect(workspace.steps.map(({ name }) => name)).toEqual([
    'generate',
    'install:python',
    'install:java',
    'commonjs',
    'compile',
    'bundle:typescript',
    'check:python',
    'compile:java',
    'bundle:python',
    'bundle:java',
    'test:typescript',
    'test:python',
    'test:java',
    'synth',
  ]);
  expect(project.all.handlers).toHaveLength(3);
  expect(project.all.runtimes).toHaveLength(3);
});

test('a runtime alone is a package, and has nothing to install', () => {
  const { project, workspace } = make({ runtime: { languages: [PYTHON, JAVA] } });
  expect(project.runtime.python?.moduleName).toBe('pets_python_runtime');
  expect(project.runtime.java?.packageName).toBe('com.example.pets.runtime');
  expect(workspace.steps.map(({ name }) => name)).not.toContain('install:python');
  expect(workspace).not.toHaveProperty('java');
});

test('a monorepo builds each package after what it depends on', () => {
  const parent = new NxMonorepoProject({
    name: 'shop',
    defaultReleaseBranch: 'main',
    packageManager: javascript.NodePackageManager.NPM as never,
    outdir: emptyFolder(),
    eslint: false,
  });
  new TypeSafeApiProject({
    name: 'pets',
    parent,
    outdir: 'packages/pets',
    handlers: { languages: [PYTHON, JAVA] },
    infrastructureLanguage: JAVA,
  });
  const written = synthesize(parent);
  const dependencies = (folder: string) =>
    written.json<{ implicitDependencies?: string[] }>(`packages/pets/${folder}/project.json`).implicitDependencies;
  expect(dependencies('generated/runtime/python')).toEqual(['pets-model']);
  expect(dependencies('handlers/python')).toEqual(['pets-model', 'pets-python-runtime']);
  expect(dependencies('handlers/java')).toEqual(['pets-model', 'pets-java-runtime']);
  const { steps } = written.json<Workspace>('packages/pets/.projen/type-safe-api.json');
  expect(steps.map((step) => step.package)).toEqual([
    'model',
    'generated/runtime/python',
    'generated/runtime/java',
    'handlers/python',
    'handlers/java',
    'handlers/python',
    'handlers/java',
    'handlers/python',
    'handlers/java',
  ]);
});
