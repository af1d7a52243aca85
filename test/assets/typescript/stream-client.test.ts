import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSync } from 'esbuild';
import { generateSpec } from '../../support/generated-runtime';
import { loadSupport } from '../../support/runtime-support';

const { callStream, sendStream } =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/stream-client')>('stream-client');
const { readJsonEvents, readJsonLines } =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/read-stream')>('read-stream');

const plan = {
  operationId: 'watchPets',
  method: 'GET',
  path: '/pets/changes',
  accept: 'text/event-stream, application/json',
  streams: { 'text/event-stream': readJsonEvents, 'application/jsonl': readJsonLines },
};

let server: Server;
let respond: (response: ServerResponse) => void;
let options: { readonly baseUrl: string; readonly timeout?: number };

beforeEach(async () => {
  server = createServer((_, response) => respond(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  options = { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const events = { 'content-type': 'text/event-stream; charset=utf-8' };
const event = (id: number) => `data: {"id":${id}}\n\n`;
type Items = AsyncIterable<unknown>;

test('items are there as they are sent', async () => {
  let send = (): void => undefined;
  respond = (response) => {
    response.writeHead(200, events).write(event(1));
    send = () => response.end(event(2));
  };
  const items = (await callStream<Items>({ options }, plan))[Symbol.asyncIterator]();
  expect(await items.next()).toEqual({ done: false, value: { data: { id: 1 } } });
  send();
  expect(await items.next()).toEqual({ done: false, value: { data: { id: 2 } } });
  expect(await items.next()).toEqual({ done: true, value: undefined });
});

test('whoever stops early ends the connection', async () => {
  const closed = new Promise<void>((resolve) => {
    respond = (response) => {
      response.on('close', resolve);
      response.writeHead(200, events).write(event(1) + event(2));
    };
  });
  const found: unknown[] = [];
  for await (const item of await callStream<Items>({ options }, plan)) {
    found.push(item);
    break;
  }
  expect(found).toEqual([{ data: { id: 1 } }]);
  await closed;
});

test('a signal ends it, too, and is the cause of what is thrown', async () => {
  const closed = new Promise<void>((resolve) => {
    respond = (response) => {
      response.on('close', resolve);
      response.writeHead(200, events).write(event(1));
    };
  });
  const controller = new AbortController();
  const items = (await callStream<Items>({ options }, plan, { signal: controller.signal }))[Symbol.asyncIterator]();
  await items.next();
  controller.abort();
  await expect(items.next()).rejects.toMatchObject({ name: 'FetchError', cause: { name: 'AbortError' } });
  await closed;
});

test('a timeout counts until the response begins, and no longer', async () => {
  respond = (response) => {
    response.writeHead(200, events).write(event(1));
    setTimeout(() => response.end(event(2)), 150);
  };
  const found: unknown[] = [];
  const client = { options: { ...options, timeout: 100 } };
  for await (const item of await callStream<Items>(client, plan)) found.push(item);
  expect(found).toHaveLength(2);
  respond = () => undefined;
  await expect(callStream({ options }, plan, { timeout: 20 })).rejects.toMatchObject({
    name: 'FetchError',
    message: expect.stringContaining('the response did not begin in time'),
    cause: { name: 'TimeoutError' },
  });
});

test('a stream that is cut off is an error', async () => {
  respond = (response) => {
    response.writeHead(200, events).write(event(1));
    setImmediate(() => response.destroy());
  };
  const read = async () => {
    for await (const _ of await callStream<Items>({ options }, plan));
  };
  await expect(read()).rejects.toMatchObject({ name: 'FetchError', operationId: 'watchPets' });
});

test('an item that is no JSON is an error of the API', async () => {
  respond = (response) => response.writeHead(200, events).end('data: {\n\n');
  const items = (await callStream<Items>({ options }, plan))[Symbol.asyncIterator]();
  await expect(items.next()).rejects.toThrow(SyntaxError);
});

test('the media type of the response says how items are read, and whether it is a stream', async () => {
  respond = (response) => response.writeHead(200, { 'content-type': 'application/jsonl' }).end('1\n2\n');
  const found: unknown[] = [];
  for await (const item of await callStream<Items>({ options }, plan)) found.push(item);
  expect(found).toEqual([1, 2]);
  respond = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":"x"}');
  expect(await callStream({ options }, plan)).toEqual({ text: 'x' });
});

test('an error is thrown with its body, whatever its media type; the raw form answers it', async () => {
  respond = (response) => response.writeHead(429, events).end('slow down');
  await expect(callStream({ options }, plan)).rejects.toMatchObject({
    name: 'ResponseError',
    status: 429,
    body: 'slow down',
  });
  expect(await sendStream({ options }, plan)).toMatchObject({ status: 429, body: 'slow down' });
});

test('a client that does not call an operation that streams has no part of this', () => {
  const source = `${generateSpec('streaming.yaml')}/generated/runtime/typescript/esm/index.js`;
  const bundle = (name: string) =>
    buildSync({
      stdin: { contents: `export { ${name} } from '${source}';`, resolveDir: '/' },
      bundle: true,
      format: 'esm',
      write: false,
      minify: true,
    }).outputFiles[0]?.text ?? '';
  for (const name of ['getPet', 'getPetHandler']) expect(bundle(name)).not.toMatch(/retry:|event-stream|awslambda/);
  expect(bundle('watchPets')).not.toContain('cut off');
  expect(bundle('watchPets').length - bundle('getPet').length).toBeLessThan(2_500);
});
