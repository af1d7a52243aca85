import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ErrorIntegrationResponses, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';
import { derive } from '../openapi/gateway/derive';

const variable = (name: string) => ({ in: 'path', name, required: true, schema: { type: 'string' } });
const content = (...mediaTypes: readonly string[]) => Object.fromEntries(mediaTypes.map((type) => [type, {}]));
const statuses = (mediaType: string, ...codes: readonly number[]): JsonObject =>
  Object.fromEntries(
    codes.map((code) => [String(code), { description: '', ...(code === 200 ? { content: content(mediaType) } : {}) }]),
  );
const read = (operationId: string, mediaType: string, ...codes: readonly number[]): JsonObject => ({
  operationId,
  responses: statuses(mediaType, 200, ...codes),
});
const write = (operationId: string, mediaType: string): JsonObject => ({
  operationId,
  requestBody: { content: content(mediaType) },
  responses: statuses(mediaType, 200, 500),
});
const pet = [variable('petId')];
const model: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets/{petId}': {
      parameters: pet,
      get: read('getPet', 'application/json', 500),
      put: write('putPet', 'application/json'),
    },
    '/pets/{petId}/as-they-are': { parameters: pet, get: read('getPetOrError', 'application/json') },
    '/pets/{petId}/custom': { parameters: pet, get: read('getPetOr404', 'application/json', 404, 500) },
    '/pets/{petId}/hidden': { parameters: pet, get: read('getPetOr403', 'application/json', 403, 404, 500) },
    '/pets/{petId}/details': { parameters: pet, put: write('putDetails', 'application/json') },
    '/pets/{petId}/delete': {
      parameters: pet,
      post: { operationId: 'deleteDetails', responses: { 204: { description: '' }, 500: { description: '' } } },
    },
    '/files/{proxy+}': {
      parameters: [variable('proxy')],
      get: read('getFile', 'image/png', 404, 500),
      put: write('putFile', 'image/png'),
    },
  },
};

let root: string;
let gateway: LocalGateway;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-s3-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(derive(model).document));
  const assembly = path.join(root, 'cdk.out');
  const app = new App({ outdir: assembly, context: { 'aws:cdk:enable-path-metadata': true } });
  const bucket = new Bucket(new Stack(app, 'Data'), 'Pets');
  const stack = new Stack(app, 'Shop');
  const get = (props: Omit<Parameters<typeof Integrations.s3>[0], 'bucket'>) => ({
    integration: Integrations.s3({ bucket, path: 'pets/{petId}', ...props }),
  });
  const notFound = ErrorIntegrationResponses.custom({ responses: { '404': { statusCode: '404' } } });
  const details = 'my-pets/{petId}/details.json';
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    integrations: {
      getPet: { integration: Integrations.s3({ bucket }) },
      putPet: { integration: Integrations.s3({ bucket }) },
      getPetOrError: get({ errorIntegrationResponse: ErrorIntegrationResponses.none() }),
      getPetOr404: get({ errorIntegrationResponse: notFound }),
      getPetOr403: get({
        path: 'hidden/{petId}',
        missingKeysAreNotFound: false,
        errorIntegrationResponse: ErrorIntegrationResponses.custom({
          responses: { '403': { statusCode: '403' }, '404': { statusCode: '404' } },
        }),
      }),
      putDetails: get({ path: details }),
      deleteDetails: get({ path: details, method: 'delete', successResponseStatusCode: 204 }),
      getFile: { integration: Integrations.s3({ bucket, errorIntegrationResponse: notFound }) },
      putFile: { integration: Integrations.s3({ bucket }) },
    },
  });
  app.synth();
  gateway = await serve({ assembly, root, port: 0 });
  url = gateway.apis()[0]?.url ?? '';
}, 120_000);
afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true, force: true });
});

const json = { 'Content-Type': 'application/json' };
const png = { 'Content-Type': 'image/png' };
const folder = (...names: readonly string[]) => path.join(root, '.type-safe-api', 'buckets', 'Pets', ...names);
const put = (target: string, body: string | Buffer, headers: Record<string, string> = json) =>
  fetch(url + target, { method: 'PUT', headers, body });
const get = async (target: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url + target, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

test('the terminal shows the folder of a bucket, which may be in another stack', () => {
  const [api] = gateway.apis();
  expect(new Set(api?.operations.map(({ kind, details }) => `${kind} ${details}`))).toEqual(
    new Set(['s3 ./.type-safe-api/buckets/Pets']),
  );
  expect(api?.caveats).toEqual(['not enforced here: WAF, throttling']);
});

test('an object is at the path of the operation', async () => {
  expect((await put('/pets/rex', '{"name":"Rex"}')).status).toBe(200);
  expect(existsSync(folder('pets', 'rex'))).toBe(true);
  const found = await get('/pets/rex');
  expect([found.status, found.text, found.headers.get('content-type')]).toEqual([
    200,
    '{"name":"Rex"}',
    'application/json',
  ]);
  const etag = found.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  expect((await get('/pets/rex', { 'If-None-Match': etag })).status).toBe(304);
});

test('an error is an empty 500, unless something else is asked for', async () => {
  expect(await get('/pets/nope')).toMatchObject({ status: 500, text: '' });
});

test('errors as they are, with the status of success', async () => {
  const { status, text, headers } = await get('/pets/nope/as-they-are');
  expect([status, headers.get('content-type')]).toEqual([200, 'application/xml']);
  expect(text).toContain(
    '<Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>pets/nope</Key>',
  );
});

test('errors by their status', async () => {
  expect((await get('/pets/nope/custom')).status).toBe(404);
  expect((await get('/pets/rex/custom')).status).toBe(200);
  expect((await get('/pets/nope/hidden')).status).toBe(403);
  mkdirSync(folder('hidden'), { recursive: true });
  writeFileSync(folder('hidden', 'cat.json'), '{}');
  expect(await get('/pets/cat.json/hidden')).toMatchObject({ status: 200, text: '{}' });
});

test('a POST that deletes an object with another key', async () => {
  await put('/pets/rex/details', '{"age":3}');
  expect(existsSync(folder('my-pets', 'rex', 'details.json'))).toBe(true);
  const remove = () => fetch(`${url}/pets/rex/delete`, { method: 'POST' });
  expect((await remove()).status).toBe(204);
  expect(existsSync(folder('my-pets', 'rex', 'details.json'))).toBe(false);
  expect((await remove()).status).toBe(204);
});

test.each(['a b+c.png', 'tierärztin/日本/😀.png', '100%', 'a/../b', "it's (1).png", '%2F', 'x/'])(
  'the bytes of %j survive both ways, whatever the client accepts',
  async (name) => {
    const bytes = randomBytes(5000);
    const target = `/files/${name.split('/').map(encodeURIComponent).join('%2F')}`;
    expect((await put(target, bytes, png)).status).toBe(200);
    for (const accept of ['image/png', '*/*', 'text/html']) {
      const response = await fetch(url + target, { headers: { Accept: accept } });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    }
    expect((await fetch(`${url}${target}x`, { headers: { Accept: 'image/png' } })).status).toBe(404);
  },
);

test('a file that was laid in the folder is fetched with its bytes', async () => {
  const bytes = randomBytes(100);
  mkdirSync(folder('files'), { recursive: true });
  writeFileSync(folder('files', 'laid.png'), bytes);
  const response = await fetch(`${url}/files/laid.png`);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
});
