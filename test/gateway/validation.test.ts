import type { Json, JsonObject } from '../../src/shared/json';
import { mockOperation, type RunningApp, startApp } from './support/local-app';

const mock = { responses: { default: { statusCode: '200' } } };
const schema: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 2 },
    age: { type: 'integer', minimum: 0 },
    weight: { type: 'number', multipleOf: 0.01 },
    kind: { enum: ['cat', 'dog'] },
    // An escape that ECMAScript allows in expressions without Unicode, as those of draft 4 are.
    tag: { type: 'string', pattern: '^[a-z\\!\\-]+$' },
    parent: { $ref: '#/components/schemas/Pet' },
  },
};
let app: RunningApp;

beforeAll(async () => {
  const body = (content: JsonObject) => ({ requestBody: { content } });
  const reference = { schema: { $ref: '#/components/schemas/Pet' } };
  const parameter = (location: string, name: string, required = true) => ({ in: location, name, required });
  app = await startApp({
    document: {
      'x-amazon-apigateway-request-validators': {
        all: { validateRequestBody: true, validateRequestParameters: true },
        none: { validateRequestBody: false, validateRequestParameters: false },
      },
      'x-amazon-apigateway-request-validator': 'all',
      'x-amazon-apigateway-gateway-responses': {
        BAD_REQUEST_BODY: {
          responseTemplates: {
            'application/json':
              '{"message":$context.error.messageString,"type":"$context.error.responseType","why":"$context.error.validationErrorString"}',
          },
          responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
        },
        DEFAULT_4XX: { responseParameters: { 'gatewayresponse.header.X-Request': 'context.requestId' } },
      },
      components: { schemas: { Pet: schema } },
      paths: {
        '/pets': {
          parameters: [parameter('query', 'tenant')],
          post: mockOperation(mock, {
            ...body({ 'application/json': reference }),
            parameters: [parameter('header', 'X-Key'), parameter('query', 'dry', false)],
          }),
          put: mockOperation(
            { ...mock, passthroughBehavior: 'never' },
            { 'x-amazon-apigateway-request-validator': 'none', ...body({ 'application/json': reference }) },
          ),
        },
        '/sized': { post: mockOperation(mock, { parameters: [parameter('header', 'Content-Length')] }) },
        '/any': { post: mockOperation(mock, body({ $default: { schema: { type: 'array' } } })) },
        '/typed': {
          post: mockOperation(
            {
              ...mock,
              requestTemplates: { 'text/plain': '{"statusCode":200}', 'application/json': '{"statusCode":200}' },
            },
            body({ 'application/json': reference }),
          ),
        },
      },
    },
  });
});
afterAll(() => app.close());

type Want = { readonly status: number; readonly body?: Json; readonly headers?: Readonly<Record<string, string>> };

const ok = { status: 200 };
const invalid = { status: 400, body: { message: 'Invalid request body', type: 'BAD_REQUEST_BODY' } };
const json = { 'Content-Type': 'application/json' };
const key = { 'X-Key': 'k' };

test.each<[what: string, request: string, headers: Record<string, string>, body: string | undefined, want: Want]>([
  ['a valid body', 'POST /pets?tenant=a', { ...json, ...key }, '{"name":"Rex","age":1}', ok],
  [
    'a body that refers to itself',
    'POST /pets?tenant=a',
    { ...json, ...key },
    '{"name":"Rex","parent":{"name":"Max"}}',
    ok,
  ],
  [
    'a missing property',
    'POST /pets?tenant=a',
    { ...json, ...key },
    '{"age":1}',
    { ...invalid, headers: { 'x-amzn-errortype': 'BadRequestException', 'access-control-allow-origin': '*' } },
  ],
  ['a wrong nested value', 'POST /pets?tenant=a', { ...json, ...key }, '{"name":"Rex","parent":{"name":1}}', invalid],
  ['no JSON', 'POST /pets?tenant=a', { ...json, ...key }, '{', invalid],
  ['no body, which counts as an empty object', 'POST /pets?tenant=a', { ...json, ...key }, undefined, invalid],
  ['no Content-Type, which counts as JSON', 'POST /typed', {}, '{"age":1}', { status: 400 }],
  [
    'parameters of a Content-Type',
    'POST /typed',
    { 'Content-Type': 'application/json; charset=utf-8' },
    '{"age":1}',
    { status: 400 },
  ],
  ['a media type without a model', 'POST /typed', { 'Content-Type': 'text/plain' }, 'whatever', ok],
  ['the model for every media type', 'POST /any', { 'Content-Type': 'text/x' }, '{}', { status: 400 }],
  [
    'missing parameters, all of them',
    'POST /pets',
    json,
    '{"name":"Rex"}',
    {
      status: 400,
      body: { message: 'Missing required request parameters: [tenant, X-Key]' },
      headers: {
        'x-amzn-errortype': 'BadRequestException',
        'x-request': expect.stringMatching(/.+/) as unknown as string,
      },
    },
  ],
  [
    'a blank parameter',
    'POST /pets?tenant=',
    { ...json, ...key },
    '{"name":"Rex"}',
    { status: 400, body: { message: 'Missing required request parameters: [tenant]' } },
  ],
  ['a header in another case', 'POST /pets?tenant=a', { ...json, 'x-key': 'k' }, '{"name":"Rex"}', ok],
  ['the length of the body, which is a header as any other', 'POST /sized', json, '{}', ok],
  ['nothing where the validator is off', 'PUT /pets', json, '{"age":"old"}', ok],
  [
    'a media type that no template is for',
    'PUT /pets',
    { 'Content-Type': 'text/plain' },
    'x',
    { status: 415, body: { message: 'Unsupported Media Type' } },
  ],
  [
    'an unknown path',
    'GET /nothing',
    {},
    undefined,
    {
      status: 403,
      body: { message: 'Missing Authentication Token' },
      headers: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
    },
  ],
  [
    'an unknown method',
    'DELETE /pets',
    {},
    undefined,
    { status: 403, body: { message: 'Missing Authentication Token' } },
  ],
  [
    'too much',
    'PUT /pets',
    json,
    'x'.repeat(10 * 1024 * 1024 + 1),
    { status: 413, body: { message: 'Request Too Long' } },
  ],
])('%s', async (_, request, headers, body, want) => {
  const [method = '', path = ''] = request.split(' ');
  const init = body === undefined ? { method, headers } : { method, headers, body };
  // A plain string would bring a Content-Type of its own.
  const response = await fetch(app.url + path, { ...init, ...(body === undefined ? {} : { body: Buffer.from(body) }) });
  const text = await response.text();
  expect(response.status).toBe(want.status);
  if (want.body !== undefined) expect(JSON.parse(text)).toMatchObject(Object(want.body));
  expect(Object.fromEntries(response.headers)).toMatchObject(want.headers ?? {});
});

test.each<[body: Json, want: string]>([
  [{ age: 1 }, '[object has missing required properties (["name"])]'],
  [{ name: 1 }, '[instance type (integer) does not match any allowed primitive type (allowed: ["string"]) at /name]'],
  [{ name: 'x' }, '[string "x" is too short (length: 1, required minimum: 2) at /name]'],
  [{ name: 'xx', age: -1 }, '[numeric instance is lower than the required minimum (minimum: 0, found: -1) at /age]'],
  [{ name: 'xx', tag: '?' }, '[ECMA 262 regex "^[a-z\\!\\-]+$" does not match input string "?" at /tag]'],
  [{ name: 'xx', kind: 'cow' }, '[instance value ("cow") not found in enum (possible values: ["cat","dog"]) at /kind]'],
  [[], '[instance type (array) does not match any allowed primitive type (allowed: ["object"])]'],
])('says what is wrong with %j', async (body, want) => {
  const headers = { 'Content-Type': 'application/json', 'X-Key': 'k' };
  const response = await fetch(`${app.url}/pets?tenant=a`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(JSON.parse(await response.text()).why).toBe(want);
});

test.each([
  [4.35, 200],
  [4.355, 400],
  [1e22, 200],
])('counts multiples in decimals: %j', async (weight, status) => {
  const headers = { 'Content-Type': 'application/json', 'X-Key': 'k' };
  const body = JSON.stringify({ name: 'xx', weight });
  expect((await fetch(`${app.url}/pets?tenant=a`, { method: 'POST', headers, body })).status).toBe(status);
});
