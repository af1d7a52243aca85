import { AuthorizerResults } from '../../src/gateway/authorizers/results';
import type { JsonObject } from '../../src/shared/json';
import { lambdaOperation, type RunningApp, startApp } from './support/local-app';

const lambdaUri = (logicalId: string) => ({
  'Fn::Sub': `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\${${logicalId}.Arn}/invocations`,
});
const inHeader = { type: 'apiKey', in: 'header', name: 'Authorization' };
const scheme = (type: string, authorizer: JsonObject): JsonObject => ({
  ...inHeader,
  'x-amazon-apigateway-authtype': type,
  'x-amazon-apigateway-authorizer': authorizer,
});
const securitySchemes: JsonObject = {
  iam: { ...inHeader, 'x-amazon-apigateway-authtype': 'awsSigv4' },
  cognito: scheme('cognito_user_pools', { type: 'cognito_user_pools', providerARNs: [] }),
  token: scheme('custom', {
    type: 'token',
    authorizerUri: lambdaUri('Auth'),
    identityValidationExpression: '^Bearer .+',
  }),
  request: {
    ...scheme('custom', {
      type: 'request',
      authorizerUri: lambdaUri('Auth'),
      identitySource: 'method.request.header.X-A, method.request.querystring.b',
    }),
    name: 'Unused',
  },
  key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  kept: scheme('custom', { type: 'token', authorizerUri: lambdaUri('Counter') }),
  notKept: scheme('custom', { type: 'token', authorizerUri: lambdaUri('Counter'), authorizerResultTtlInSeconds: 0 }),
  anyRequest: scheme('custom', {
    type: 'request',
    authorizerUri: lambdaUri('Counter'),
    authorizerResultTtlInSeconds: 0,
  }),
};
const authorizer = `exports.handler = async (event) => {
  const token = event.authorizationToken ?? event.headers['X-A'];
  if (token.endsWith('unauthorized')) throw new Error('Unauthorized');
  if (token.endsWith('broken')) throw new Error('oops');
  if (token.endsWith('nothing')) return {};
  const Effect = token.endsWith('deny') ? 'Deny' : 'Allow';
  const Resource = token.endsWith('elsewhere') ? 'arn:aws:execute-api:*:*:*/prod/GET/other' : event.methodArn.replace(/GET.*/, '*');
  return { principalId: 'ada', policyDocument: { Statement: [{ Effect, Action: 'execute-api:Invoke', Resource }] }, context: { plan: 'gold', n: 1 } };
};`;
const counter = `let calls = 0;
exports.handler = async (event) => {
  calls += 1;
  if (event.authorizationToken === 'broken' && calls % 2 === 1) return {};
  const Resource = event.methodArn.replace(/GET.*/, 'GET/kept');
  return { principalId: 'ada', policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: event.type === 'TOKEN' ? [Resource, event.methodArn.replace('kept', 'notKept')] : '*' }] }, context: { calls } };
};`;
let app: RunningApp;

beforeAll(async () => {
  const operation = (name: string) => ({ get: lambdaOperation('Echo', { security: [{ [name]: [] }] }) });
  app = await startApp({
    document: {
      components: { securitySchemes },
      security: [{ cognito: [] }],
      paths: {
        ...Object.fromEntries(Object.keys(securitySchemes).map((name) => [`/${name}`, operation(name)])),
        '/open': { get: lambdaOperation('Echo') },
        '/opted-out': {
          get: lambdaOperation('Echo', { security: [{ iam: [] }], 'x-amazon-apigateway-auth': { type: 'NONE' } }),
        },
      },
    },
    functions: {
      Echo: 'exports.handler = async ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext) });',
      Auth: authorizer,
      Counter: counter,
    },
  });
});
afterAll(() => app.close());

const jwt = (claims: JsonObject) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

test.each<[what: string, path: string, headers: Record<string, string>, status: number, body: unknown]>([
  ['nobody asks', '/open', {}, 200, {}],
  ['the method asks for nothing', '/opted-out', {}, 200, { identity: { userArn: null } }],
  ['IAM', '/iam', {}, 200, { identity: { userArn: 'arn:aws:iam::000000000000:user/local' } }],
  ['Cognito without a token', '/cognito', {}, 401, { message: 'Unauthorized' }],
  ['Cognito with something else', '/cognito', { Authorization: 'abc' }, 401, { message: 'Unauthorized' }],
  [
    'Cognito with a token',
    '/cognito',
    { Authorization: jwt({ sub: 'ada', n: 1 }) },
    200,
    { authorizer: { claims: { sub: 'ada', n: '1' } } },
  ],
  [
    'Cognito with a bearer token',
    '/cognito',
    { Authorization: `Bearer ${jwt({ sub: 'ada' })}` },
    200,
    { authorizer: { claims: { sub: 'ada' } } },
  ],
  [
    'Cognito with an old token',
    '/cognito',
    { Authorization: jwt({ exp: 1 }) },
    401,
    { message: 'The incoming token has expired' },
  ],
  ['a function without a token', '/token', {}, 401, { message: 'Unauthorized' }],
  ['a function with a malformed token', '/token', { Authorization: 'abc' }, 401, { message: 'Unauthorized' }],
  [
    'a function that allows',
    '/token',
    { Authorization: 'Bearer ok' },
    200,
    { authorizer: { principalId: 'ada', plan: 'gold', n: 1 } },
  ],
  [
    'a function that denies',
    '/token',
    { Authorization: 'Bearer deny' },
    403,
    { message: 'User is not authorized to access this resource with an explicit deny' },
  ],
  [
    'a function that allows something else',
    '/token',
    { Authorization: 'Bearer elsewhere' },
    403,
    { message: 'User is not authorized to access this resource' },
  ],
  [
    'a function that knows nobody',
    '/token',
    { Authorization: 'Bearer unauthorized' },
    401,
    { message: 'Unauthorized' },
  ],
  ['a function that fails', '/token', { Authorization: 'Bearer broken' }, 500, { message: 'Internal server error' }],
  [
    'a function that says nothing',
    '/token',
    { Authorization: 'Bearer nothing' },
    500,
    { message: 'Internal server error' },
  ],
  ['a function over the request', '/request?b=1', { 'X-A': 'ok' }, 200, { authorizer: { principalId: 'ada' } }],
  ['a function over a request that lacks a source', '/request', { 'X-A': 'ok' }, 401, { message: 'Unauthorized' }],
  ['an API key that is not there', '/key', {}, 403, { message: 'Forbidden' }],
  ['an API key', '/key', { 'x-api-key': 'k' }, 200, { identity: { apiKey: 'k' } }],
])('%s', async (_, path, headers, status, body) => {
  const response = await fetch(app.url + path, { headers });
  expect(await response.json()).toMatchObject(body as object);
  expect(response.status).toBe(status);
});

describe('results of authorizers', () => {
  const ask = async (path: string, token?: string) => {
    const headers: Record<string, string> = token === undefined ? {} : { Authorization: token };
    const response = await fetch(app.url + path, { headers });
    const body = JSON.parse(await response.text());
    return { status: response.status, calls: body.authorizer?.calls };
  };
  beforeEach(() => app.gateway.reloadFunctions());

  test('are kept for an identity', async () => {
    const { calls } = await ask('/kept', 'one');
    expect(await ask('/kept', 'one')).toEqual({ status: 200, calls });
    expect(await ask('/kept', 'two')).toEqual({ status: 200, calls: calls + 1 });
    expect(await ask('/kept', 'one')).toEqual({ status: 200, calls });
  });

  test('are made anew with new code', async () => {
    await ask('/kept', 'one');
    const { calls } = await ask('/kept', 'two');
    expect(calls).toBe(2);
    app.gateway.reloadFunctions();
    expect(await ask('/kept', 'one')).toEqual({ status: 200, calls: 1 });
  });

  test('are not kept when the authorizer says so, or when they are none', async () => {
    const { calls } = await ask('/notKept', 'one');
    expect(await ask('/notKept', 'one')).toEqual({ status: 200, calls: calls + 1 });
    app.gateway.reloadFunctions();
    expect((await ask('/kept', 'broken')).status).toBe(500);
    expect((await ask('/kept', 'broken')).status).toBe(200);
  });

  test('need no identity when they are not kept', async () => {
    expect((await ask('/anyRequest')).status).toBe(200);
    expect((await ask('/kept')).status).toBe(401);
  });

  test('become invalid with time', async () => {
    let now = 0;
    const results = new AuthorizerResults(() => now);
    const get = (result: string) => results.get('key', 10, async () => ({ result }));
    expect(await get('first')).toEqual({ result: 'first' });
    now = 9_999;
    expect(await get('second')).toEqual({ result: 'first' });
    now = 10_000;
    expect(await get('third')).toEqual({ result: 'third' });
  });
});

test('the terminal says what is done differently here', () => {
  expect(app.gateway.apis()[0]?.caveats).toEqual([
    expect.stringMatching(/^IAM: /),
    expect.stringMatching(/^Cognito: /),
    expect.stringMatching(/^API keys: /),
    'not enforced here: WAF, throttling, usage plans',
  ]);
});
