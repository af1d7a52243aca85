import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Cors, type CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import { render } from 'velocityjs';
import {
  type ApiGatewayIntegration,
  type Authorizer,
  Authorizers,
  CustomAuthorizerType,
  Integration,
  Integrations,
} from '../../src/constructs';
import type { JsonObject } from '../../src/shared/json';
import { derive, documentOf } from '../openapi/gateway/derive';
import { apiOf, bodyOf, gatewayDocument, integrationOf, mock } from './support';

const pets = gatewayDocument(
  { getPet: 'get /pets/{petId}', putPet: 'put /pets/{petId}' },
  {
    putPet: {
      parameters: [
        { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'X-Trace', in: 'header', required: false, schema: { type: 'string' } },
      ],
      requestBody: { content: { 'text/csv': {} } },
    },
  },
);

/** A service integration whose response has a template. */
class Queue extends Integration {
  render(): ApiGatewayIntegration {
    const responseTemplates = { 'application/json': '{"queued":true}' };
    return { type: 'AWS', responses: { default: { statusCode: '200', responseTemplates } } };
  }
}

function apiWith(corsOptions: CorsOptions) {
  return apiOf(pets, {
    integrations: { getPet: mock, putPet: mock },
    defaultAuthorizer: Authorizers.iam(),
    binaryMediaTypes: ['*/*'],
    corsOptions,
  });
}

test('a preflight request is answered for every path, to anybody, whatever its media type', () => {
  const body = bodyOf(apiWith({ allowOrigins: Cors.ALL_ORIGINS, maxAge: Duration.hours(1) }));
  const preflight = body.paths['/pets/{petId}']?.options;
  expect(preflight).toMatchObject({ security: [], 'x-amazon-apigateway-auth': { type: 'NONE' } });
  expect(preflight?.parameters).toEqual([{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }]);
  expect(preflight?.['x-amazon-apigateway-integration']).toEqual({
    type: 'MOCK',
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
    requestTemplates: { 'application/json': '{"statusCode":204}', 'text/csv': '{"statusCode":204}' },
    responses: {
      default: {
        statusCode: '204',
        contentHandling: 'CONVERT_TO_TEXT',
        responseParameters: {
          'method.response.header.Access-Control-Allow-Origin': "'*'",
          'method.response.header.Access-Control-Allow-Headers': `'${[...Cors.DEFAULT_HEADERS, 'X-Amz-Content-Sha256', 'X-Trace'].join(',')}'`,
          'method.response.header.Access-Control-Allow-Methods': `'${Cors.ALL_METHODS.join(',')}'`,
          'method.response.header.Access-Control-Max-Age': "'3600'",
        },
      },
    },
  });
  expect(Object.keys(preflight?.responses['204']?.headers ?? {})).toContain('Access-Control-Allow-Origin');
});

describe('responses of API Gateway itself carry the headers', () => {
  const types = ['BAD_REQUEST_BODY', 'BAD_REQUEST_PARAMETERS', 'DEFAULT_4XX', 'DEFAULT_5XX'];
  const prefix = 'gatewayresponse.header';

  test.each<[what: string, CorsOptions, Record<string, string>]>([
    [
      'of one origin, with credentials',
      { allowOrigins: ['https://a.com'], allowCredentials: true },
      {
        [`${prefix}.Access-Control-Allow-Origin`]: "'https://a.com'",
        [`${prefix}.Vary`]: "'Origin'",
        [`${prefix}.Access-Control-Allow-Credentials`]: "'true'",
      },
    ],
    [
      'of several origins, for which nothing can be chosen, with an asterisk',
      { allowOrigins: ['https://a.com', 'https://b.com'], exposeHeaders: ['X-Count', 'ETag'] },
      {
        [`${prefix}.Access-Control-Allow-Origin`]: "'*'",
        [`${prefix}.Access-Control-Expose-Headers`]: "'X-Count,ETag'",
      },
    ],
    [
      'of several origins and credentials, which go with no asterisk, with the first',
      { allowOrigins: ['https://a.com', 'https://b.com'], allowCredentials: true },
      {
        [`${prefix}.Access-Control-Allow-Origin`]: "'https://a.com'",
        [`${prefix}.Vary`]: "'Origin'",
        [`${prefix}.Access-Control-Allow-Credentials`]: "'true'",
      },
    ],
    ['of all origins', { allowOrigins: ['*'] }, { [`${prefix}.Access-Control-Allow-Origin`]: "'*'" }],
  ])('%s', (_, corsOptions, responseParameters) => {
    const responses = bodyOf(apiWith(corsOptions))['x-amazon-apigateway-gateway-responses'] as Record<string, object>;
    expect(Object.keys(responses).sort()).toEqual(types);
    for (const type of types) expect(responses[type]).toMatchObject({ responseParameters });
    for (const type of types) {
      expect(Object.keys((responses[type] as { responseParameters: object }).responseParameters)).toEqual(
        Object.keys(responseParameters),
      );
    }
  });

  test('and none without options', () => {
    const api = apiOf(pets, { integrations: { getPet: mock, putPet: mock } });
    expect(JSON.stringify(bodyOf(api))).not.toContain('Access-Control');
  });
});

describe('headers that pages may send', () => {
  const headersOf = (corsOptions: Partial<CorsOptions>, document: JsonObject, authorizer?: Authorizer) => {
    const integrations = { op: { ...mock, authorizer } };
    const api = apiOf(document, { integrations, corsOptions: { allowOrigins: ['*'], ...corsOptions } });
    const { responses } = integrationOf(api, '/x', 'options');
    return responses.default?.responseParameters['method.response.header.Access-Control-Allow-Headers'];
  };
  const modelOf = (operation: JsonObject, rest: JsonObject = {}) =>
    derive(documentOf('/x', 'post', operation, rest)).document;
  const signed = 'Authorization,X-Amz-Date,X-Amz-Security-Token,X-Amz-Content-Sha256';

  test('are those of browsers that sign requests, unless named', () => {
    expect(headersOf({}, modelOf({}))).toBe(
      "'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent,X-Amz-Content-Sha256'",
    );
    expect(headersOf({ allowHeaders: ['X-Mine'] }, modelOf({}))).toBe("'X-Mine'");
  });

  test('are those that the operation and its path declare, whatever their case', () => {
    const header = (name: string) => ({ in: 'header', name, schema: { type: 'string' } });
    const model = documentOf('/x', 'post', { parameters: [header('X-Own'), header('x-mine')] });
    const { '/x': item } = model.paths as { '/x': JsonObject };
    const { document } = derive({ ...model, paths: { '/x': { ...item, parameters: [header('X-Shared')] } } });
    expect(headersOf({ allowHeaders: ['X-Mine'] }, document)).toBe("'X-Mine,X-Shared,X-Own'");
  });

  test('is that of a body', () => {
    const requestBody = { content: { 'application/json': { schema: { type: 'object' } } } };
    expect(headersOf({ allowHeaders: ['X-Mine'] }, modelOf({ requestBody }))).toBe("'X-Mine,Content-Type'");
  });

  test.each<[what: string, JsonObject, string]>([
    ['a bearer token', { type: 'http', scheme: 'bearer' }, 'Authorization'],
    ['an API key of the model', { type: 'apiKey', in: 'header', name: 'X-Token' }, 'X-Token'],
    ['an API key of a usage plan', { type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'X-API-Key'],
    ['a cookie', { type: 'apiKey', in: 'cookie', name: 'session' }, ''],
    [
      'a signature',
      { type: 'apiKey', in: 'header', name: 'Authorization', 'x-amazon-apigateway-authtype': 'awsSigv4' },
      signed,
    ],
  ])('are those of %s', (_, scheme, expected) => {
    const document = modelOf({ security: [{ scheme: [] }] }, { components: { securitySchemes: { scheme } } });
    expect(headersOf({ allowHeaders: ['X-Mine'] }, document)).toBe(`'${['X-Mine', expected].filter(Boolean).join()}'`);
  });

  test('are those of the authorizers and keys of the app', () => {
    const stack = new Stack(new App(), 'Other');
    const code = Code.fromInline('exports.handler = 1');
    const guard = new LambdaFunction(stack, 'Fn', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
    const custom = Authorizers.custom({
      ...{ authorizerId: 'guard', function: guard, type: CustomAuthorizerType.REQUEST },
      identitySource: 'method.request.header.X-One, method.request.querystring.two, method.request.header.X-Three',
    });
    const allowHeaders = ['X-Mine'];
    expect(headersOf({ allowHeaders }, modelOf({}), Authorizers.iam())).toBe(`'X-Mine,${signed}'`);
    const api = apiOf(
      modelOf({}),
      {
        integrations: { op: { ...mock, authorizer: custom, options: { apiKeyRequired: true } } },
        corsOptions: { allowOrigins: ['*'], allowHeaders },
      },
      stack,
    );
    const { responses } = integrationOf(api, '/x', 'options');
    expect(responses.default?.responseParameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Headers': "'X-Mine,X-One,X-Three,x-api-key'",
    });
  });

  test('are all with an asterisk, which does not stand for Authorization', () => {
    expect(headersOf({ allowHeaders: ['*'] }, modelOf({}))).toBe("'*,Authorization'");
  });
});

test.each<[Partial<CorsOptions>, string, string | undefined]>([
  [{ maxAge: Duration.minutes(10) }, 'Max-Age', "'600'"],
  [{ disableCache: true }, 'Max-Age', "'-1'"],
  [{}, 'Max-Age', undefined],
  [{ allowMethods: ['GET', 'PUT'] }, 'Allow-Methods', "'GET,PUT'"],
  [{ allowMethods: ['ANY'] }, 'Allow-Methods', `'${Cors.ALL_METHODS.join()}'`],
  [{ allowMethods: ['*'] }, 'Allow-Methods', `'${Cors.ALL_METHODS.join()}'`],
  [{ exposeHeaders: ['ETag'] }, 'Expose-Headers', undefined],
  [{ allowCredentials: true }, 'Allow-Credentials', "'true'"],
])('with %j, a preflight request is answered with %s %s', (options, name, value) => {
  const { responses } = integrationOf(
    apiWith({ allowOrigins: ['https://a.com'], ...options }),
    '/pets/{petId}',
    'options',
  );
  expect(responses.default?.responseParameters[`method.response.header.Access-Control-${name}`]).toBe(value);
});

test('headers that pages may read are on responses', () => {
  const { responses } = integrationOf(
    apiWith({ allowOrigins: ['*'], exposeHeaders: ['ETag', 'X-Count'] }),
    '/pets/{petId}',
    'get',
  );
  expect(responses.default?.responseParameters).toMatchObject({
    'method.response.header.Access-Control-Expose-Headers': "'ETag,X-Count'",
  });
});

test.each([undefined, true])(
  'templates of service integrations choose between origins, with credentials %s',
  (allowCredentials) => {
    const stack = new Stack(new App(), 'Stack');
    const corsOptions = { allowOrigins: ['https://a.com', 'https://b.com'], allowCredentials };
    const document = gatewayDocument({ getPet: 'get /pets/{petId}' });
    const api = apiOf(document, { integrations: { getPet: { integration: new Queue() } }, corsOptions }, stack);
    const { responses } = integrationOf(api, '/pets/{petId}', 'get');
    const template = responses.default?.responseTemplates?.['application/json'] ?? '';
    const context = { responseOverride: { header: {} as Record<string, string> } };
    const input = { params: (name: string) => (name === 'Origin' ? 'https://b.com' : '') };
    expect(render(template, { context, input })).toBe('{"queued":true}');
    expect(context.responseOverride.header).toEqual({ 'Access-Control-Allow-Origin': 'https://b.com' });
    expect(responses.default?.responseParameters).toEqual({
      'method.response.header.Access-Control-Allow-Origin': "'https://a.com'",
      'method.response.header.Vary': "'Origin'",
      ...(allowCredentials ? { 'method.response.header.Access-Control-Allow-Credentials': "'true'" } : {}),
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('passes a response on'));
  },
);

test.each([
  ['https://b.com', 'https://b.com'],
  ['https://a.com', 'https://a.com'],
  ['https://evil.com', undefined],
  ['', undefined],
])('of several origins the one that asked is answered: %s', (asked, answered) => {
  const integration = integrationOf(
    apiWith({ allowOrigins: ['https://a.com', 'https://b.com'] }),
    '/pets/{petId}',
    'get',
  );
  const response = integration.responses.default;
  const context = { responseOverride: { header: {} as Record<string, string> } };
  const template = response?.responseTemplates?.['application/json'] ?? '';
  const body = render(template, { context, input: { params: (name: string) => (name === 'origin' ? asked : '') } });
  expect(body).toBe('{}');
  expect(context.responseOverride.header['Access-Control-Allow-Origin']).toBe(answered);
  expect(response?.responseParameters['method.response.header.Access-Control-Allow-Origin']).toBe("'https://a.com'");
});

test('an OPTIONS operation of the model stays', () => {
  const document = gatewayDocument({ describe: 'options /x' });
  const api = apiOf(document, { integrations: { describe: mock }, corsOptions: { allowOrigins: ['*'] } });
  expect(bodyOf(api).paths['/x']?.options?.operationId).toBe('describe');
});

test('without options there is no preflight', () => {
  const api = apiOf(pets, { integrations: { getPet: mock, putPet: mock } });
  expect(Object.keys(bodyOf(api).paths['/pets/{petId}'] ?? {})).toEqual(['get', 'put']);
});

test('a response that is passed on names the first origin, and a warning says so', () => {
  const stack = new Stack(new App(), 'Stack');
  const integration = Integrations.s3({ bucket: new Bucket(stack, 'Bucket') });
  const corsOptions = { allowOrigins: ['https://a.com', 'https://b.com'] };
  apiOf(
    gatewayDocument({ getPet: 'get /pets/{petId}' }),
    { integrations: { getPet: { integration } }, corsOptions },
    stack,
  );
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp("pages of 'https://a.com' can read it"));
});

test.each<[CorsOptions, string]>([
  [{ allowOrigins: [] }, "'corsOptions.allowOrigins' is empty"],
  [{ allowOrigins: ['*', 'https://a.com'] }, "'corsOptions.allowOrigins' has '*' among others"],
  [{ allowOrigins: ['*'], allowCredentials: true }, "'corsOptions.allowCredentials' needs origins by name"],
  [{ allowOrigins: ['https://a.com/x'] }, "'corsOptions.allowOrigins' has 'https://a.com/x', which is no origin"],
  [{ allowOrigins: ["https://a.com'"] }, 'which is no origin'],
  [{ allowOrigins: ['https://a.com/'] }, "'corsOptions.allowOrigins' has 'https://a.com/', which is no origin"],
  [{ allowOrigins: ['https://*.a.com'] }, "has 'https://*.a.com', and browsers and API Gateway know no patterns"],
  [{ allowOrigins: ['https://A.com'] }, "has 'https://A.com', which browsers send as 'https://a.com'; write it so"],
  [{ allowOrigins: ['https://a.com:443'] }, "which browsers send as 'https://a.com'"],
  [
    { allowOrigins: ['https://a.com'], allowCredentials: true, allowHeaders: ['*'] },
    "'corsOptions.allowCredentials' needs headers by name, '*' is not all of them to browsers then; name them in 'allowHeaders'",
  ],
  [
    { allowOrigins: ['https://a.com'], allowCredentials: true, exposeHeaders: ['*'] },
    "'*' is not all of them to browsers then; name them in 'exposeHeaders'",
  ],
  [{ allowOrigins: ['*'], allowHeaders: ['X-A, X-B'] }, "'corsOptions' has 'X-A, X-B', which is neither a header"],
  [{ allowOrigins: ['*'], exposeHeaders: ["it's"] }, 'which is neither a header nor a method'],
  [{ allowOrigins: ['*'], statusCode: 404 }, "'corsOptions.statusCode' is 404, and browsers take a preflight request"],
  [{ allowOrigins: ['*'], maxAge: Duration.hours(1), disableCache: true }, "'corsOptions.maxAge' and 'disableCache'"],
])('%j is an error', (corsOptions, message) => {
  expect(() => apiWith(corsOptions)).toThrow(message);
});
