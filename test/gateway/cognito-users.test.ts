import type { JsonObject } from '../../src/shared/json';
import { lambdaOperation, type RunningApp, startApp } from './support/local-app';

const scheme = (...providerARNs: readonly JsonObject[]): JsonObject => ({
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  'x-amazon-apigateway-authtype': 'cognito_user_pools',
  'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs },
});
const pool = (logicalId: string): JsonObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const identities: JsonObject = {
  cognito: {
    ada: { userPool: 'Users', claims: { sub: 'a-1', email: 'ada@example.com' }, scopes: ['pets/read', 'openid'] },
    bob: { userPool: 'staff' },
    eve: {},
  },
};

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({
    document: {
      components: { securitySchemes: { users: scheme(pool('Users')), staff: scheme(pool('Staff')) } },
      paths: {
        '/users': { get: lambdaOperation('Echo', { security: [{ users: [] }] }) },
        '/staff': { get: lambdaOperation('Echo', { security: [{ staff: [] }] }) },
        '/read': { get: lambdaOperation('Echo', { security: [{ users: ['pets/read'] }] }) },
        '/write': { get: lambdaOperation('Echo', { security: [{ users: ['pets/write'] }] }) },
      },
    },
    functions: {
      Echo: 'exports.handler = async ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext.authorizer.claims) });',
    },
    resources: {
      Users: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      Staff: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'staff' } },
    },
    files: { 'identities.json': JSON.stringify(identities) },
  });
});
afterAll(() => app.close());

async function ask(path: string, name: string) {
  const response = await fetch(app.url + path, { headers: { Authorization: `Bearer local:${name}` } });
  return response.status === 200 ? response.json() : response.status;
}

test('a declared user has an identity token where there are no scopes', async () => {
  expect(await ask('/users', 'ada')).toEqual({
    sub: 'a-1',
    'cognito:username': 'ada',
    email: 'ada@example.com',
    token_use: 'id',
  });
});

test('and an access token where there are', async () => {
  expect(await ask('/read', 'ada')).toEqual({
    sub: 'a-1',
    username: 'ada',
    token_use: 'access',
    scope: 'pets/read openid',
  });
  expect([await ask('/write', 'ada'), await ask('/read', 'eve')]).toEqual([401, 401]);
});

test('users belong to their pool, or to any', async () => {
  expect([await ask('/staff', 'ada'), await ask('/users', 'bob')]).toEqual([401, 401]);
  expect(await ask('/staff', 'bob')).toMatchObject({ sub: 'bob' });
  expect([await ask('/users', 'eve'), await ask('/staff', 'eve')]).toMatchObject([{ sub: 'eve' }, { sub: 'eve' }]);
  expect(await ask('/users', 'nobody')).toBe(401);
});

test('tokens work as well', async () => {
  const Authorization = `x.${Buffer.from('{"sub":"x"}').toString('base64url')}.y`;
  expect((await fetch(`${app.url}/users`, { headers: { Authorization } })).status).toBe(200);
});

test('the terminal says which users there are', () => {
  expect(app.gateway.apis()[0]?.operations[0]?.caveats).toEqual([
    'Cognito: tokens are decoded, their signatures are not checked; declared users: local:ada, local:bob, local:eve',
  ]);
});
