import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import { bundleInfrastructure } from '../support/load-infrastructure';
import { jsiiEnvironment } from '../support/toolchains';
import { writeSources } from './support/check-typescript';
import { readPages } from './support/markdown';
import { temporaryFolder } from './support/workspace';

// The page of integrations as an app, in which each example is an API: what the page says of requests is what they get.
jest.setTimeout(120_000);

const directory = temporaryFolder();
const workspace = path.join(directory, 'integrations');
let gateway: LocalGateway;

/** The constructs of the page's APIs, in its order, which is that of the gateway. */
let names: readonly string[];

beforeAll(async () => {
  const pages = readPages().filter(({ file }) => file === 'docs/integrations.md');
  const [source] = pages.flatMap((page) => writeSources(page, directory));
  bundleInfrastructure(workspace);
  write('handlers/typescript/dist/lambda/say-hello/index.js', 'exports.handler = async () => ({ statusCode: 200 });');
  write('greeter/greeter.py', 'def handler(event, context): return {"statusCode": 200}');
  write('.type-safe-api/buckets/Bucket/pets/p1', '{ "id": "p1" }');
  const program = source?.lines.map(({ text }) => text).join('\n') ?? '';
  names = [...program.matchAll(/new Api\(stack, '(\w+)'/g)].map(([, name = '']) => name);
  write('src/main.ts', program);
  synthesize();
  gateway = await serve({ assembly: path.join(workspace, 'cdk.out'), port: 0, root: workspace });
});

afterAll(async () => {
  await gateway.close();
  rmSync(directory, { recursive: true });
});

test('with nothing but a bucket, the object of the path is read', async () => {
  const found = await call('Api', 'pets/p1');
  expect(found.status).toBe(200);
  const headers = ['content-type', 'etag', 'last-modified'].map((name) => found.headers.get(name));
  expect(headers).not.toContain(null);
  expect(await found.json()).toEqual({ id: 'p1' });
  const again = await call('Api', 'pets/p1', { headers: { 'If-None-Match': found.headers.get('etag') ?? '' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('bytes are written, and the response has the header that the model declares', async () => {
  const photo = { method: 'PUT', body: Buffer.from([0x89, 0xff, 0]), headers: { 'Content-Type': 'image/png' } };
  const response = await call('Api', 'pets/p1/photo', photo);
  expect([response.status, response.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"[0-9a-f]{32}"$/)]);
  expect((await call('Photos', 'pets/p1/photo', photo)).status).toBe(200);
});

test.each([
  ['Api', 500, ''],
  ['Found', 404, '{"message": "No such pet"}'],
  ['Explained', 404, '{"message": "The specified key does not exist."}'],
])('what is answered for an object that is not there: %s', async (name, status, body) => {
  const response = await call(name, 'pets/p9');
  expect([response.status, await response.text()]).toEqual([status, body]);
});

test('another method and another key', async () => {
  const object = '.type-safe-api/buckets/Bucket/archive/p1/details.json';
  write(object, '{}');
  expect((await call('Removal', 'pets/p1/delete', { method: 'POST' })).status).toBe(204);
  expect(existsSync(path.join(workspace, object))).toBe(false);
});

function call(name: string, target: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.apis()[names.indexOf(name)]?.url}/${target}`, init);
}

function write(file: string, text: string): void {
  const target = path.join(workspace, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function synthesize(): void {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...jsiiEnvironment, CDK_OUTDIR: path.join(workspace, 'cdk.out') },
  });
  if (status !== 0) throw new Error(`the app of the page failed:\n${stderr}`);
}
