import { gzipSync } from 'node:zlib';
import type { Exchange } from '../../src/gateway/http/exchange';
import type { Pair } from '../../src/gateway/http/request';
import { mapRequest } from '../../src/gateway/mapping/map-request';
import { mapResponse, passResponse } from '../../src/gateway/mapping/map-response';
import type { JsonObject } from '../../src/shared/json';
import { createExchange } from './support/exchange';

const bytes = gzipSync('bytes that are no UTF-8');
const base64 = Buffer.from(bytes.toString('base64'));
const text = Buffer.from('this is text in UTF-8');
const replaced = Buffer.from(bytes.toString());
const failure = 'failure' as const;
type Handling = 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY' | undefined;
type Want = Buffer | typeof failure;

/** An operation of an API with one binary media type, or with others. */
function exchangeWith(
  integration: JsonObject,
  given: { headers?: readonly Pair[]; body?: Buffer; binaryMediaTypes?: readonly string[] },
): Exchange {
  const exchange = createExchange({
    headers: given.headers ?? [],
    document: {
      'x-amazon-apigateway-binary-media-types': [...(given.binaryMediaTypes ?? ['image/png'])],
      paths: { '/pets/{petId}': { put: { 'x-amazon-apigateway-integration': integration } } },
    },
  });
  return { ...exchange, request: { ...exchange.request, method: 'PUT', body: given.body ?? Buffer.alloc(0) } };
}

function attempt(make: () => Buffer): Want {
  try {
    return make();
  } catch (error) {
    expect(error).toMatchObject({ type: 'API_CONFIGURATION_ERROR' });
    return failure;
  }
}

const none: readonly string[] = [];
const png: readonly string[] = ['image/png'];

test.each<[binary: readonly string[], type: string, handling: Handling, body: Buffer, want: Want]>([
  [none, 'image/png', undefined, bytes, replaced],
  [none, 'image/png', undefined, base64, base64],
  [none, 'image/png', 'CONVERT_TO_TEXT', bytes, replaced],
  [none, 'image/png', 'CONVERT_TO_BINARY', base64, bytes],
  [none, 'image/png', 'CONVERT_TO_BINARY', bytes, failure],
  [none, 'text/plain', 'CONVERT_TO_BINARY', text, failure],
  [png, 'image/png', undefined, bytes, bytes],
  [png, 'image/png; q=1', undefined, bytes, bytes],
  [png, 'image/png', 'CONVERT_TO_TEXT', bytes, base64],
  [png, 'image/png', 'CONVERT_TO_TEXT', text, Buffer.from(text.toString('base64'))],
  [png, 'image/png', 'CONVERT_TO_BINARY', bytes, bytes],
  [png, 'text/plain', undefined, bytes, replaced],
  [png, 'text/plain', undefined, text, text],
  [png, 'text/plain', 'CONVERT_TO_TEXT', bytes, replaced],
  [png, 'text/plain', 'CONVERT_TO_BINARY', base64, bytes],
  [png, 'text/plain', 'CONVERT_TO_BINARY', bytes, failure],
  [['image/*'], 'image/png', undefined, bytes, bytes],
  [['*/*'], 'text/plain', undefined, bytes, bytes],
])('a request: %j %s %s %#', (binaryMediaTypes, type, contentHandling, body, want) => {
  const integration: JsonObject = contentHandling === undefined ? {} : { contentHandling };
  const exchange = exchangeWith(integration, { headers: [['Content-Type', type]], body, binaryMediaTypes });
  expect(attempt(() => mapRequest(exchange).body)).toEqual(want);
});

test.each<
  [binary: readonly string[], type: string, accept: string | undefined, handling: Handling, body: Buffer, want: Want]
>([
  [none, 'binary/octet-stream', 'text/plain', undefined, text, text],
  [none, 'binary/octet-stream', 'image/png', undefined, bytes, replaced],
  [none, 'binary/octet-stream', 'image/png', 'CONVERT_TO_TEXT', bytes, replaced],
  [none, 'binary/octet-stream', 'image/png', 'CONVERT_TO_BINARY', base64, bytes],
  [none, 'binary/octet-stream', 'image/png', 'CONVERT_TO_BINARY', bytes, failure],
  [png, 'binary/octet-stream', 'text/plain', undefined, bytes, replaced],
  [png, 'binary/octet-stream', 'text/plain', 'CONVERT_TO_TEXT', text, text],
  [png, 'binary/octet-stream', 'text/plain', 'CONVERT_TO_BINARY', base64, bytes],
  [png, 'binary/octet-stream', 'text/plain', 'CONVERT_TO_BINARY', text, failure],
  [png, 'binary/octet-stream', 'image/png', undefined, base64, bytes],
  [png, 'binary/octet-stream', 'image/png', undefined, text, failure],
  [png, 'binary/octet-stream', 'image/png', undefined, bytes, failure],
  [png, 'binary/octet-stream', 'image/png', 'CONVERT_TO_TEXT', bytes, replaced],
  [png, 'binary/octet-stream', 'image/png', 'CONVERT_TO_BINARY', text, failure],
  [png, 'image/png', 'text/plain', undefined, bytes, base64],
  [png, 'image/png', 'text/plain', 'CONVERT_TO_TEXT', bytes, base64],
  [png, 'image/png', 'text/plain', 'CONVERT_TO_BINARY', bytes, bytes],
  [png, 'image/png', 'image/png', undefined, bytes, bytes],
  [png, 'image/png', 'image/png', 'CONVERT_TO_TEXT', bytes, base64],
  [png, 'image/png', 'image/png', 'CONVERT_TO_BINARY', text, text],
  [png, 'image/png', undefined, undefined, bytes, base64],
  [png, 'image/png', 'image/png,*/*', undefined, bytes, bytes],
  [png, 'image/png', 'text/html,image/png', undefined, bytes, base64],
  [['*/*'], 'image/png', undefined, undefined, bytes, bytes],
])('a response: %j %s for %s %s %#', (binaryMediaTypes, type, accept, contentHandling, body, want) => {
  const response = { statusCode: '200', ...(contentHandling === undefined ? {} : { contentHandling }) };
  const headers: Pair[] = accept === undefined ? [] : [['Accept', accept]];
  const exchange = exchangeWith({ responses: { default: response } }, { headers, binaryMediaTypes });
  const reply = { status: 200, headers: [['Content-Type', type]] as Pair[], body };
  expect(attempt(() => mapResponse(exchange, reply, '200').body)).toEqual(want);
});

test.each<[type: string, accept: string | undefined, body: Buffer, want: Buffer]>([
  ['image/png', 'image/png', bytes, bytes],
  ['image/png', undefined, bytes, base64],
  ['image/gif', 'image/png', bytes, replaced],
  ['application/json', 'image/png', text, text],
])('a proxy passes %s for %s', (type, accept, body, want) => {
  const headers: Pair[] = accept === undefined ? [] : [['Accept', accept]];
  const reply = { status: 200, headers: [['Content-Type', type]] as Pair[], body };
  expect(passResponse(exchangeWith({}, { headers }), reply).body).toEqual(want);
});

test('templates work on text, be it Base64, and never on bytes', () => {
  const requestTemplates = { 'image/png': '{"data":"$input.body"}' };
  const headers: Pair[] = [['Content-Type', 'image/png']];
  const converted = exchangeWith({ requestTemplates, contentHandling: 'CONVERT_TO_TEXT' }, { headers, body: bytes });
  expect(mapRequest(converted).body.toString()).toBe(`{"data":"${base64}"}`);
  expect(attempt(() => mapRequest(exchangeWith({ requestTemplates }, { headers, body: bytes })).body)).toBe(failure);
  const responseTemplates = { 'application/json': '' };
  const response = { statusCode: '200', responseTemplates: { ...responseTemplates, 'application/json': 'x' } };
  const accepted = exchangeWith({ responses: { default: response } }, { headers: [['Accept', 'image/png']] });
  const reply = { status: 200, headers: [['Content-Type', 'image/png']] as Pair[], body: bytes };
  expect(attempt(() => mapResponse(accepted, reply, '200').body)).toBe(failure);
});

test('the log tells of a body that breaks', () => {
  const exchange = exchangeWith({ responses: { default: { statusCode: '200' } } }, { binaryMediaTypes: [] });
  const reply = { status: 200, headers: [['Content-Type', 'image/gif']] as Pair[], body: bytes };
  expect(mapResponse(exchange, reply, '200').note).toContain("add 'image/gif' to the binary media types");
  const asked = exchangeWith({ responses: { default: { statusCode: '200' } } }, { headers: [['Accept', 'text/html']] });
  const image = { ...reply, headers: [['Content-Type', 'image/png']] as Pair[] };
  expect(mapResponse(asked, image, '200').note).toContain("sent as Base64: the client accepts 'text/html'");
});

test.each(['', '__passthrough__'])('the template %j passes the body through', (template) => {
  const templates = { 'application/json': template };
  const integration = {
    requestTemplates: templates,
    passthroughBehavior: 'never',
    responses: { default: { statusCode: '200', responseTemplates: templates } },
  };
  const exchange = exchangeWith(integration, { body: text });
  expect(mapRequest(exchange).body).toEqual(text);
  expect(mapResponse(exchange, { status: 200, headers: [], body: text }, '200').body).toEqual(text);
});
