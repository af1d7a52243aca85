import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../../src/shared/workspace';
import { withOperation, writeFiles } from '../support/model-files';
import { cli } from './cli';

const workspace: Workspace = {
  name: 'pets',
  model: { file: 'api.yaml', bundle: '.api.json' },
  runtime: [],
  handlers: [],
  infrastructure: 'python',
  documentation: [],
  library: [],
  app: { directory: 'app', command: ['node', 'main.js'] },
  steps: [],
};

describe('app', () => {
  const script = "require('fs').writeFileSync('seen', process.cwd())";

  test.each(['.', 'app', 'app/src'])('runs the app from %s', async (folder) => {
    const directory = writeFiles({
      '.projen/type-safe-api.json': workspace,
      'app/main.js': script,
      'app/src/x.txt': '',
    });
    expect(await cli(path.join(directory, folder), 'app')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(path.join(directory, 'app/seen'), 'utf8')).toContain(path.basename(directory));
  });

  test('fails as the app does', async () => {
    const directory = writeFiles({ '.projen/type-safe-api.json': workspace, 'app/main.js': 'process.exit(3)' });
    expect(await cli(directory, 'app')).toEqual({ code: 1, out: '', err: 'the CDK app ended with exit code 3' });
  });

  test('does first what the app cannot run without', async () => {
    const needy = {
      ...workspace,
      app: { ...workspace.app, steps: ['install:python'] },
      steps: [{ name: 'install:python', package: '.', command: ['dance'], inputs: [], outputs: [] }],
    };
    const directory = writeFiles({ '.projen/type-safe-api.json': needy, 'app/main.js': script });
    expect(await cli(directory, 'app')).toMatchObject({ code: 1, err: expect.stringContaining("'dance'") });
    expect(existsSync(path.join(directory, 'app/seen'))).toBe(false);
  });

  test('says where it runs', async () => {
    expect(await cli(writeFiles({}), 'app')).toMatchObject({ code: 2, err: expect.stringContaining("'app' runs in") });
    const { app: _, ...without } = workspace;
    expect(await cli(writeFiles({ '.projen/type-safe-api.json': without }), 'app')).toMatchObject({
      code: 1,
      err: 'this API has no CDK app of its own',
    });
  });
});

describe('install', () => {
  const step = (command: string[]) => ({ name: 'install:python', package: '.', command, inputs: [], outputs: [] });
  const generate = {
    name: 'generate',
    package: '.',
    command: ['type-safe-api', 'generate'],
    inputs: [],
    outputs: [],
  };

  test('does nothing where there is nothing to install', async () => {
    const directory = writeFiles({ '.projen/type-safe-api.json': workspace });
    expect(await cli(directory, 'install')).toEqual({ code: 0, out: '', err: '' });
  });

  test('generates what is installed', async () => {
    const described = { ...workspace, steps: [generate, step(['type-safe-api', 'generate'])] };
    const model = withOperation({});
    const directory = writeFiles({ '.projen/type-safe-api.json': described, 'api.yaml': model });
    expect(await cli(directory, 'install')).toMatchObject({ code: 0 });
    expect(existsSync(path.join(directory, 'generated/infrastructure/python/pets_python_infra/api.py'))).toBe(true);
  });

  test.each([
    ['the model', { 'api.yaml': '{' }, /error .*\n[\s\S]*'npx projen build' tries again$/],
    [
      'what is missing',
      { 'api.yaml': withOperation({}) },
      /'dance' is no command[\s\S]*'npx projen build' tries again$/,
    ],
  ])('says what is wrong with %s, and leaves it to builds to fail', async (_, files, message) => {
    const described = { ...workspace, steps: [generate, step(['dance'])] };
    const directory = writeFiles({ '.projen/type-safe-api.json': described, ...files });
    expect(await cli(directory, 'install')).toMatchObject({ code: 0, err: expect.stringMatching(message) });
  });
});

test('the Java package of what is generated can be chosen', async () => {
  const directory = writeFiles({ 'api.yaml': withOperation({}) });
  const generate = ['generate', '--model', 'api.yaml', '--output', '.', '--infrastructure', 'java'];
  expect(await cli(directory, ...generate, '--java-package', 'org.acme.zoo')).toMatchObject({ code: 0 });
  const api = 'generated/infrastructure/java/src/main/java/org/acme/zoo/infra/Api.java';
  expect(readFileSync(path.join(directory, api), 'utf8')).toContain('package org.acme.zoo.infra;');
  expect(await cli(directory, ...generate, '--java-package', 'org.new')).toMatchObject({
    code: 1,
    err: expect.stringContaining("'org.new' is no name of a Java package"),
  });
});

describe('options of mocks', () => {
  const schema = { type: 'array', items: { type: 'string' } };
  const responses = { '200': { description: '', content: { 'application/json': { schema } } } };
  const model = withOperation({ responses });
  const generate = ['generate', '--model', 'api.yaml', '--output', '.', '--infrastructure', 'typescript'];
  const read = (directory: string) =>
    readFileSync(path.join(directory, 'generated/infrastructure/typescript/assets/mocks.json'), 'utf8');

  test.each<[options: string[], bodies: RegExp]>([
    [[], /"body": "\[[^,]*,[^,]*,[^,]*\]"/],
    [['--mock-max-array-length', '1', '--mock-seed', '7', '--mock-locale', 'de'], /"body": "\[[^,]*\]"/],
    [['--no-mock-data'], /^(?![\s\S]*"body")[\s\S]*"mediaType"/],
  ])('%j', async (options, bodies) => {
    const directory = writeFiles({ 'api.yaml': model });
    expect(await cli(directory, ...generate, ...options)).toMatchObject({ code: 0 });
    expect(read(directory)).toMatch(bodies);
  });

  test.each([
    [['--mock-seed', 'x'], "--mock-seed 'x' must be a whole number from 0 to 4294967295"],
    [['--mock-max-array-length', '101'], "--mock-max-array-length '101' must be a whole number from 0 to 100"],
    [['--mock-locale', 'ed'], "--mock-locale 'ed' is unknown"],
  ])('%j is refused', async (options, message) => {
    const directory = writeFiles({ 'api.yaml': model });
    expect(await cli(directory, ...generate, ...options)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });

  test('those of the workspace are read', async () => {
    const workspaceOfMocks = { ...workspace, infrastructure: 'typescript', mockData: { maxArrayLength: 2, seed: 7 } };
    const directory = writeFiles({ '.projen/type-safe-api.json': workspaceOfMocks, 'api.yaml': model });
    expect(await cli(directory, 'generate')).toMatchObject({ code: 0 });
    expect(read(directory)).toMatch(/"body": "\[[^,]*,[^,]*\]"/);
  });
});
