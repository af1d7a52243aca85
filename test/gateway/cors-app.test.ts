import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Authorizers, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';
import { derive } from '../openapi/gateway/derive';

const operation = (operationId: string, rest: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { 200: { description: '' } },
  ...rest,
});
const json = { 'application/json': { schema: { type: 'object', required: ['name'] } } };
const model: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/open': {
      get: operation('open', {
        parameters: [{ in: 'query', name: 'name', required: true, schema: { type: 'string', minLength: 1 } }],
        security: [],
      }),
      post: operation('write', { security: [], requestBody: { required: true, content: json } }),
    },
    '/pets/{petId}': {
      parameters: [{ in: 'path', name: 'petId', required: true, schema: { type: 'string' } }],
      get: operation('guarded'),
      put: operation('upload', { requestBody: { content: { 'multipart/form-data': {}, 'text/plain': {} } } }),
    },
    '/broken': { get: operation('broken') },
    '/keyed': { get: operation('keyed') },
    '/own': { get: operation('owned'), options: operation('ownOptions', { security: [] }) },
  },
};
const origins = ['https://a.com', 'https://b.com'];
const apis: Readonly<Record<string, { readonly cors: CorsOptions; readonly binary?: string[] }>> = {
  Plain: { cors: { allowOrigins: origins } },
  Binary: { cors: { allowOrigins: origins, allowCredentials: true }, binary: ['*/*'] },
};

let root: string;
let gateway: LocalGateway;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-cors-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(derive(model).document));
  const assembly = path.join(root, 'cdk.out');
  const stack = new Stack(new App({ outdir: assembly, context: { 'aws:cdk:enable-path-metadata': true } }), 'Shop');
  const failing = new LambdaFunction(stack, 'Failing', {
    ...{ runtime: Runtime.NODEJS_22_X, handler: 'index.handler' },
    code: Code.fromInline('exports.handler = async () => { throw new Error("oops"); };'),
  });
  const guard = Authorizers.custom({ authorizerId: 'guard', function: failing });
  const integration = Integrations.mock({ statusCode: 200, body: '{}' });
  for (const [id, { cors, binary }] of Object.entries(apis)) {
    new TypeSafeRestApi(stack, id, {
      ...{ specPath, corsOptions: cors, binaryMediaTypes: binary, defaultAuthorizer: guard },
      integrations: {
        ...{ open: { integration }, write: { integration }, guarded: { integration }, upload: { integration } },
        ...{ broken: { integration }, owned: { integration } },
        keyed: { integration, authorizer: Authorizers.none(), options: { apiKeyRequired: true } },
        ownOptions: { integration: Integrations.mock({ statusCode: 200, body: '{"own":true}' }) },
      },
    });
  }
  (stack.node.root as App).synth();
  gateway = await serve({ assembly, root, port: 0 });
});
afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Where an API is served. */
function urlOf(api: string): string {
  return gateway.apis()[Object.keys(apis).indexOf(api)]?.url ?? '';
}

const multipart = 'multipart/form-data; boundary=x';
const contentTypes = [undefined, 'application/json', 'text/plain', multipart, 'application/octet-stream'];
const preflights = Object.keys(apis).flatMap((api) =>
  ['/open', '/pets/1', '/broken', '/keyed'].flatMap((route) =>
    contentTypes.map((contentType) => [api, route, contentType] as const),
  ),
);

test.each(preflights)('%s answers a preflight request for %s with the type %s', async (api, route, contentType) => {
  const headers = {
    ...{ Origin: 'https://b.com', 'Access-Control-Request-Method': 'PUT' },
    ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
  };
  const response = await fetch(urlOf(api) + route, { method: 'OPTIONS', headers });
  const known = [undefined, 'application/json'].includes(contentType) || /^(text|multipart)/.test(contentType ?? '');
  const declared = route === '/pets/1' ? known : [undefined, 'application/json'].includes(contentType);
  expect([response.status, response.headers.get('access-control-allow-methods')]).toEqual(
    declared ? [204, 'OPTIONS,GET,PUT,POST,DELETE,PATCH,HEAD'] : [415, null],
  );
  const error = api === 'Plain' ? '*' : 'https://a.com';
  expect(response.headers.get('access-control-allow-origin')).toBe(declared ? 'https://b.com' : error);
});

test.each(Object.keys(apis))('%s keeps an operation of the model in place of a preflight', async (api) => {
  const response = await fetch(`${urlOf(api)}/own`, { method: 'OPTIONS', headers: { Origin: 'https://a.com' } });
  expect([response.status, await response.json()]).toEqual([200, { own: true }]);
});

test.each([
  ['https://b.com', 'https://b.com'],
  ['https://other.com', 'https://a.com'],
])('a page of %s is answered with %s', async (Origin, answered) => {
  for (const api of Object.keys(apis)) {
    const response = await fetch(`${urlOf(api)}/open?name=Ada`, { headers: { Origin } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, answered]);
  }
});

const body = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };

test.each<[what: string, route: string, status: number, request: RequestInit]>([
  ['a parameter is missing', '/open', 400, {}],
  ['a body is invalid', '/open', 400, body],
  ['credentials are missing', '/pets/1', 401, {}],
  ['an API key is missing', '/keyed', 403, {}],
  ['there is no such path', '/nowhere', 403, {}],
  ['the authorizer fails', '/broken', 500, { headers: { Authorization: 'x' } }],
  ['the media type is not known', '/open', 415, { ...body, headers: { 'Content-Type': 'image/png' } }],
])('pages can read the error when %s', async (_, route, status, request) => {
  for (const [api, origin, credentials] of [
    ['Plain', '*', null],
    ['Binary', 'https://a.com', 'true'],
  ] as const) {
    const response = await fetch(urlOf(api) + route, request);
    expect([
      response.status,
      response.headers.get('access-control-allow-origin'),
      response.headers.get('access-control-allow-credentials'),
    ]).toEqual([status, origin, credentials]);
  }
});
