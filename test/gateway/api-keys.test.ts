import type { JsonObject } from '../../src/shared/json';
import { type AppSpec, lambdaOperation, type RunningApp, startApp } from './support/local-app';

const key = (properties: JsonObject): JsonObject => ({ Type: 'AWS::ApiGateway::ApiKey', Properties: properties });
const member = (name: string) => ({
  Type: 'AWS::ApiGateway::UsagePlanKey',
  Properties: { KeyId: { Ref: name }, KeyType: 'API_KEY', UsagePlanId: { Ref: 'Plan' } },
});
const plan = (stage = 'prod'): JsonObject => ({
  Type: 'AWS::ApiGateway::UsagePlan',
  Properties: { ApiStages: [{ ApiId: { Ref: 'Api' }, Stage: stage }], Quota: { Limit: 5, Period: 'DAY' } },
});
const literal = {
  Plan: plan(),
  Partner: key({ Name: 'partner', Value: 'partner-value-0123456789', Enabled: true }),
  Off: key({ Name: 'off', Value: 'off-value-0123456789', Enabled: false }),
  Unplanned: key({ Name: 'unplanned', Value: 'unplanned-value-0123456789', Enabled: true }),
  InPlan: member('Partner'),
  OffInPlan: member('Off'),
};
const madeUp = { ...literal, Made: key({ Name: 'made', Enabled: true }), MadeInPlan: member('Made') };
const authorizer = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': {
    type: 'token',
    authorizerUri: {
      'Fn::Sub': 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Auth.Arn}/invocations',
    },
  },
};
const { 'x-amazon-apigateway-authtype': _, ...untyped } = authorizer;
const document: JsonObject = {
  components: {
    securitySchemes: {
      ...{ key: { type: 'apiKey', in: 'header', name: 'X-API-Key' }, authorizer },
      reader: { ...untyped, name: 'x-api-key' },
    },
  },
  paths: {
    '/keyed': { get: lambdaOperation('Echo', { security: [{ key: [] }] }) },
    '/both': { get: lambdaOperation('Echo', { security: [{ key: [], authorizer: [] }] }) },
    '/read': { get: lambdaOperation('Echo', { security: [{ reader: [] }] }) },
    '/open': { get: lambdaOperation('Echo') },
  },
};
const functions = {
  Echo: 'exports.handler = async ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext.identity) });',
  Auth: `exports.handler = async (event) => ({
    principalId: 'ada',
    policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    ...(event.authorizationToken === 'none' ? {} : { usageIdentifierKey: event.authorizationToken }),
  });`,
};

let app: RunningApp | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function start(resources: JsonObject, identities?: JsonObject, rest: Partial<AppSpec> = {}): Promise<void> {
  const files: Record<string, string> =
    identities === undefined ? {} : { 'identities.json': JSON.stringify(identities) };
  app = await startApp({ document, functions, resources, files, ...rest });
}

async function ask(value: string | undefined, path = '/keyed', headers: Record<string, string> = {}) {
  const sent: Record<string, string> = value === undefined ? headers : { 'x-api-key': value, ...headers };
  const response = await fetch(`${app?.url}${path}`, { headers: sent });
  const body = (await response.json()) as { apiKey?: string; apiKeyId?: string; message?: string };
  return response.status === 200 ? [body.apiKey, body.apiKeyId] : [response.status, body.message];
}
const caveats = () => app?.gateway.apis()[0]?.operations.find(({ path }) => path === '/keyed')?.caveats;
const forbidden = [403, 'Forbidden'];

test('any value will do where nobody knows a value', async () => {
  await start({});
  expect([await ask(undefined), await ask('')]).toEqual([forbidden, forbidden]);
  expect(await ask('anything')).toEqual(['anything', null]);
  expect(caveats()).toEqual(['API keys: every value will do; declare keys in identities.json']);
});

test('methods that need no key see none', async () => {
  await start({});
  expect(await ask('anything', '/open')).toEqual([null, null]);
});

test('keys of the template, by their values and usage plans', async () => {
  await start(literal);
  expect(await ask('partner-value-0123456789')).toEqual(['partner-value-0123456789', 'partner']);
  expect(await ask('off-value-0123456789')).toEqual(forbidden);
  expect(await ask('unplanned-value-0123456789')).toEqual(forbidden);
  expect(await ask('anything')).toEqual(forbidden);
  expect(caveats()).toBeUndefined();
  expect(app?.gateway.apis()[0]?.caveats).toEqual(['not enforced here: quotas of usage plans']);
});

test('keys of another stage open nothing', async () => {
  await start({ ...literal, Plan: plan('other') });
  expect(await ask('partner-value-0123456789')).toEqual(forbidden);
  expect(caveats()).toEqual(['API keys: no key opens this stage']);
});

test('any value will do where API Gateway makes one up, but those that are known have their ids', async () => {
  await start(madeUp);
  expect(await ask('partner-value-0123456789')).toEqual(['partner-value-0123456789', 'partner']);
  expect(await ask('off-value-0123456789')).toEqual(forbidden);
  expect(await ask('anything')).toEqual(['anything', null]);
});

test('any value will do where a plan has a key of elsewhere', async () => {
  const elsewhere = { ...member('Partner').Properties, KeyId: 'abc123' };
  await start({ ...literal, Elsewhere: { Type: 'AWS::ApiGateway::UsagePlanKey', Properties: elsewhere } });
  expect(await ask('anything')).toEqual(['anything', null]);
});

test('declared keys: values of keys of the app, and others', async () => {
  await start(madeUp, {
    apiKeys: { made: { value: 'm' }, mine: { value: 'k' }, gone: { value: 'g', enabled: false } },
  });
  expect([await ask('m'), await ask('k'), await ask('g')]).toEqual([['m', 'made'], ['k', 'mine'], forbidden]);
  expect(await ask('partner-value-0123456789')).toEqual(['partner-value-0123456789', 'partner']);
  expect(await ask('anything')).toEqual(forbidden);
  expect(caveats()).toBeUndefined();
});

test('a key of the app whose value nobody declared does not open the API', async () => {
  await start({ Plan: plan(), Made: key({ Name: 'made' }), MadeInPlan: member('Made') }, { apiKeys: {} });
  expect(await ask('anything')).toEqual(forbidden);
  expect(caveats()).toEqual(['API keys: no key opens this stage', 'API keys: identities.json has no value for made']);
});

test('what an authorizer reads in the header of keys is no key', async () => {
  await start(literal);
  expect(await ask('none')).toEqual(forbidden);
  expect(await ask('none', '/read')).not.toEqual(forbidden);
  expect(await ask(undefined, '/read')).toEqual([401, 'Unauthorized']);
});

test('a key that the authorizer answers with', async () => {
  const source = { ...document, 'x-amazon-apigateway-api-key-source': 'AUTHORIZER' };
  await start(literal, undefined, { document: source });
  const of = (token: string) => ask('ignored', '/both', { Authorization: token });
  expect(await of('partner-value-0123456789')).toEqual(['partner-value-0123456789', 'partner']);
  expect([await of('other'), await of('none')]).toEqual([forbidden, forbidden]);
});
