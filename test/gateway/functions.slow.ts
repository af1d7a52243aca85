import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';
import { javaClassPathFile, pythonEnvironmentFolder, runtimeClientFolder } from '../../src/shared/workspace';
import { describeJava, describePython, java, python } from '../support/toolchains';
import { type AppSpec, lambdaOperation, writeAssembly } from './support/local-app';
import { until } from './support/until';

const programs = path.join(__dirname, 'programs/functions');
const ids = ['Event', 'Fails', 'Prints', 'Sleeps', 'Missing', 'Live'] as const;

/** An app with a function for each handler, which lines are printed by, and which replies have notes. */
async function serveFunctions(root: string, spec: Omit<AppSpec, 'document'>) {
  const lines: string[] = [];
  const notes: string[] = [];
  const assembly = path.join(root, 'cdk.out');
  const paths = Object.fromEntries(
    ids.map((id) => [`/${id}`, { 'x-amazon-apigateway-any-method': lambdaOperation(id) }]),
  );
  writeAssembly(assembly, { document: { paths }, ...spec });
  const gateway = await serve({
    assembly,
    port: 0,
    root,
    listener: {
      output: (lambda, line) => lines.push(`${lambda.name}: ${line}`),
      exchange: (_, reply) => notes.push(reply.note ?? ''),
    },
  });
  const { url, operations } = gateway.apis()[0] ?? { url: '', operations: [] };
  return { gateway, lines, notes, operations, get: (id: string, init?: RequestInit) => fetch(`${url}/${id}`, init) };
}

type Served = Awaited<ReturnType<typeof serveFunctions>>;

let root: string;
let served: Served;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-functions-'));
});
afterEach(async () => {
  await served?.gateway.close();
  rmSync(root, { recursive: true, force: true });
});

/** What functions in any language do. @param read takes the members of a body as that language prints them */
async function behaves({ get, lines, notes, gateway }: Served, read: (text: string) => JsonObject): Promise<void> {
  const first = read(await (await get('Event', { method: 'PUT', body: 'Ü' })).text());
  expect(first).toMatchObject({ method: 'PUT', path: '/Event', body: 'Ü', name: 'Event', table: 'pets' });
  expect(first.arn).toMatch(/^arn:aws:lambda:.*:function:Event$/);
  expect(Number(first.left)).toBeGreaterThan(1000);
  // The process stays warm, and is another one after a reload.
  expect(Number(read(await (await get('Event')).text()).calls)).toBe(2);
  gateway.reloadFunctions();
  expect(Number(read(await (await get('Event')).text()).calls)).toBe(1);

  expect((await get('Prints')).status).toBe(204);
  await until(() => ['Prints: one', 'Prints: two'].every((line) => lines.includes(line)));

  expect((await get('Fails')).status).toBe(502);
  expect(notes.at(-1)).toMatch(/(ValueError|IllegalStateException): no such pet: Ü/);
  // Told once, by the client, with the stack.
  await until(() => lines.some((line) => /^Fails: .*(handlers\.py|Handlers\.java)/.test(line)));
  expect(lines.filter((line) => line.startsWith('Fails: ') && line.includes('no such pet: Ü'))).toHaveLength(2);

  expect((await get('Sleeps')).status).toBe(502);
  expect(notes.at(-1)).toMatch(/Task timed out after 1.00 seconds/);

  expect((await get('Missing')).status).toBe(502);
  expect(notes.at(-1)).toMatch(/nowhere/i);
}

const settings = (runtime: string, handlers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(handlers).map(([id, handler]) => [
      id,
      {
        Runtime: runtime,
        Handler: handler,
        Timeout: id === 'Sleeps' ? 1 : 10,
        Environment: { Variables: { TABLE: 'pets' } },
      },
    ]),
  );
const everywhere = (place: string) => Object.fromEntries(ids.map((id) => [id, place]));

describePython('functions in Python', () => {
  const properties = settings('python3.13', {
    Event: 'handlers.event',
    Fails: 'handlers.fails',
    Prints: 'handlers.prints',
    Sleeps: 'handlers.sleeps',
    Missing: 'nowhere.handler',
    Live: 'pets.handler',
  });

  /** The environment of the tests in place of that of a workspace. */
  const environment = async () => {
    const toolchain = await python();
    symlinkSync(path.resolve(toolchain.bin('python'), '../..'), path.join(root, pythonEnvironmentFolder), 'junction');
  };

  test.each(['NativeTransport', 'OwnTransport'])('run with the runtime interface client of AWS: %s', async (kind) => {
    await environment();
    if (kind === 'OwnTransport') {
      // As on systems that the compiled part of the client is not made for.
      mkdirSync(path.join(root, 'hidden'));
      writeFileSync(path.join(root, 'hidden/runtime_client.py'), "raise ImportError('not for this system')\n");
      process.env.PYTHONPATH = path.join(root, 'hidden');
    }
    try {
      served = await serveFunctions(root, { code: everywhere(programs), functionProperties: properties });
      await behaves(served, JSON.parse);
      const { client, first, root: taskRoot }: JsonObject = JSON.parse(await (await served.get('Event')).text());
      expect(client).toBe(kind === 'OwnTransport' ? 'RuntimeClient' : 'module');
      expect([first, taskRoot]).toEqual([programs, programs]);
    } finally {
      delete process.env.PYTHONPATH;
    }
  });

  test('generated ones run from their sources, and again when told', async () => {
    await environment();
    const folder = path.join(root, 'handlers/python');
    const write = (body: string) =>
      writeFileSync(
        path.join(folder, 'pets.py'),
        `def handler(event, context):\n    return {"statusCode": 200, "body": "${body}"}\n`,
      );
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'pyproject.toml'), '');
    write('before');
    const bundle = 'handlers/python/dist/lambda';
    const origin = { operation: 'live', language: 'python', source: 'handlers/python/pets.py', bundle };
    const spec = { code: { Live: programs }, functionProperties: properties, origins: { Live: origin } };
    served = await serveFunctions(root, spec);
    expect(await (await served.get('Live')).text()).toBe('before');
    write('after');
    served.gateway.reloadFunctions([bundle]);
    expect(await (await served.get('Live')).text()).toBe('after');
  });

  test('say what is missing', async () => {
    served = await serveFunctions(root, { code: everywhere(programs), functionProperties: properties });
    expect(served.operations[0]?.unavailable).toMatch(/there is no \.venv; run 'npx projen install'/);
    expect((await served.get('Event')).status).toBe(501);
  });
});

describeJava('functions in Java', () => {
  const properties = settings('java21', {
    Event: 'Handlers',
    Fails: 'Handlers::fails',
    Prints: 'Handlers::prints',
    Sleeps: 'Handlers::sleeps',
    Missing: 'Nowhere',
    Live: 'Handlers',
  });

  /** The class path of the tests in place of what an installation resolves. Gives the folder with the compiled handlers. */
  const environment = async (...more: string[]): Promise<string> => {
    const { javac, classpath, lambdaClient } = await java();
    const classes = path.join(root, 'classes');
    execFileSync(javac, ['-cp', classpath, '-d', classes, path.join(programs, 'Handlers.java')]);
    const folder = path.join(root, runtimeClientFolder('java'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'classpath.txt'), [...more, lambdaClient, classpath].join(path.delimiter));
    return classes;
  };
  /** What a map of Java looks like as a text. */
  const read = (text: string): JsonObject =>
    Object.fromEntries(
      text
        .slice(1, -1)
        .split(', ')
        .map((pair) => pair.split('=')),
    );

  test('run with the runtime interface client of AWS, from a folder', async () => {
    const classes = await environment();
    served = await serveFunctions(root, { code: everywhere(classes), functionProperties: properties });
    await behaves(served, read);
  });

  test('run from an archive, and with a transport of our own where that of AWS is not made for the system', async () => {
    const { javac, classpath, lambdaClient } = await java();
    const own = path.join(root, 'own');
    const source = path.resolve(__dirname, '../../assets/gateway/NativeClient.java');
    const all = [lambdaClient, classpath].join(path.delimiter);
    // Manifests of archives name others that are elsewhere.
    execFileSync(javac, ['-Xlint:all,-path', '-Werror', '-cp', all, '-d', own, source]);
    const classes = await environment(own);
    const archive = path.join(root, 'handlers.jar');
    execFileSync('jar', ['--create', '--file', archive, '-C', classes, '.']);
    served = await serveFunctions(root, { code: everywhere(archive), functionProperties: properties });
    await behaves(served, read);
  });

  test('generated ones run from what was compiled', async () => {
    const classes = await environment();
    const folder = path.join(root, 'handlers/java');
    cpSync(classes, path.join(folder, 'target/classes'), { recursive: true });
    writeFileSync(path.join(folder, javaClassPathFile), (await java()).classpath);
    const bundle = 'handlers/java/dist/lambda/handlers.jar';
    const origin = { operation: 'live', language: 'java', source: 'handlers/java/Handlers.java', bundle };
    const spec = { code: { Live: programs }, functionProperties: properties, origins: { Live: origin } };
    served = await serveFunctions(root, spec);
    const { method } = read(await (await served.get('Live')).text());
    expect(method).toBe('GET');
  });

  test('say what is missing', async () => {
    served = await serveFunctions(root, { code: everywhere(programs), functionProperties: properties });
    expect(served.operations[0]?.unavailable).toMatch(/runtime interface client is missing: run 'npx projen install'/);
  });
});
