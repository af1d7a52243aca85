import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../../src/shared/json';
import { lambdaOperation, type RunningApp, startApp } from './support/local-app';
import { until } from './support/until';

const lines: string[] = [];
const notes: string[] = [];
/** A function that streams; what it runs has `stream`, `event` and `until`, which waits for a file. */
const streams = (body: string) => `
const { existsSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const file = (name) => path.join(process.env.FOLDER, name);
const until = async (name) => { while (!existsSync(file(name))) await new Promise((r) => setTimeout(r, 5)); };
const begin = (stream, metadata) => awslambda.HttpResponseStream.from(stream, metadata);
exports.handler = awslambda.streamifyResponse(async (event, stream, context) => {${body}});`;

const functions: Readonly<Record<string, string>> = {
  Events: streams(`
    stream = begin(stream, { statusCode: 200, headers: { 'content-type': 'text/event-stream', 'x-a': '1' }, multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] } });
    stream.write('data: first\\n\\n');
    await until('go');
    stream.write('data: last\\n\\n');
    stream.end();`),
  Pieces: streams(`
    stream.write(JSON.stringify({ statusCode: 201, cookies: ['c=3'] }));
    for (let index = 0; index < 8; index += 1) stream.write(Buffer.alloc(1));
    for (const piece of ['a', 'b', { c: 1 }]) stream.write(piece);
    stream.end();`),
  Large: streams(`
    stream = begin(stream, { statusCode: 200, headers: { 'content-type': 'application/octet-stream' } });
    const chunk = Buffer.alloc(1024 * 1024, 7);
    for (let index = 0; index < 12; index += 1)
      if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve));
    stream.end();`),
  Empty: streams("begin(stream, { statusCode: 204 }); stream.write(''); stream.end();"),
  Fails: streams(
    "begin(stream, { statusCode: 200 }); stream.write('a'); await until('fail'); throw new TypeError('boom');",
  ),
  FailsFirst: streams("throw new TypeError('boom');"),
  Exits: streams("begin(stream, { statusCode: 200 }); stream.write('a'); await until('exit'); process.exit(3);"),
  Slow: streams("begin(stream, { statusCode: 200 }); stream.write('a'); await new Promise(() => {});"),
  Impatient: streams(
    "begin(stream, { statusCode: 200 }); stream.write('a'); stream.on('close', () => { writeFileSync(file('cut'), ''); }); await new Promise((r) => stream.on('close', r));",
  ),
  Left: streams(`
    begin(stream, { statusCode: 200 });
    const gone = new Promise((resolve) => stream.once('close', resolve));
    stream.write('a');
    await gone;
    writeFileSync(file('left'), '');`),
  Late: streams(`
    const { name } = event.queryStringParameters;
    writeFileSync(file(name + '-called'), '');
    await until(name + '-go');
    begin(stream, { statusCode: 200 });
    const gone = new Promise((resolve) => stream.once('close', resolve));
    stream.write('a');
    await gone;
    writeFileSync(file(name + '-gone'), '');`),
  Silent: streams(
    "stream.write('{'); await new Promise((r) => stream.once('close', r)); writeFileSync(file('silenced'), '');",
  ),
  Flood: streams(`
    begin(stream, { statusCode: 200 });
    const chunk = Buffer.alloc(1024 * 1024);
    for (let index = 0; index < 64; index += 1)
      if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve));
    writeFileSync(file('flooded'), '');
    stream.end();`),
  Crowd: streams(`
    begin(stream, { statusCode: 200 });
    stream.write(String(process.pid));
    await until('crowd');
    stream.end();`),
  NoMetadata: streams("stream.write('hello'); stream.end();"),
  BadMetadata: streams("stream.write('hello'); stream.write(new Uint8Array(8)); stream.end();"),
  BadStatus: streams("begin(stream, { statusCode: 'abc' }); stream.write('a'); stream.end();"),
  LongMetadata: streams("begin(stream, { headers: { a: 'x'.repeat(20000) } }); stream.write('a'); stream.end();"),
  Whole: 'exports.handler = async () => ({ statusCode: 200, body: "whole" });',
};

function operation(id: string, integration: JsonObject = { responseTransferMode: 'STREAM' }): JsonObject {
  const own = lambdaOperation(id)['x-amazon-apigateway-integration'] as JsonObject;
  const uri = JSON.parse(
    JSON.stringify(own.uri)
      .replace('2015-03-31', '2021-11-15')
      .replace('/invocations', '/response-streaming-invocations'),
  );
  return {
    'x-amazon-apigateway-any-method': {
      responses: {},
      'x-amazon-apigateway-integration': { ...own, uri, ...integration },
    },
  };
}

let app: RunningApp;
let folder: string;
const touch = (name: string) => writeFileSync(path.join(folder, name), '');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'streams-'));
  const properties = Object.keys(functions).map((id) => [
    id,
    { Timeout: id === 'Slow' ? 1 : 20, Environment: { Variables: { FOLDER: folder } } },
  ]);
  app = await startApp({
    document: {
      paths: {
        ...Object.fromEntries(Object.keys(functions).map((id) => [`/${id}`, operation(id)])),
        '/buffered/Events': operation('Pieces', {}),
        '/short/Late': operation('Late', { responseTransferMode: 'STREAM', timeoutInMillis: 500 }),
        '/short/Silent': operation('Silent', { responseTransferMode: 'STREAM', timeoutInMillis: 500 }),
        '/short/Impatient': operation('Impatient', { responseTransferMode: 'STREAM', timeoutInMillis: 3_000 }),
      },
    },
    functions,
    functionProperties: Object.fromEntries(properties),
    listener: {
      output: (lambda, line) => lines.push(`${lambda.name}: ${line}`),
      exchange: (_, reply) => notes.push(reply.note ?? ''),
    },
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (target: string, init?: RequestInit) => fetch(app.url + target, init);

function readerOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  return { reader, next: async () => Buffer.from((await reader.read()).value ?? []).toString() };
}

test('the first event is there before the last one is made', async () => {
  const response = await get('/Events');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('x-a')).toBe('1');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('content-length')).toBeNull();
  const { next } = readerOf(response);
  expect(await next()).toBe('data: first\n\n');
  touch('go');
  expect(await next()).toBe('data: last\n\n');
  expect(await next()).toBe('');
});

test('metadata may come in pieces, with cookies; what is no text is written as JSON', async () => {
  const response = await get('/Pieces');
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(['c=3']);
  expect(await response.text()).toBe('ab{"c":1}');
});

test('the limit of 10 MB is for responses that are not streamed', async () => {
  expect((await (await get('/Large')).arrayBuffer()).byteLength).toBe(12 * 1024 * 1024);
});

test('a response without a body, and a request for the head of one', async () => {
  expect((await get('/Empty')).status).toBe(204);
  const head = await get('/Pieces', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([201, '']);
});

const failure = { message: 'Internal server error' };

test.each<[target: string, note: RegExp]>([
  ['/NoMetadata', /malformed streaming response: it ends before the eight nulls/],
  ['/BadMetadata', /malformed streaming response: its metadata is no JSON/],
  ['/BadStatus', /'statusCode' is "abc"/],
  ['/LongMetadata', /malformed streaming response: no eight nulls end its metadata/],
  ['/Whole', /the response of the function is not streamed; wrap the handler with 'awslambda.streamifyResponse'/],
  ['/FailsFirst', /TypeError: boom/],
  ['/buffered/Events', /malformed Lambda proxy response/],
])('%s is an error of the gateway, as for a function that is not streamed', async (target, note) => {
  const response = await get(target);
  expect(response.status).toBe(502);
  expect(await response.json()).toEqual(failure);
  expect(notes.at(-1)).toMatch(note);
});

test.each([
  ['/Fails', 'fail', 'TypeError: boom'],
  ['/Exits', 'exit', 'the process ended with exit code 3'],
  ['/Slow', undefined, 'Task timed out after 1.00 seconds'],
])('%s breaks the connection after what it has sent', async (target, file, line) => {
  const response = await get(target);
  const { next } = readerOf(response);
  expect([response.status, await next()]).toEqual([200, 'a']);
  if (file !== undefined) touch(file);
  await expect(next()).rejects.toThrow();
  await until(() => lines.some((each) => each.startsWith(target.slice(1)) && each.includes(line)));
  expect((await get('/Pieces')).status).toBe(201);
});

test('the integration waits no longer than it says, for all of the response', async () => {
  const response = await get('/short/Impatient');
  const { next } = readerOf(response);
  expect(await next()).toBe('a');
  await expect(next()).rejects.toThrow();
  await until(() => existsSync(path.join(folder, 'cut')));
});

test('a client that goes is noticed by the function, whose process serves the next one', async () => {
  await new Promise<void>((resolve) => {
    const sent = httpRequest(`${app.url}/Left`, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
    });
    sent.end();
  });
  await until(() => existsSync(path.join(folder, 'left')));
  const again = await get('/Left');
  expect(await readerOf(again).next()).toBe('a');
  await again.body?.cancel().catch(() => undefined);
});

test('a client that goes before the function has begun is noticed as soon as it begins', async () => {
  const sent = httpRequest(`${app.url}/Late?name=early`).on('error', () => undefined);
  sent.end();
  await until(() => existsSync(path.join(folder, 'early-called')));
  const answered = notes.length;
  sent.destroy();
  touch('early-go');
  await until(() => notes.length > answered);
  await until(() => existsSync(path.join(folder, 'early-gone')));
});

test('what begins after the integration has ceased to wait is not waited for either', async () => {
  expect((await get('/short/Late?name=overdue')).status).toBe(504);
  touch('overdue-go');
  await until(() => existsSync(path.join(folder, 'overdue-gone')));
});

test('metadata that does not come in time is a timeout of the integration', async () => {
  expect((await get('/short/Silent')).status).toBe(504);
  await until(() => existsSync(path.join(folder, 'silenced')));
});

test('a function writes no faster than the client reads', async () => {
  const response = await new Promise<IncomingMessage>((resolve) => {
    httpRequest(`${app.url}/Flood`, resolve).end();
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(existsSync(path.join(folder, 'flooded'))).toBe(false);
  let size = 0;
  for await (const chunk of response) size += (chunk as Buffer).length;
  expect([size, existsSync(path.join(folder, 'flooded'))]).toEqual([64 * 1024 * 1024, true]);
});

test('a function has four processes; the fifth request waits for the end of a stream', async () => {
  const first = await Promise.all(Array.from({ length: 4 }, () => get('/Crowd')));
  const pids = await Promise.all(first.map((response) => readerOf(response).next()));
  expect(new Set(pids).size).toBe(4);
  let isServed = false;
  const fifth = get('/Crowd').then((response) => {
    isServed = true;
    return response.text();
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isServed).toBe(false);
  touch('crowd');
  expect(pids).toContain(await fifth);
});
