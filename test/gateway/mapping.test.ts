import type { Pair } from '../../src/gateway/http/request';
import { fillIn, mapRequest } from '../../src/gateway/mapping/map-request';
import { mapResponse, selectResponse } from '../../src/gateway/mapping/map-response';
import type { JsonObject } from '../../src/shared/json';
import { createExchange, type ExchangeSpec } from './support/exchange';

const exchangeWith = (integration: JsonObject, spec: ExchangeSpec = {}) =>
  createExchange({
    ...spec,
    document: { paths: { '/pets/{petId}': { get: { 'x-amazon-apigateway-integration': integration } } } },
  });
const spec: ExchangeSpec = {
  path: '/pets/a%20b%2Bc',
  pathParameters: { petId: 'a%20b%2Bc', slashes: 'a%2Fb/c', broken: '%zz', unicode: '%C3%BC' },
  query: [
    ['tag', '1'],
    ['tag', '2'],
    ['empty', ''],
  ],
  headers: [
    ['X-One', 'first'],
    ['x-one', 'last'],
  ],
  body: '{"owner":{"name":"Ada","pets":[{"id":7}]},"n":1}',
  stageVariables: { tier: 'gold' },
};

test.each<[expression: string, want: string | undefined]>([
  ['method.request.path.petId', 'a b+c'],
  ['method.request.path.slashes', 'a/b/c'],
  ['method.request.path.broken', '%zz'],
  ['method.request.path.unicode', 'ü'],
  ['method.request.querystring.tag', '2'],
  ['method.request.querystring.empty', undefined],
  ['method.request.querystring.nope', undefined],
  ['method.request.multivaluequerystring.tag', '1,2'],
  ['method.request.header.X-One', 'last'],
  ['method.request.multivalueheader.X-One', 'first,last'],
  ['method.request.body', '{"owner":{"name":"Ada","pets":[{"id":7}]},"n":1}'],
  ['method.request.body.owner.name', 'Ada'],
  ['method.request.body.owner.pets[0].id', '7'],
  ['method.request.body.owner', '{"name":"Ada","pets":[{"id":7}]}'],
  ['method.request.body.nope', undefined],
  ['context.requestId', 'request-1'],
  ['context.identity.sourceIp', '127.0.0.1'],
  ['stageVariables.tier', 'gold'],
  ["'a fixed ''value'", "a fixed ''value"],
])('a request header from %s', (expression, want) => {
  const { headers } = mapRequest(
    exchangeWith({ requestParameters: { 'integration.request.header.x': expression } }, spec),
  );
  expect(headers).toEqual(want === undefined ? [] : [['x', want]]);
});

test('a parameter of a query repeats when all its values are mapped', () => {
  const query = (source: string) =>
    mapRequest(exchangeWith({ requestParameters: { 'integration.request.querystring.t': source } }, spec)).query;
  expect(query('method.request.multivaluequerystring.tag')).toEqual([
    ['t', '1'],
    ['t', '2'],
  ]);
  expect(query('method.request.querystring.tag')).toEqual([['t', '2']]);
});

test('what is mapped from a body that is no JSON', () => {
  const integration = { requestParameters: { 'integration.request.header.x': 'method.request.body.a' } };
  expect(mapRequest(exchangeWith(integration, { body: 'plain text' })).headers).toEqual([]);
  expect(() => mapRequest(exchangeWith(integration, { body: '{"a":' }))).toThrow('Invalid JSON in request body');
});

test('the type of a body goes with it, mapped or not, but not with requests that have none', () => {
  const headersOf = (method: string, requestParameters: JsonObject = {}) => {
    const exchange = exchangeWith({ requestParameters }, { headers: [['content-type', 'text/csv']] });
    return mapRequest({ ...exchange, request: { ...exchange.request, method } }).headers;
  };
  expect(headersOf('PUT')).toEqual([['Content-Type', 'text/csv']]);
  expect(headersOf('GET')).toEqual([]);
  expect(headersOf('PUT', { 'integration.request.header.Content-Type': "'image/png'" })).toEqual([
    ['Content-Type', 'image/png'],
  ]);
});

test('a template overrides what is mapped', () => {
  const template = "#set($context.requestOverride.querystring.t = 'o')#set($context.requestOverride.path.key = 'k')";
  const requestParameters = {
    'integration.request.querystring.t': 'method.request.multivaluequerystring.tag',
    'integration.request.path.key': "'mapped'",
  };
  const mapped = mapRequest(
    exchangeWith({ requestParameters, requestTemplates: { 'application/json': template } }, spec),
  );
  expect(mapped.query).toEqual([['t', 'o']]);
  expect(mapped.path.get('key')).toBe('k');
});

test('a variable of a URI without a value is a fault of the configuration', () => {
  expect(
    fillIn(
      '/{a}/{b+}',
      new Map([
        ['a', '{b}'],
        ['b', '$&'],
      ]),
    ),
  ).toBe('/{b}/$&');
  expect(() => fillIn('/{a}', new Map())).toThrow('Internal server error');
});

const responses = {
  '2\\d{2}': { statusCode: '200' },
  '40[04]': { statusCode: '404' },
  '4\\d{2}|5\\d{2}': { statusCode: '400' },
  '(?i).*oops.*': { statusCode: '502' },
  '[': { statusCode: '599' },
  default: { statusCode: '500' },
};

test.each<[selector: string, want: number]>([
  ['200', 200],
  ['404', 404],
  ['403', 400],
  ['503', 400],
  ['2000', 500],
  ['304', 500],
  ['Something OOPS\nhappened', 502],
  ['[', 599],
])('the response to %j is %d', (selector, want) => {
  const { integration } = exchangeWith({ responses }).route;
  expect(selectResponse(integration.responses, selector)?.statusCode).toBe(want);
});

test('headers and status of a response', () => {
  const responseParameters = {
    'method.response.header.ETag': 'integration.response.header.etag',
    'method.response.header.X-All': 'integration.response.multivalueheader.X-All',
    'method.response.header.X-Name': 'integration.response.body.pet.name',
    'method.response.header.X-Fixed': "'fixed'",
    'method.response.header.X-Id': 'context.requestId',
    'method.response.header.X-Nope': 'integration.response.header.X-Nope',
    'method.response.header.Access-Control-Allow-Origin': "'https://example.com'",
  };
  const exchange = exchangeWith({ responses: { default: { statusCode: '201', responseParameters } } });
  const headers: Pair[] = [
    ['ETag', '"1"'],
    ['X-All', 'a'],
    ['X-All', 'b'],
  ];
  const reply = mapResponse(exchange, { status: 200, headers, body: Buffer.from('{"pet":{"name":"Rex"}}') }, '200');
  expect(reply.status).toBe(201);
  expect(Object.fromEntries(reply.headers)).toEqual({
    'Content-Type': 'application/json',
    ETag: '"1"',
    'X-All': 'a,b',
    'X-Name': 'Rex',
    'X-Fixed': 'fixed',
    'X-Id': 'request-1',
    'Access-Control-Allow-Origin': 'https://example.com',
  });
});

test.each<[accept: string | undefined, type: string, body: string]>([
  [undefined, 'application/json', 'json'],
  ['*/*', 'application/json', 'json'],
  ['application/xml', 'application/xml', 'xml'],
  ['application/xml, application/json', 'application/xml', 'xml'],
  ['text/html', 'application/xml', 'xml'],
])('the template for a client that accepts %s', (accept, type, body) => {
  const xml = { 'application/xml': 'xml' };
  const responseTemplates: JsonObject =
    body === 'xml' && accept === 'text/html' ? xml : { ...xml, 'application/json': 'json' };
  const headers: Pair[] = accept === undefined ? [] : [['Accept', accept]];
  const exchange = exchangeWith({ responses: { default: { statusCode: '200', responseTemplates } } }, { headers });
  const reply = mapResponse(exchange, { status: 200, headers: [], body: Buffer.alloc(0) }, '200');
  expect([reply.headers[0]?.[1], reply.body.toString()]).toEqual([type, body]);
});
