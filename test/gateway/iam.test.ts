import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type GatewayRequest, type Pair, parseQuery } from '../../src/gateway/http/request';
import { computeSignature } from '../../src/gateway/signatures/verify-signature';
import type { JsonObject } from '../../src/shared/json';
import { lambdaOperation, type RunningApp, startApp } from './support/local-app';

const invoke = (Effect: string, ...paths: readonly string[]): JsonObject => ({
  Effect,
  Action: 'execute-api:Invoke',
  Resource: paths.map((each) => `arn:aws:execute-api:*:*:*/prod/${each}`),
});
const policy = (...Statement: readonly JsonObject[]): JsonObject => ({ Version: '2012-10-17', Statement });
const identities: JsonObject = {
  iam: {
    ada: {
      accessKeyId: 'AKIAADA',
      secretAccessKey: 'secret-of-ada',
      policies: [policy(invoke('Allow', 'GET/*'), invoke('Deny', 'GET/secrets/*'))],
    },
    bob: { accessKeyId: 'AKIABOB', arn: 'arn:aws:iam::123456789012:user/staff/bob', policies: [policy()] },
    eve: { accessKeyId: 'AKIAEVE', role: 'Client' },
    may: { accessKeyId: 'AKIAMAY', role: 'Managed' },
    lost: { accessKeyId: 'AKIALOST', role: 'arn:aws:iam::000000000000:role/Lost' },
    old: { accessKeyId: 'AKIAOLD', expires: '2020-01-01T00:00:00Z', policies: [policy(invoke('Allow', '*'))] },
    tmp: { accessKeyId: 'ASIATMP', sessionToken: 'session', policies: [policy(invoke('Allow', '*'))] },
    named: {
      accessKeyId: 'AKIANAMED',
      policies: [policy({ ...invoke('Allow', '*'), Condition: { StringEquals: { 'aws:username': 'other' } } })],
    },
  },
};
const role = (properties: JsonObject): JsonObject => ({ Type: 'AWS::IAM::Role', Properties: properties });

let app: RunningApp;

beforeAll(async () => {
  const operation = { get: lambdaOperation('Echo', { security: [{ iam: [] }] }) };
  app = await startApp({
    document: {
      components: {
        securitySchemes: {
          iam: { type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': 'awsSigv4' },
        },
      },
      paths: { '/pets': operation, '/pets/{petId}': operation, '/secrets/{id}': operation },
      'x-amazon-apigateway-gateway-responses': {
        INVALID_SIGNATURE: { statusCode: '400', responseTemplates: { 'application/json': '{"signature":"wrong"}' } },
      },
    },
    functions: {
      Echo: 'exports.handler = async ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext.identity) });',
    },
    resources: {
      Client: role({
        Policies: [
          {
            PolicyDocument: policy({
              Effect: 'Allow',
              Action: 'execute-api:Invoke',
              Resource: {
                'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/prod/GET/pets',
              },
            }),
          },
        ],
      }),
      Managed: role({ ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/Unknown'] }),
    },
    files: { 'identities.json': JSON.stringify(identities) },
  });
});
afterAll(() => app.close());

const now = () => new Date().toISOString().replace(/[-:]|\.\d+/g, '');

/** A request that is signed as a client would, by whoever has the secret. */
async function ask(target: string, accessKeyId: string, secret = 'any', headers: readonly Pair[] = []) {
  const timestamp = now();
  const { host } = new URL(app.url);
  const [pathOnly = '', query = ''] = target.split('?');
  const sent: readonly Pair[] = [['x-amz-date', timestamp], ...headers];
  const request: GatewayRequest = {
    ...{ id: '', method: 'GET', path: pathOnly, target, protocol: '', query: parseQuery(query) },
    ...{ headers: [['host', host], ...sent], body: Buffer.alloc(0), sourceIp: '', receivedAt: new Date() },
  };
  const scope = { date: timestamp.slice(0, 8), region: 'eu-west-1', service: 'execute-api', timestamp, inQuery: false };
  const signature = computeSignature(request, { ...scope, signedHeaders: ['host', 'x-amz-date'] }, secret);
  const credential = `${accessKeyId}/${scope.date}/eu-west-1/execute-api/aws4_request`;
  const Authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
  const response = await fetch(app.url + target, { headers: { ...Object.fromEntries(sent), Authorization } });
  return { status: response.status, error: response.headers.get('x-amzn-errortype'), body: await response.json() };
}
const message = (text: unknown) => ({ message: text });

test('a signed request of somebody who may', async () => {
  expect(await ask('/pets/a%20b?x=1&a=%20', 'AKIAADA', 'secret-of-ada')).toMatchObject({
    status: 200,
    body: {
      accessKey: 'AKIAADA',
      accountId: '000000000000',
      caller: 'AIDAADA',
      user: 'AIDAADA',
      userArn: 'arn:aws:iam::000000000000:user/ada',
    },
  });
});

test('a signature by another secret, with the gateway response of the document', async () => {
  expect(await ask('/pets', 'AKIAADA', 'wrong')).toEqual({
    status: 400,
    error: 'InvalidSignatureException',
    body: { signature: 'wrong' },
  });
});

test('a request that is not signed', async () => {
  const response = await fetch(`${app.url}/pets`);
  expect([response.status, await response.json()]).toEqual([403, message('Missing Authentication Token')]);
});

test('a request that is signed in another way', async () => {
  const response = await fetch(`${app.url}/pets`, { headers: { Authorization: 'Bearer abc' } });
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'IncompleteSignatureException']);
});

test.each<[what: string, target: string, accessKeyId: string, secret: string | undefined, expected: unknown]>([
  [
    'somebody who may not, by an explicit deny',
    '/secrets/1',
    'AKIAADA',
    'secret-of-ada',
    {
      status: 403,
      error: 'AccessDeniedException',
      body: message(
        expect.stringMatching(
          /^User: arn:aws:iam::000000000000:user\/ada is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:[a-z0-9-]+:\*{8}0000:Api\/prod\/GET\/secrets\/1 with an explicit deny$/,
        ),
      ),
    },
  ],
  [
    'somebody whom nothing is allowed',
    '/pets',
    'AKIABOB',
    undefined,
    { status: 403, body: message(expect.stringMatching(/user\/staff\/bob is not .*\/GET\/pets$/)) },
  ],
  [
    'nobody that is known',
    '/pets',
    'AKIAXXX',
    undefined,
    {
      status: 403,
      error: 'AccessDeniedException',
      body: message('The security token included in the request is invalid.'),
    },
  ],
  [
    'somebody whose credentials are over',
    '/pets',
    'AKIAOLD',
    undefined,
    {
      status: 403,
      error: 'ExpiredTokenException',
      body: message('The security token included in the request is expired'),
    },
  ],
  ['a session without its token', '/pets', 'ASIATMP', undefined, { status: 403 }],
  [
    'a role of the app',
    '/pets',
    'AKIAEVE',
    undefined,
    {
      status: 200,
      body: { userArn: 'arn:aws:sts::000000000000:assumed-role/Client/eve', caller: 'AROACLIENT:eve' },
    },
  ],
  ['a role of the app that may not', '/pets/1', 'AKIAEVE', undefined, { status: 403 }],
  ['a role with policies that are not known', '/pets', 'AKIAMAY', undefined, { status: 200 }],
  ['a role that is not part of the app', '/pets', 'AKIALOST', undefined, { status: 403 }],
  ['a condition on the name of the user', '/pets', 'AKIANAMED', undefined, { status: 403 }],
  [
    'somebody who is known, and a path that is not',
    '/dogs',
    'AKIAADA',
    'secret-of-ada',
    { status: 404, body: message('Not Found') },
  ],
  ['somebody who may not, and a path that is not there', '/dogs', 'AKIABOB', undefined, { status: 403 }],
])('%s', async (_, target, accessKeyId, secret, expected) => {
  expect(await ask(target, accessKeyId, secret)).toMatchObject(expected as object);
});

test('a session with its token', async () => {
  expect((await ask('/pets', 'ASIATMP', 'any', [['x-amz-security-token', 'session']])).status).toBe(200);
});

test('the terminal says whose signatures are not checked, and which roles are not known', () => {
  expect(app.gateway.apis()[0]?.operations[0]?.caveats).toEqual([
    'IAM: signatures are not checked without a secretAccessKey: bob, eve, may, lost, old, tmp, named',
    'IAM: roles that are not part of the app allow nothing: lost',
    'IAM: policies that are not part of the app are not known, so their roles may do everything: may',
  ]);
});

test('identities that are read again', async () => {
  const file = path.join(app.root, 'identities.json');
  writeFileSync(file, '{"iam":{}}');
  app.gateway.reloadIdentities();
  expect((await ask('/pets', 'AKIAEVE')).status).toBe(403);
  writeFileSync(file, '{"iam":[]}');
  expect(() => app.gateway.reloadIdentities()).toThrow('identities.json#/iam: must be an object');
  writeFileSync(file, JSON.stringify(identities));
  app.gateway.reloadIdentities();
  expect((await ask('/pets', 'AKIAEVE')).status).toBe(200);
});
