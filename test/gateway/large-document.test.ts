import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Alias, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack } from 'aws-cdk-lib/core';
import { Authorizers, ErrorIntegrationResponses, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { readAssembly } from '../../src/gateway/assembly/read-assembly';
import { findRole } from '../../src/gateway/buckets/caller';
import { readDocument } from '../../src/gateway/document/read-document';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { Json, JsonObject } from '../../src/shared/json';

const large = JSON.stringify({ text: 'x'.repeat(250_000) });
const petId: Json = { in: 'path', name: 'petId', required: true, schema: { type: 'string' } };
const operation = (operationId: string, rest: JsonObject = {}): JsonObject => ({
  operationId,
  responses: { 200: { description: '' }, 403: { description: '' }, 404: { description: '' } },
  ...rest,
});
const document: JsonObject = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/hello': { get: operation('sayHello') },
    '/live': { get: operation('sayLive') },
    '/large': { get: operation('getLarge'), post: operation('postLarge') },
    '/pets/{petId}': {
      get: operation('getPet', { parameters: [petId] }),
      put: operation('putPet', { parameters: [petId] }),
    },
    '/secret': { get: operation('getSecret') },
  },
};
const code = "exports.handler = async (event) => ({ statusCode: 200, body: 'from ' + process.env.NAME + event.path });";

let root: string;
let gateway: LocalGateway;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-large-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(document));
  const assembly = path.join(root, 'cdk.out');
  const app = new App({ outdir: assembly, analyticsReporting: false });
  const stack = new Stack(app, 'Shop', { env: { account: '111111111111', region: 'eu-west-1' } });
  const functionNamed = (id: string) =>
    new LambdaFunction(stack, id, {
      ...{ runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline(code) },
      environment: { NAME: id },
    });
  const bucket = new Bucket(stack, 'Bucket');
  const live = new Alias(stack, 'Live', { aliasName: 'live', version: functionNamed('Aliased').currentVersion });
  const users = Authorizers.cognito({ authorizerId: 'users', userPools: [new UserPool(stack, 'Users')] });
  const notFound = ErrorIntegrationResponses.custom({ responses: { '404': { statusCode: '404' } } });
  const mock = { integration: Integrations.mock({ statusCode: 200, body: large }) };
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    defaultAuthorizer: Authorizers.none(),
    integrations: {
      sayHello: { integration: Integrations.lambda(functionNamed('Hello')) },
      sayLive: { integration: Integrations.lambda(live) },
      getLarge: mock,
      postLarge: mock,
      getPet: { integration: Integrations.s3({ bucket, errorIntegrationResponse: notFound }) },
      putPet: { integration: Integrations.s3({ bucket, successResponseStatusCode: 200 }) },
      getSecret: { ...mock, authorizer: users },
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

test('the document is not in the template', () => {
  const { Resources } = JSON.parse(readFileSync(path.join(root, 'cdk.out/Shop.template.json'), 'utf8'));
  const [api] = Object.values<{ Type: string; Properties: object }>(Resources).filter(
    ({ Type }) => Type === 'AWS::ApiGateway::RestApi',
  );
  expect(api?.Properties).toHaveProperty('BodyS3Location');
});

test('functions and aliases are found by the variables of the stage', async () => {
  expect(await (await fetch(`${url}/hello`)).text()).toBe('from Hello/hello');
  expect(await (await fetch(`${url}/live`)).text()).toBe('from Aliased/live');
});

test('a mock with a large body answers', async () => {
  expect(await (await fetch(`${url}/large`)).text()).toBe(large);
});

test('a bucket is found, and what the role may do there', async () => {
  const put = await fetch(`${url}/pets/rex`, { method: 'PUT', body: '{"name":"Rex"}' });
  expect(put.status).toBe(200);
  expect(await (await fetch(`${url}/pets/rex`)).json()).toEqual({ name: 'Rex' });
  expect((await fetch(`${url}/pets/other`)).status).toBe(404);
  const app = readAssembly(path.join(root, 'cdk.out'));
  const [api] = app.apis;
  const { routes } = readDocument(api?.document ?? {}, api?.stageVariables);
  const credentials = routes.find(({ operationId }) => operationId === 'getPet')?.integration.credentials;
  expect(findRole(credentials ?? '', app)?.statements.length).toBeGreaterThan(0);
});

test('an authorizer asks for a token', async () => {
  expect((await fetch(`${url}/secret`)).status).toBe(401);
});
