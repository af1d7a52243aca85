import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../../src/shared/json';
import { type RunningApp, startApp } from './support/local-app';

/** Servers that only deployed APIs can call. */
const uris: JsonObject = {
  private: { 'Fn::Join': ['', ['http://', { 'Fn::GetAtt': ['Nlb', 'DNSName'] }, ':8080/items/{id}']] },
  public: { 'Fn::Sub': 'https://${Nlb.DNSName}/public/{id}' },
  named: 'http://Internal.example.com/{id}',
};
const variable = 'TYPE_SAFE_API_BACKEND_SERVICE_NLB';
let backend: Server;
let address: string;
let app: RunningApp;

beforeAll(async () => {
  backend = createServer((request, response) => {
    if (request.url?.startsWith('/slow') === true) return;
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const seen = { method, url, custom: headers['x-custom'] ?? null, body: Buffer.concat(chunks).toString() };
      response.writeHead(Number(headers['x-status'] ?? 200), {
        'Content-Type': 'application/json',
        'X-Backend': 'yes',
      });
      response.end(JSON.stringify(seen));
    });
  });
  backend.listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const base = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  address = base;
  const operation = (integration: JsonObject) => ({
    'x-amazon-apigateway-integration': { httpMethod: 'POST', ...integration },
  });
  app = await startApp({
    resources: {
      Nlb: {
        Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        Metadata: { 'aws:cdk:path': 'Stack/Service/Nlb/Resource' },
      },
    },
    document: {
      paths: {
        '/proxy/{id}': {
          'x-amazon-apigateway-any-method': operation({
            type: 'http_proxy',
            httpMethod: 'ANY',
            uri: `${base}/{id}`,
            requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
          }),
        },
        '/mapped/{id}': {
          get: operation({
            type: 'http',
            uri: `${base}/items/{key}`,
            requestParameters: {
              'integration.request.path.key': 'method.request.path.id',
              'integration.request.querystring.page': 'method.request.querystring.p',
              'integration.request.header.X-Custom': "'fixed'",
              'integration.request.header.X-Status': 'method.request.header.X-Status',
            },
            requestTemplates: { 'application/json': '{"id":"$input.params(\'id\')"}' },
            responses: {
              '4\\d{2}': {
                statusCode: '404',
                responseTemplates: { 'application/json': '{"gone":"$input.path(\'$.url\')"}' },
              },
              default: {
                statusCode: '200',
                responseParameters: {
                  'method.response.header.X-From': 'integration.response.header.X-Backend',
                  'method.response.header.X-Method': 'integration.response.body.method',
                },
              },
            },
          }),
        },
        '/slow': { get: operation({ type: 'http_proxy', uri: `${base}/slow`, timeoutInMillis: 50 }) },
        ...Object.fromEntries(
          Object.entries(uris).map(([name, uri]) => [
            `/${name}/{id}`,
            {
              get: operation({
                type: 'http_proxy',
                connectionType: name === 'public' ? 'INTERNET' : 'VPC_LINK',
                connectionId: 'link',
                httpMethod: 'GET',
                uri,
                requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
              }),
            },
          ]),
        ),
        '/down': { get: operation({ type: 'http_proxy', uri: 'http://127.0.0.1:1/' }) },
      },
    },
  });
});
afterAll(async () => {
  await app.close();
  backend.closeAllConnections();
  backend.close();
});

test('a proxy passes everything on, and back', async () => {
  const headers = { 'X-Custom': 'c', 'X-Status': '201' };
  const response = await fetch(`${app.url}/proxy/a%20b?q=1&q=2`, { method: 'PUT', headers, body: 'text' });
  expect(await response.json()).toEqual({ method: 'PUT', url: '/a%20b?q=1&q=2', custom: 'c', body: 'text' });
  expect([response.status, response.headers.get('x-backend')]).toEqual([201, 'yes']);
});

test('mappings make the request and the response', async () => {
  const response = await fetch(`${app.url}/mapped/x%2Fy?p=3&q=4`);
  expect(await response.json()).toEqual({
    method: 'POST',
    url: '/items/x/y?page=3',
    custom: 'fixed',
    body: '{"id":"x/y"}',
  });
  expect([response.headers.get('x-from'), response.headers.get('x-method')]).toEqual(['yes', 'POST']);
});

test('a response is chosen by the status of the backend', async () => {
  const response = await fetch(`${app.url}/mapped/z`, { headers: { 'X-Status': '410' } });
  expect([response.status, await response.json()]).toEqual([404, { gone: '/items/z' }]);
});

test.each([
  ['/slow', 504, 'Endpoint request timed out'],
  ['/down', 504, 'Internal server error'],
])('%s answers %d', async (path, status, message) => {
  const response = await fetch(app.url + path);
  expect([response.status, await response.json()]).toEqual([status, { message }]);
});

describe('a server that only the deployed API can call', () => {
  afterEach(() => {
    delete process.env[variable];
  });
  const unavailable = (path: string) =>
    app.gateway.apis()[0]?.operations.find((operation) => operation.path === path)?.unavailable;

  test('is told of at the start, with the remedy', () => {
    expect(unavailable('/private/{id}')).toBe(
      `http://Service-Nlb.DNSName:8080 is in a private network, behind a VPC link; run it here, and set ${variable} to its address, such as http://localhost:8080`,
    );
    expect(unavailable('/public/{id}')).toContain(
      'https://Service-Nlb.DNSName has its name only when the app is deployed',
    );
    expect(unavailable('/named/{id}')).toContain('set TYPE_SAFE_API_BACKEND_INTERNAL_EXAMPLE_COM');
    expect(unavailable('/down')).toBeUndefined();
  });

  test('is answered for', async () => {
    const response = await fetch(`${app.url}/private/1`);
    expect([response.status, await response.json()]).toEqual([
      501,
      { message: expect.stringContaining(`run it here, and set ${variable}`) },
    ]);
  });

  test('is called where a variable of the environment says it is', async () => {
    process.env[variable] = address;
    const response = await fetch(`${app.url}/private/a%20b?q=1`);
    expect(await response.json()).toMatchObject({ method: 'GET', url: '/items/a%20b?q=1' });
    process.env[variable] = `${address}/base/`;
    expect(await (await fetch(`${app.url}/public/1`)).json()).toMatchObject({ url: '/base/public/1' });
    expect(unavailable('/private/{id}')).toBeUndefined();
  });

  test('is not called at what is no address', async () => {
    process.env[variable] = 'localhost:8080';
    expect(unavailable('/private/{id}')).toBe(
      `${variable} is 'localhost:8080', which is no address such as http://localhost:8080`,
    );
    expect((await fetch(`${app.url}/private/1`)).status).toBe(501);
  });
});
