import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPython } from '../../src/build/find-python';
import { bundleJava } from '../../src/build/java-build';
import { bundlePython, installLambdaPackages } from '../../src/build/python-lambda';
import { runBuild } from '../../src/build/run-build';
import { regenerate } from '../../src/cli/commands/generate';
import { serve } from '../../src/gateway/serve';
import { Language } from '../../src/project/language';
import { TypeSafeApiProject } from '../../src/project/type-safe-api-project';
import { interpreterOf } from '../../src/shared/interpreters';
import { shadedHandlers } from '../../src/shared/java-packages';
import {
  type JavaModules,
  type PythonHandlers,
  pythonLambdaPackages,
  type Workspace,
} from '../../src/shared/workspace';
import { lambdaOperation, writeAssembly } from '../gateway/support/local-app';
import { describeJava, describePython, java } from '../support/toolchains';

jest.setTimeout(600_000);

/** A workspace of handlers in one language, as projen writes it. */
function workspaceIn(language: Language, python = {}): { readonly directory: string; readonly workspace: Workspace } {
  process.env.PROJEN_DISABLE_POST = 'true';
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'handlers-build-')));
  const options = { languages: [language], options: { python } };
  const project = { name: 'pets', outdir: directory, handlers: options, app: false };
  new TypeSafeApiProject({ ...project, infrastructureLanguage: language }).synth();
  return { directory, workspace: JSON.parse(readFileSync(path.join(directory, '.projen/type-safe-api.json'), 'utf8')) };
}

async function build(directory: string, workspace: Workspace, log: string[] = []): Promise<string[]> {
  const options = { directory, workspace, force: false, toolVersion: '0' };
  const generate = async () => void regenerate(workspace, directory);
  await runBuild({ ...options, commands: { generate }, log: (line) => log.push(line) });
  return log;
}

/** What the local gateway answers to a greeting, with the function as the generated constructs make it. */
async function callHello(directory: string, properties: { Runtime: string; Handler: string }, origin: object) {
  const { Runtime, Handler } = properties;
  const assembly = path.join(directory, 'cdk.out');
  writeAssembly(assembly, {
    document: { paths: { '/hello': { get: lambdaOperation('Hello') } } },
    code: { Hello: directory },
    functionProperties: { Hello: { Runtime, Handler, Timeout: 30 } },
    origins: { Hello: { operation: 'sayHello', ...origin } },
  });
  const gateway = await serve({ assembly, port: 0, root: directory });
  try {
    const response = await fetch(`${gateway.apis()[0]?.url}/hello?name=Ada`);
    return { status: response.status, body: await response.json() };
  } finally {
    await gateway.close();
  }
}

const greeting = { status: 200, body: { message: 'Hello Ada!' } };

/** As AWS Lambda and as compiled modules call them. */
const processors = { x64: ['x86_64', 'x86_64'], arm64: ['arm64', 'aarch64'] } as const;
const [here, elsewhere] = process.arch === 'arm64' ? (['arm64', 'x64'] as const) : (['x64', 'arm64'] as const);

/** The version of the Python that workspaces of this machine get, such as 3.13. */
async function versionHere(): Promise<string> {
  const { file, args } = await findPython(tmpdir());
  const print = "import sys; print('.'.join(map(str, sys.version_info[:2])))";
  return execFileSync(file, [...args, '-c', print], { encoding: 'utf8' }).trim();
}

describePython('handlers in Python', () => {
  let pythonVersion: string;
  let directory: string;
  let workspace: Workspace;
  let bundle: string;
  // For the Python and the processors of this machine, so that what is packed can be run.
  beforeAll(async () => {
    pythonVersion = await versionHere();
    const [architecture] = processors[here];
    ({ directory, workspace } = workspaceIn(Language.PYTHON, { pythonVersion, architecture }));
    bundle = path.join(directory, 'handlers/python/dist/lambda');
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  /** Everything that is packed is for a version of Python and the processors of AWS Lambda. */
  function expectPackedFor(version: string, [architecture, machine]: readonly [string, string]): void {
    const made = JSON.parse(readFileSync(`${bundle}.json`, 'utf8'));
    expect(made).toEqual({ runtime: `python${version}`, architecture });
    const libraries = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.so'));
    expect(libraries.length).toBeGreaterThan(0);
    const ending = `.cpython-${version.replace('.', '')}-${machine}-linux-gnu.so`;
    expect(libraries.filter((library) => !library.endsWith(ending))).toEqual([]);
  }

  test('are installed, checked, packed and tested, and again only when something changed', async () => {
    const log = await build(directory, workspace);
    for (const step of ['check:python', 'bundle:python', 'test:python'])
      expect(log.join('\n')).toMatch(new RegExp(`^${step}: done in`, 'm'));
    const again = (await build(directory, workspace)).filter((line) => !line.endsWith(': up to date'));
    expect(again).toEqual([]);
  });

  test('can be imported as they are packed, with all that they import and nothing else', () => {
    expectPackedFor(pythonVersion, processors[here]);
    expect(existsSync(path.join(bundle, 'bin'))).toBe(false);
    const code = `import sys; sys.path[:] = [each for each in sys.path if 'site-packages' not in each] + [${JSON.stringify(bundle)}]
from pets_python_handlers.say_hello import handler
event = {'httpMethod': 'GET', 'path': '/hello', 'queryStringParameters': {'name': 'Ada'}, 'multiValueQueryStringParameters': {'name': ['Ada']}, 'pathParameters': None, 'headers': {}, 'multiValueHeaders': {}, 'body': None, 'isBase64Encoded': False, 'requestContext': {}}
print(handler(event, None)['body'], 'httpx' in sys.modules)`;
    const printed = execFileSync(interpreterOf(directory), ['-I', '-c', code], { encoding: 'utf8' });
    expect(printed.trim()).toBe('{"message":"Hello Ada!"} False');
  });

  test('run in the local gateway from their sources', async () => {
    const properties = { Runtime: `python${pythonVersion}`, Handler: 'pets_python_handlers.say_hello.handler' };
    const source = 'handlers/python/pets_python_handlers/say_hello.py';
    const origin = { language: 'python', source, bundle: 'handlers/python/dist/lambda' };
    expect(await callHello(directory, properties, origin)).toEqual(greeting);
  });

  test('that do not pass their tests fail the build', async () => {
    const file = path.join(directory, 'handlers/python/tests/test_say_hello.py');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}    assert response.status == 200, response\n    assert not response\n`,
    );
    await expect(build(directory, workspace)).rejects.toThrow('the tests of handlers/python failed');
  });

  test('are packed for another Python and other processors, and a package without a wheel is told', async () => {
    const version = pythonVersion === '3.13' ? '3.12' : '3.13';
    const [architecture] = processors[elsewhere];
    const { handlers, constraints = '' } = workspace.python ?? {};
    const other = { ...(handlers as PythonHandlers), pythonVersion: version, architecture };
    const install = (each: PythonHandlers) => installLambdaPackages(each, constraints, directory, () => {});
    await install(other);
    bundlePython(other, directory);
    expectPackedFor(version, processors[elsewhere]);
    const requirements = [...other.requirements, 'no-such-package-of-anyone==1.0'];
    await expect(install({ ...other, requirements })).rejects.toThrow(
      new RegExp(
        `^the packages of the handlers could not be installed for Python ${version} on ${architecture}; each has to be there as a wheel:\n[^]*no-such-package-of-anyone`,
      ),
    );
    expect(existsSync(path.join(directory, pythonLambdaPackages.stamp))).toBe(false);
  });
});

describeJava('handlers in Java', () => {
  const { directory, workspace } = workspaceIn(Language.JAVA);
  const archive = path.join(directory, 'handlers/java/dist/lambda/handlers.jar');
  beforeAll(async () => {
    process.env.MAVEN_OPTS = (await java()).settings.find((setting) => setting.includes('maven.repo.local'));
  });
  afterAll(() => {
    delete process.env.MAVEN_OPTS;
    rmSync(directory, { recursive: true, force: true });
  });

  test('are installed, compiled, packed and tested, and again only when something changed', async () => {
    const log = await build(directory, workspace);
    for (const step of ['compile:java', 'bundle:java', 'test:java'])
      expect(log.join('\n')).toMatch(new RegExp(`^${step}: done in`, 'm'));
    const again = (await build(directory, workspace)).filter((line) => !line.endsWith(': up to date'));
    expect(again).toEqual([]);
  });

  test('are one archive with all that they need, which is the same whenever it is made', async () => {
    const files = execFileSync('jar', ['--list', '--file', archive], { encoding: 'utf8' }).split('\n');
    for (const name of [
      'com/example/pets/handlers/SayHelloHandler.class',
      'com/example/pets/runtime/handlers/SayHello.class',
      'com/fasterxml/jackson/databind/ObjectMapper.class',
      'com/amazonaws/services/lambda/runtime/RequestStreamHandler.class',
    ])
      expect(files).toContain(name);
    expect(files.filter((file) => /junit|SayHelloHandlerTest|\.(SF|RSA)$/.test(file))).toEqual([]);
    const first = readFileSync(archive);
    for (const made of [archive, path.join(directory, 'handlers/java', shadedHandlers)]) rmSync(made);
    for (const module of ['handlers/java', 'generated/runtime/java'])
      rmSync(path.join(directory, module, 'target/classes'), { recursive: true });
    await bundleJava(workspace.java as JavaModules, directory);
    expect(readFileSync(archive).equals(first)).toBe(true);
  });

  test('run in the local gateway from what was compiled', async () => {
    const properties = { Runtime: 'java21', Handler: 'com.example.pets.handlers.SayHelloHandler' };
    const source = 'handlers/java/src/main/java/com/example/pets/handlers/SayHelloHandler.java';
    const origin = { language: 'java', source, bundle: 'handlers/java/dist/lambda/handlers.jar' };
    expect(await callHello(directory, properties, origin)).toEqual(greeting);
  });

  test('that do not pass their tests fail the build', async () => {
    const file = path.join(directory, 'handlers/java/src/test/java/com/example/pets/handlers/SayHelloHandlerTest.java');
    writeFileSync(file, readFileSync(file, 'utf8').replace('assertEquals(200', 'assertEquals(201'));
    await expect(build(directory, workspace)).rejects.toThrow(
      /^the tests of handlers\/java failed:\n[\s\S]*expected: <201> but was: <200>/,
    );
  });
});
