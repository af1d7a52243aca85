import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../src/shared/json';
import { type RunningApp, startApp } from './support/local-app';

const header = (name: string) => [`method.response.header.${name}`, `integration.response.header.${name}`];
const headers = Object.fromEntries(['Content-Type', 'ETag', 'Content-Length'].map(header));
const passAll = {
  '2\\d{2}': { statusCode: '200', responseParameters: headers },
  '404': { statusCode: '404', responseParameters: headers },
  '405': { statusCode: '405', responseParameters: headers },
  default: { statusCode: '500' },
};

function s3Operation(method: string, key: string, responses: JsonObject = passAll): JsonObject {
  const names = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const parameters = names.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]);
  return {
    'x-amazon-apigateway-integration': {
      type: 'aws',
      httpMethod: method,
      uri: { 'Fn::Sub': `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:s3:path/\${Bucket}/${key}` },
      requestParameters: {
        ...Object.fromEntries(parameters),
        'integration.request.header.Content-Type': 'method.request.header.Content-Type',
        'integration.request.querystring.prefix': 'method.request.querystring.prefix',
      },
      responses,
    },
  };
}

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({
    document: {
      paths: {
        '/list': { get: s3Operation('GET', '') },
        '/pets/{id}': {
          get: s3Operation('GET', 'pets/{id}'),
          put: s3Operation('PUT', 'pets/{id}'),
          delete: s3Operation('DELETE', 'pets/{id}'),
          head: s3Operation('HEAD', 'pets/{id}'),
          post: s3Operation('POST', 'pets/{id}'),
        },
        '/pets/{id}/photo': { put: s3Operation('PUT', 'pets/{id}/photo'), get: s3Operation('GET', 'pets/{id}/photo') },
        '/files/{proxy+}': { get: s3Operation('GET', '{proxy}'), put: s3Operation('PUT', '{proxy}') },
        '/as-200/{id}': { get: s3Operation('GET', 'pets/{id}', { default: { statusCode: '200' } }) },
        '/as-500/{id}': {
          get: s3Operation('GET', 'pets/{id}', {
            '2\\d{2}': { statusCode: '200' },
            '4\\d{2}': { statusCode: '500', responseTemplates: { 'application/json': "#set($empty = '')" } },
          }),
        },
      },
    },
    resources: { Bucket: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Stack/Pets/Resource' } } },
  });
});
afterAll(() => app.close());

const call = (method: string, target: string, body?: string, contentType?: string) =>
  fetch(app.url + target, {
    method,
    ...(body === undefined ? {} : { body }),
    ...(contentType === undefined ? {} : { headers: { 'Content-Type': contentType } }),
  });
const bucket = () => path.join(app.root, '.type-safe-api', 'buckets', 'Pets');

test('the terminal shows the folder', () => {
  expect(app.gateway.apis()[0]?.operations[0]).toMatchObject({
    kind: 's3',
    details: ['./.type-safe-api/buckets/Pets'],
  });
});

test('an object is put, looked at, fetched and deleted', async () => {
  const put = await call('PUT', '/pets/p1', '{"name":"Rex"}', 'application/json');
  expect([put.status, await put.text()]).toEqual([200, '']);
  expect(readFileSync(path.join(bucket(), 'pets', 'p1'), 'utf8')).toBe('{"name":"Rex"}');
  const head = await call('HEAD', '/pets/p1');
  expect(head.status).toBe(200);
  const get = await call('GET', '/pets/p1');
  expect(await get.text()).toBe('{"name":"Rex"}');
  expect(get.headers.get('content-type')).toBe('application/json');
  expect(get.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  expect((await call('DELETE', '/pets/p1')).status).toBe(200);
  expect((await call('GET', '/pets/p1')).status).toBe(404);
  expect((await call('DELETE', '/pets/p1')).status).toBe(200);
});

test('an object that is not there is told in XML', async () => {
  const response = await call('GET', '/pets/nope');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/xml');
  expect(await response.text()).toContain('<Code>NoSuchKey</Code>');
});

test('a method that objects do not have', async () => {
  expect((await call('POST', '/pets/x', 'a')).status).toBe(405);
});

test('a status that nothing matches falls to the default, and templates empty the body', async () => {
  const all = await call('GET', '/as-200/nope');
  expect([all.status, await all.text()]).toEqual([200, expect.stringContaining('NoSuchKey')]);
  const none = await call('GET', '/as-500/nope');
  expect([none.status, await none.text()]).toEqual([500, '']);
});

test('a file that was laid in the folder is an object', async () => {
  mkdirSync(path.join(bucket(), 'docs'), { recursive: true });
  writeFileSync(path.join(bucket(), 'docs', 'a.html'), '<p>');
  const response = await call('GET', '/files/docs/a.html');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
});

test('an object may be above another one', async () => {
  await call('PUT', '/pets/p2', 'pet', 'text/plain');
  await call('PUT', '/pets/p2/photo', 'photo', 'text/plain');
  expect(await (await call('GET', '/pets/p2')).text()).toBe('pet');
  expect(await (await call('GET', '/pets/p2/photo')).text()).toBe('photo');
});

test.each(['a b', 'a/b', '../../../escape', 'ü+&%25', 'a//b', '.', 'x/'])('the key %j is its own', async (key) => {
  const target = `/files/k-${encodeURIComponent(key)}`;
  expect((await call('PUT', target, key, 'text/plain')).status).toBe(200);
  expect(await (await call('GET', target)).text()).toBe(key);
  expect(existsSync(path.join(app.root, 'escape'))).toBe(false);
});

test('a bucket is listed by prefix', async () => {
  await call('PUT', '/files/list/one', '1', 'text/plain');
  await call('PUT', '/files/list/two', '2', 'text/plain');
  const text = await (await call('GET', '/list?prefix=list/')).text();
  expect([...text.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key)).toEqual(['list/one', 'list/two']);
});
