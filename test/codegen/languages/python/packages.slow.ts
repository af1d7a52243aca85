import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { App, Stack } from 'aws-cdk-lib/core';
import { pythonPackageNames } from '../../../../src/shared/python-packages';
import { handled, temporaryWorkspace } from '../../../support/generated-packages';
import { writeInfrastructure } from '../../../support/infrastructure-packages';
import { loadInfrastructure } from '../../../support/load-infrastructure';
import { runMypy } from '../../../support/mypy';
import { readSpec, readSpecs } from '../../../support/read-spec';
import { describePython, jsiiEnvironment, type PythonToolchain, python } from '../../../support/toolchains';

// Reading the types of the CDK for the first time takes mypy a minute, or more on a busy machine.
jest.setTimeout(600_000);

/** As much of a generated package in TypeScript as is used here. */
interface Infrastructure {
  readonly Api: new (scope: Stack, id: string, props: object) => object;
  readonly MockIntegrations: { mockAll(): object };
}

const hostile = path.join(__dirname, 'hostile-names.yaml');
const specs = new Map([...readSpecs(), ...['pets', 'hostile-names'].map(read)]);
const moduleOf = (name: string) => pythonPackageNames(name).module;

function read(name: string) {
  const spec = readSpec(name === 'pets' ? path.join(__dirname, '../../../support/pets.yaml') : hostile);
  if (spec === undefined) throw new Error(`${name} has errors`);
  return [name, spec] as const;
}

describePython('packages of all specs', () => {
  let toolchain: PythonToolchain;
  let directory: string;
  let packages: readonly string[];

  beforeAll(async () => {
    toolchain = await python();
    directory = temporaryWorkspace();
    for (const [name, { document, service }] of specs) {
      writeInfrastructure({ document, service: handled(service, 2) }, name, ['python', 'typescript'], apiOf(name));
    }
    packages = [...specs.keys()].map((name) => path.join(apiOf(name), 'generated/infrastructure/python'));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const apiOf = (name: string) => path.join(directory, name);

  test('mypy --strict has nothing to say', () => {
    const targets = [...specs.keys()].flatMap((name) => ['-p', moduleOf(name)]);
    expect(runMypy(toolchain, { targets, cwd: directory, packages })).toEqual([]);
  });

  test('mypy says what an app does wrong, at its line', () => {
    const app = readFileSync(path.join(__dirname, 'wrong_app.py'), 'utf8');
    const cwd = path.join(directory, 'app');
    mkdirSync(cwd);
    writeFileSync(path.join(cwd, 'wrong_app.py'), app);
    const said = runMypy(toolchain, { targets: ['wrong_app.py'], cwd, packages });
    const wanted = app.split('\n').flatMap((line, index) => {
      const [, message] = /^ *# error: (.*)$/.exec(line) ?? [];
      return message === undefined ? [] : [`wrong_app.py:${index + 2}: error: ${message}`];
    });
    expect(said.filter((line) => !line.includes(': note: ')).map(withoutCode)).toEqual(wanted);
  });

  test('apps with mocks synthesize the template of the same app in TypeScript', async () => {
    const modules = [...specs.keys()].map(moduleOf);
    const assemblies = path.join(directory, 'assemblies');
    await promisify(execFile)(
      toolchain.bin('python'),
      [path.join(__dirname, 'synthesize.py'), assemblies, ...modules],
      { env: { ...jsiiEnvironment, PYTHONPATH: packages.join(path.delimiter) } },
    );
    for (const name of specs.keys()) {
      const template = readFileSync(path.join(assemblies, moduleOf(name), 'Stack.template.json'), 'utf8');
      expect([name, template]).toEqual([name, synthesizeTypeScript(apiOf(name))]);
    }
  });
});

function synthesizeTypeScript(api: string): string {
  const { Api, MockIntegrations } = loadInfrastructure<Infrastructure>(api);
  const outdir = path.join(api, 'cdk.out');
  const app = new App({ analyticsReporting: false, outdir });
  new Api(new Stack(app, 'Stack'), 'Api', { integrations: MockIntegrations.mockAll() });
  app.synth();
  return readFileSync(path.join(outdir, 'Stack.template.json'), 'utf8');
}

function withoutCode(line: string): string {
  return line.replace(/ {2}\[[\w-]+\]$/, '');
}
