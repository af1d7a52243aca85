import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ApiKey, UsagePlan } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Authorizers, CustomAuthorizerType, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';

const operation = (operationId: string) => ({ get: { operationId, responses: { 200: { description: '' } } } });
const names = ['signed', 'denied', 'users', 'scoped', 'asked', 'keyed', 'open'];
const document: JsonObject = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1' },
  paths: Object.fromEntries(names.map((name) => [`/${name}`, operation(name)])),
};
const identities: JsonObject = {
  iam: { client: { accessKeyId: 'AKIACLIENT', role: 'Client' } },
  cognito: { ada: { userPool: 'Shop-Users', scopes: ['pets/read'] }, bob: { userPool: 'Shop-Other' } },
};

let root: string;
let gateway: LocalGateway;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-access-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(document));
  writeFileSync(path.join(root, 'identities.json'), JSON.stringify(identities));
  const app = new App({ outdir: path.join(root, 'cdk.out'), context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Shop');
  const code = `exports.handler = async (event) => ({
    principalId: 'x',
    policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: event.methodArn }] },
  });`;
  const decide = new LambdaFunction(stack, 'Decide', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline(code),
  });
  const integration = Integrations.mock({ statusCode: 200, body: '{}' });
  const cognito = { authorizerId: 'users', userPools: [new UserPool(stack, 'Users', { userPoolName: 'Shop-Users' })] };
  const { api } = new TypeSafeRestApi(stack, 'Api', {
    specPath,
    defaultAuthorizer: Authorizers.none(),
    integrations: {
      signed: { integration, authorizer: Authorizers.iam() },
      denied: { integration, authorizer: Authorizers.iam() },
      users: { integration, authorizer: Authorizers.cognito(cognito) },
      scoped: { integration, authorizer: Authorizers.cognito({ ...cognito, authorizationScopes: ['pets/read'] }) },
      asked: {
        integration,
        authorizer: Authorizers.custom({
          authorizerId: 'decide',
          function: decide,
          type: CustomAuthorizerType.REQUEST,
          identitySource: 'method.request.header.X-Who',
        }),
      },
      keyed: { integration, options: { apiKeyRequired: true } },
      open: { integration },
    },
  });
  const client = new Role(stack, 'Client', { assumedBy: new AccountRootPrincipal() });
  const resources = [api.arnForExecuteApi('GET', '/signed', api.deploymentStage.stageName)];
  client.addToPolicy(new PolicyStatement({ actions: ['execute-api:Invoke'], resources }));
  const plan = new UsagePlan(stack, 'Plan', { apiStages: [{ api, stage: api.deploymentStage }] });
  plan.addApiKey(new ApiKey(stack, 'Key', { value: 'value-of-the-key-0123456789' }));
  app.synth();
  gateway = await serve({ assembly: path.join(root, 'cdk.out'), root, port: 0 });
  url = gateway.apis()[0]?.url ?? '';
});
afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true, force: true });
});

const status = async (name: string, headers: Record<string, string> = {}) =>
  (await fetch(`${url}/${name}`, { headers })).status;

test('what a role of the app is granted', async () => {
  const Authorization = `AWS4-HMAC-SHA256 Credential=AKIACLIENT/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0`;
  const headers = { Authorization, 'x-amz-date': '20260101T000000Z' };
  expect([await status('signed', headers), await status('denied', headers), await status('signed')]).toEqual([
    200, 403, 403,
  ]);
});

test('users of a pool of the app', async () => {
  const as = (name: string) => ({ Authorization: `local:${name}` });
  expect([await status('users', as('ada')), await status('users', as('bob')), await status('users')]).toEqual([
    200, 401, 401,
  ]);
  expect(await status('scoped', as('ada'))).toBe(200);
});

test('a function of the app', async () => {
  expect([await status('asked', { 'X-Who': 'me' }), await status('asked')]).toEqual([200, 401]);
});

test('a key of a usage plan of the app', async () => {
  expect([await status('keyed', { 'x-api-key': 'value-of-the-key-0123456789' }), await status('keyed')]).toEqual([
    200, 403,
  ]);
  expect(await status('keyed', { 'x-api-key': 'other' })).toBe(403);
});

test('and what is open', async () => expect(await status('open')).toBe(200));
