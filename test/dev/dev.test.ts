import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DevSession, dev } from '../../src/dev/dev';
import { createJsonReporter } from '../../src/dev/json-reporter';
import type { Steps } from '../../src/dev/steps';
import { SpecError, UsageError } from '../../src/shared/diagnostics';
import type { JsonObject } from '../../src/shared/json';
import type { Workspace } from '../../src/shared/workspace';
import { lambdaOperation, mockOperation, writeAssembly } from '../gateway/support/local-app';

const workspace: Workspace = {
  name: 'pets',
  model: { file: 'model/src/main.yaml', bundle: 'model/.api.json' },
  runtime: ['typescript'],
  handlers: ['typescript'],
  infrastructure: 'typescript',
  documentation: [],
  library: [],
  app: { directory: 'app', command: ['node', 'main.js'] },
  steps: [],
};
const bundle = 'handlers/typescript/dist/lambda/say-hello';

interface Event {
  readonly event: string;
  readonly what?: string;
  readonly message?: string;
  readonly apis?: readonly { readonly url: string; readonly operations: readonly { readonly path: string }[] }[];
}

let directory: string;
let events: Event[];
let calls: string[];
let session: DevSession | undefined;
/** What the steps do next; each may be replaced by a test. */
let paths: string[];
let written: string[];
let failure: Error | undefined;
let broken: string | undefined;
let delay: number;

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
  writeFileSync(path.join(directory, file), text);
};
const handler = (text: string) =>
  write(`${bundle}/index.js`, `exports.handler = async () => ({ statusCode: 200, body: '${text}' });`);

function steps(): Steps {
  const step = async <T>(name: string, result: T, action = () => {}): Promise<T> => {
    calls.push(name);
    if (failure !== undefined) throw failure;
    action();
    return result;
  };
  return {
    generate: () => step('generate', written),
    bundle: () => step('bundle', { changed: [bundle], ...(broken === undefined ? {} : { failure: broken }) }),
    synthesize: async () => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await step('synthesize', undefined, synthesize);
    },
    dispose: async () => void calls.push('dispose'),
  };
}

function synthesize(): void {
  const metadata = {
    operation: 'sayHello',
    language: 'typescript',
    source: 'handlers/typescript/src/say-hello.ts',
    bundle,
  };
  const mocks = paths.map((name) => [name, { get: mockOperation({ responses: { default: { statusCode: '200' } } }) }]);
  const hello: JsonObject = {
    Type: 'AWS::Lambda::Function',
    Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { S3Key: 'x.zip' } },
    Metadata: { 'type-safe-api': metadata },
  };
  writeAssembly(path.join(directory, '.type-safe-api', 'cdk.out'), {
    document: {
      components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
      paths: {
        ...Object.fromEntries(mocks),
        '/hello': { get: lambdaOperation('Hello') },
        '/keyed': { get: lambdaOperation('Hello', { security: [{ key: [] }] }) },
      },
    },
    resources: { Hello: hello },
  });
}

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dev-'));
  [events, calls, paths, written, failure, broken, delay] = [[], [], ['/pets'], [], undefined, undefined, 0];
  write('model/src/main.yaml', '1');
  write('app/main.js', '1');
  write('handlers/typescript/src/say-hello.ts', '1');
  handler('one');
});
afterEach(async () => {
  await session?.close();
  session = undefined;
  rmSync(directory, { recursive: true, force: true });
});

async function start(watch = true): Promise<void> {
  const reporter = createJsonReporter((line) => events.push(JSON.parse(line)));
  session = await dev({ directory, workspace, port: 0, watch, reporter, steps: steps() });
}

const url = () => events.find(({ event }) => event === 'ready')?.apis?.[0]?.url ?? '';
const text = async (route: string) => (await fetch(url() + route)).text();
const status = async (route: string) => (await fetch(url() + route)).status;

/** Waits for an event of a kind that comes after this. */
async function next(kind: string, action: () => void): Promise<Event> {
  const from = events.length;
  action();
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const found = events.slice(from).find(({ event }) => event === kind);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no event '${kind}' came, only ${JSON.stringify(events.slice(from))}`);
}

test('generates, bundles, synthesizes and serves', async () => {
  await start(false);
  expect(calls).toEqual(['generate', 'bundle', 'synthesize']);
  expect(await text('/hello')).toBe('one');
  expect(events[0]?.apis?.[0]?.operations).toContainEqual({
    method: 'GET',
    path: '/hello',
    kind: 'lambda',
    details: ['typescript', 'say-hello', 'handlers/typescript/src/say-hello.ts'],
  });
});

test('a saved handler is bundled, and nothing else', async () => {
  await start();
  expect(await text('/hello')).toBe('one');
  calls = [];
  handler('two');
  const changed = await next('changed', () => write('handlers/typescript/src/say-hello.ts', '2'));
  expect(changed.what).toMatch(/^1 handler bundled in \d+ ms$/);
  expect(calls).toEqual(['bundle']);
  expect(await text('/hello')).toBe('two');
});

test('a handler that does not compile does not hold up the others', async () => {
  await start();
  expect(await text('/hello')).toBe('one');
  handler('two');
  broken = 'say-bye.ts is wrong';
  await next('changed', () => write('handlers/typescript/src/say-hello.ts', '2'));
  expect(events).toContainEqual({ event: 'failed', message: 'say-bye.ts is wrong' });
  expect(await text('/hello')).toBe('two');
});

test('a change after one that failed does what that one could not', async () => {
  await start();
  failure = new UsageError('the app failed');
  await next('failed', () => write('model/src/main.yaml', '2'));
  [failure, calls, paths] = [undefined, [], ['/pets', '/cats']];
  await next('changed', () => write('handlers/typescript/src/say-hello.ts', '2'));
  expect(calls).toEqual(['generate', 'bundle', 'synthesize']);
  expect(await status('/cats')).toBe(200);
});

test('a saved model swaps the routes of the same server', async () => {
  await start();
  expect(await status('/cats')).toBe(403);
  [calls, paths, written] = [[], ['/pets', '/cats'], ['generated/infrastructure/typescript/src/api.ts']];
  const changed = await next('changed', () => write('model/src/main.yaml', '2'));
  expect(changed.what).toMatch(/^1 file written in \d+ ms, 1 handler bundled in \d+ ms, app synthesized in \d+ ms$/);
  expect(await status('/cats')).toBe(200);
  expect(calls).toEqual(['generate', 'bundle', 'synthesize']);
});

test('a model that changes nothing of the infrastructure is not synthesized', async () => {
  await start();
  calls = [];
  await next('changed', () => write('model/src/main.yaml', '2'));
  expect(calls).toEqual(['generate', 'bundle']);
});

test('identities that are declared, changed and removed are read, and nothing else is done', async () => {
  await start();
  expect(await status('/keyed')).toBe(403);
  calls = [];
  const save = (key: string) => write('identities.json', JSON.stringify({ apiKeys: { mine: { value: key } } }));
  const keyed = async (key: string) => (await fetch(`${url()}/keyed`, { headers: { 'x-api-key': key } })).status;
  expect(await keyed('two')).toBe(200);
  expect(await next('changed', () => save('one'))).toMatchObject({
    files: ['identities.json'],
    what: 'identities read',
  });
  expect([await keyed('one'), await keyed('two')]).toEqual([200, 403]);
  await next('changed', () => save('two'));
  expect([await keyed('one'), await keyed('two')]).toEqual([403, 200]);
  await next('changed', () => rmSync(path.join(directory, 'identities.json')));
  expect(await keyed('one')).toBe(200);
  expect(calls).toEqual([]);
});

test('identities that are at fault leave those that were known', async () => {
  write('identities.json', '{"apiKeys":{"mine":{"value":"one"}}}');
  await start();
  const failed = await next('failed', () => write('identities.json', '{"apiKeys":{"mine":{}}}'));
  expect(failed.message).toBe("identities.json#/apiKeys/mine: 'value' is missing");
  const keyed = async (key: string) => (await fetch(`${url()}/keyed`, { headers: { 'x-api-key': key } })).status;
  expect([await keyed('one'), await keyed('two')]).toEqual([200, 403]);
});

test('what is different here is said for each operation', async () => {
  await start(false);
  const keyed = events[0]?.apis?.[0]?.operations.find(({ path: route }) => route === '/keyed');
  expect(keyed).toMatchObject({ caveats: ['API keys: every value will do; declare keys in identities.json'] });
});

test('a saved app is synthesized', async () => {
  await start();
  [calls, paths] = [[], []];
  await next('changed', () => write('app/main.js', '2'));
  expect(calls).toEqual(['synthesize']);
  expect(await status('/pets')).toBe(403);
});

test.each([
  [
    'the model',
    new SpecError([{ code: 'x', severity: 'error', place: { file: 'm.yaml', pointer: '/a' }, message: 'wrong' }]),
    /m\.yaml#\/a\n {2}error x: wrong/,
  ],
  ['a handler', new UsageError('the handlers could not be bundled'), /could not be bundled/],
])('what was served before still is when %s is broken', async (_, error, message) => {
  await start();
  failure = error;
  expect((await next('failed', () => write('model/src/main.yaml', '2'))).message).toMatch(message);
  expect([await text('/hello'), await status('/pets')]).toEqual(['one', 200]);
  failure = undefined;
  await next('changed', () => write('model/src/main.yaml', '3'));
});

test('an app that takes long is told of', async () => {
  delay = 1600;
  await start(false);
  expect(events.map(({ event }) => event)).toEqual(['busy', 'ready']);
  expect(events[0]?.what).toBe('synthesizing the app …');
});

test('a start that fails waits for a change', async () => {
  failure = new UsageError('broken');
  await start();
  expect(events).toEqual([{ event: 'failed', message: 'broken' }]);
  failure = undefined;
  await next('ready', () => write('model/src/main.yaml', '2'));
  expect(await status('/pets')).toBe(200);
});

test('a start that fails is an error when nothing is watched', async () => {
  failure = new UsageError('broken');
  await expect(start(false)).rejects.toThrow('broken');
});
