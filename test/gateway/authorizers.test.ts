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
  pool: scheme('cognito_user_pools', {
    type: 'cognito_user_pools',
    providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Users'],
  }),
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
  lost: scheme('custom', {
    type: 'token',
    authorizerUri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/Lost/invocations',
  }),
  strange: scheme('custom', { type: 'jwt' }),
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
  if (token.endsWith('nobody')) return { policyDocument: { Statement: [] } };
  if (token.endsWith('everything')) return { principalId: 'ada' };
  if (token.endsWith('deep')) return { principalId: 'ada', policyDocument: { Statement: [] }, context: { roles: ['a'] } };
  if (token.endsWith('show')) return { principalId: 'ada', policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }, context: { event: JSON.stringify(event) } };
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
        '/scoped': { get: lambdaOperation('Echo', { security: [{ cognito: ['pets/read', 'pets/write'] }] }) },
        '/token/{rest}': { get: lambdaOperation('Echo', { security: [{ token: [] }] }) },
        '/both': { get: lambdaOperation('Echo', { security: [{ token: [], key: [] }] }) },
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
  [
    'Cognito with an access token where there are no scopes',
    '/cognito',
    { Authorization: jwt({ token_use: 'access', scope: 'pets/read' }) },
    401,
    { message: 'Unauthorized' },
  ],
  [
    'Cognito with one of the scopes',
    '/scoped',
    { Authorization: jwt({ token_use: 'access', scope: 'openid pets/write' }) },
    200,
    { authorizer: { claims: { scope: 'openid pets/write' } } },
  ],
  [
    'Cognito with other scopes',
    '/scoped',
    { Authorization: jwt({ token_use: 'access', scope: 'pets/list' }) },
    401,
    { message: 'Unauthorized' },
  ],
  [
    'Cognito with an identity token where there are scopes',
    '/scoped',
    { Authorization: jwt({ token_use: 'id', scope: 'pets/write' }) },
    401,
    { message: 'Unauthorized' },
  ],
  [
    'Cognito with a token of another pool',
    '/pool',
    { Authorization: jwt({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' }) },
    401,
    { message: 'Unauthorized' },
  ],
  [
    'Cognito with a token of the pool',
    '/pool',
    { Authorization: jwt({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Users', sub: 'ada' }) },
    200,
    { authorizer: { claims: { sub: 'ada' } } },
  ],
  [
    'Cognito with a user that nobody declared',
    '/cognito',
    { Authorization: 'local:ada' },
    401,
    { message: 'Unauthorized' },
  ],
  ['a function without a token', '/token', {}, 401, { message: 'Unauthorized' }],
  ['a function with a malformed token', '/token', { Authorization: 'abc' }, 401, { message: 'Unauthorized' }],
  [
    'a function that allows',
    '/token',
    { Authorization: 'Bearer ok' },
    200,
    { authorizer: { principalId: 'ada', plan: 'gold', n: '1' } },
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
  ['a function that fails', '/token', { Authorization: 'Bearer broken' }, 500, { message: null }],
  ['a function that says nothing', '/token', { Authorization: 'Bearer nothing' }, 500, { message: null }],
  ['a function that knows the caller only', '/token', { Authorization: 'Bearer everything' }, 500, { message: null }],
  ['a function that knows no caller', '/token', { Authorization: 'Bearer nobody' }, 500, { message: null }],
  ['a function with lists in its context', '/token', { Authorization: 'Bearer deep' }, 500, { message: null }],
  ['a function that is not there', '/lost', { Authorization: 'Bearer ok' }, 500, { message: null }],
  ['an authorizer of a type that is not known', '/strange', {}, 200, {}],
  ['a function over the request', '/request?b=1', { 'X-A': 'ok' }, 200, { authorizer: { principalId: 'ada' } }],
  ['a function over a request that lacks a source', '/request', { 'X-A': 'ok' }, 401, { message: 'Unauthorized' }],
  ['an API key that is not there', '/key', {}, 403, { message: 'Forbidden' }],
  ['an API key', '/key', { 'x-api-key': 'k' }, 200, { identity: { apiKey: 'k' } }],
])('%s', async (_, path, headers, status, body) => {
  const response = await fetch(app.url + path, { headers });
  expect(await response.json()).toMatchObject(body as object);
  expect(response.status).toBe(status);
});

describe('what authorizers are asked', () => {
  const eventOf = async (path: string, headers: Record<string, string>) => {
    const { authorizer } = (await (await fetch(app.url + path, { headers })).json()) as JsonObject & {
      authorizer: { event: string };
    };
    return JSON.parse(authorizer.event);
  };

  test('about a token', async () => {
    expect(await eventOf('/token', { Authorization: 'Bearer show' })).toEqual({
      type: 'TOKEN',
      methodArn: expect.stringMatching(/^arn:aws:execute-api:[a-z0-9-]+:000000000000:Api\/prod\/GET\/token$/),
      authorizationToken: 'Bearer show',
    });
  });

  test('about a request: all but its body, and empty maps where there is nothing', async () => {
    const event = await eventOf('/request?b=1', { 'X-A': 'show' });
    expect(event).toEqual({
      type: 'REQUEST',
      methodArn: expect.stringMatching(/^arn:aws:execute-api:[a-z0-9-]+:000000000000:Api\/prod\/GET\/request$/),
      resource: '/request',
      path: '/request',
      httpMethod: 'GET',
      headers: expect.objectContaining({ 'X-A': 'show' }),
      multiValueHeaders: expect.objectContaining({ 'X-A': ['show'] }),
      queryStringParameters: { b: '1' },
      multiValueQueryStringParameters: { b: ['1'] },
      pathParameters: {},
      stageVariables: {},
      requestContext: expect.objectContaining({ resourcePath: '/request', stage: 'prod', apiId: 'Api' }),
    });
    expect(event.requestContext.authorizer).toBeUndefined();
  });

  test('before the API key is looked at', async () => {
    const both = async (headers: Record<string, string>) => (await fetch(`${app.url}/both`, { headers })).status;
    expect(await both({ 'x-api-key': 'k' })).toBe(401);
    expect(await both({ Authorization: 'Bearer ok' })).toBe(403);
    expect(await both({ Authorization: 'Bearer ok', 'x-api-key': 'k' })).toBe(200);
  });

  test('not with an address that is too long', async () => {
    const response = await fetch(`${app.url}/token/${'x'.repeat(1600)}`, { headers: { Authorization: 'Bearer ok' } });
    expect([response.status, await response.json()]).toEqual([414, { message: 'Request URI too long' }]);
  });
});

describe('results of authorizers', () => {
  const ask = async (path: string, token?: string) => {
    const headers: Record<string, string> = token === undefined ? {} : { Authorization: token };
    const response = await fetch(app.url + path, { headers });
    const body = JSON.parse(await response.text());
    return { status: response.status, calls: Number(body.authorizer?.calls) };
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

test('authorizers are found by the variables of the stage', async () => {
  const pool = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${stageVariables.pool}';
  const staged = await startApp({
    document: {
      components: {
        securitySchemes: {
          function: scheme('custom', {
            type: 'token',
            authorizerUri:
              'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${stageVariables.auth}/invocations',
          }),
          users: scheme('cognito_user_pools', { type: 'cognito_user_pools', providerARNs: [pool] }),
        },
      },
      paths: {
        '/function': { get: lambdaOperation('Echo', { security: [{ function: [] }] }) },
        '/users': { get: lambdaOperation('Echo', { security: [{ users: [] }] }) },
      },
    },
    functions: { Echo: 'exports.handler = async () => ({ statusCode: 200 });', Auth: authorizer },
    resources: {
      Stage: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: {
          RestApiId: { Ref: 'Api' },
          StageName: 'prod',
          Variables: { auth: { Ref: 'Auth' }, pool: 'eu-west-1_Users' },
        },
      },
    },
  });
  const status = async (path: string, Authorization: string) =>
    (await fetch(staged.url + path, { headers: { Authorization } })).status;
  const issuedBy = (id: string) => jwt({ iss: `https://cognito-idp.eu-west-1.amazonaws.com/${id}` });
  expect(await status('/function', 'Bearer ok')).toBe(200);
  expect(await status('/users', issuedBy('eu-west-1_Users'))).toBe(200);
  expect(await status('/users', issuedBy('eu-west-1_Other'))).toBe(401);
  await staged.close();
});

test('the terminal says what is done differently here', () => {
  const { operations = [], caveats } = app.gateway.apis()[0] ?? {};
  const caveatsOf = (wanted: string) => operations.find(({ path }) => path === wanted)?.caveats;
  expect(caveatsOf('/iam')).toEqual([
    "IAM: signatures are not checked, everybody is 'arn:aws:iam::000000000000:user/local'; declare callers in identities.json",
  ]);
  expect(caveatsOf('/cognito')).toEqual(['Cognito: tokens are decoded, their signatures are not checked']);
  expect(caveatsOf('/key')).toEqual(['API keys: every value will do; declare keys in identities.json']);
  expect(caveatsOf('/lost')).toEqual([
    "authorizer 'lost': every request is answered with 500: the function 'Lost' is not part of the app",
  ]);
  expect(caveatsOf('/strange')).toEqual([
    "authorizer 'strange': its type is not known, so every request is let through",
  ]);
  expect([caveatsOf('/token'), caveatsOf('/open'), caveats]).toEqual([undefined, undefined, []]);
});
