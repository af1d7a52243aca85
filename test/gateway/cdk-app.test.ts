import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ErrorIntegrationResponses, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';

const awkward = '{"price":"$5 #1 ## #if($x) ${y} \\\\ \\" \\u00fc","list":[1,2]}';
const parameter = (name: string) => ({ in: 'path', name, required: true, schema: { type: 'string' } });
const operation = (operationId: string, rest: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { 200: { description: '' }, 404: { description: '' } },
  ...rest,
});
const body = {
  requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
};
const document: JsonObject = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/hello': {
      get: operation('sayHello', {
        parameters: [{ in: 'query', name: 'name', required: true, schema: { type: 'string' } }],
      }),
    },
    '/pets': { get: operation('listPets'), post: operation('addPet', body) },
    '/pets/{petId}': { parameters: [parameter('petId')], get: operation('getPet'), put: operation('putPet', body) },
  },
  components: { schemas: { Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } } },
};
const hello = `exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify({ message: 'Hello ' + event.queryStringParameters.name, bucket: process.env.BUCKET }) });`;

let root: string;
let gateway: LocalGateway;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-app-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(document));
  const assembly = path.join(root, 'cdk.out');
  const app = new App({ outdir: assembly, context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Shop');
  const bucket = new Bucket(new NestedStack(stack, 'Data'), 'Pets');
  const lambda = new LambdaFunction(stack, 'SayHello', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline(hello),
    environment: { BUCKET: bucket.bucketName },
  });
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    corsOptions: { allowOrigins: ['https://example.com'] },
    integrations: {
      sayHello: { integration: Integrations.lambda(lambda) },
      listPets: { integration: Integrations.mock({ statusCode: 200, body: awkward }) },
      addPet: { integration: Integrations.mock({ statusCode: 204 }) },
      getPet: {
        integration: Integrations.s3({
          bucket,
          errorIntegrationResponse: ErrorIntegrationResponses.custom({ responses: { '404': { statusCode: '404' } } }),
        }),
      },
      putPet: { integration: Integrations.s3({ bucket, successResponseStatusCode: 200 }) },
    },
  });
  app.synth();
  gateway = await serve({ assembly, root, port: 0 });
  url = gateway.apis()[0]?.url ?? '';
});
afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true, force: true });
});

const json = { 'Content-Type': 'application/json' };

test('a function answers, with the names of resources of other stacks in its environment', async () => {
  const response = await fetch(`${url}/hello?name=Ada`);
  expect(await response.json()).toEqual({ message: 'Hello Ada', bucket: expect.stringContaining('Pets') });
});

test('parameters are validated, and the error has CORS headers', async () => {
  const response = await fetch(`${url}/hello`);
  expect([response.status, await response.json()]).toEqual([
    400,
    { message: 'Missing required request parameters: [name]' },
  ]);
  expect(response.headers.get('access-control-allow-origin')).toBe('https://example.com');
});

test('a mock answers with its body, whatever is in it', async () => {
  const response = await fetch(`${url}/pets`);
  expect([response.status, await response.text()]).toEqual([200, awkward]);
});

test('bodies are validated', async () => {
  const response = await fetch(`${url}/pets`, { method: 'POST', headers: json, body: '{}' });
  expect([response.status, await response.json()]).toEqual([
    400,
    { message: '[object has missing required properties (["name"])]' },
  ]);
  expect((await fetch(`${url}/pets`, { method: 'POST', headers: json, body: '{"name":"Rex"}' })).status).toBe(204);
});

test('a bucket keeps objects', async () => {
  const put = await fetch(`${url}/pets/p%201`, { method: 'PUT', headers: json, body: '{"name":"Rex"}' });
  expect(put.status).toBe(200);
  const get = await fetch(`${url}/pets/p%201`);
  expect([get.status, get.headers.get('content-type'), await get.text()]).toEqual([
    200,
    'application/json',
    '{"name":"Rex"}',
  ]);
  expect((await fetch(`${url}/pets/other`)).status).toBe(404);
});

test('a preflight is answered', async () => {
  const headers = { Origin: 'https://example.com', 'Access-Control-Request-Method': 'GET' };
  const response = await fetch(`${url}/pets`, { method: 'OPTIONS', headers });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, 'https://example.com']);
});
