import type { Json, JsonObject } from '../../../src/shared/json';
import { at, derive, documentOf, documentWithBody, readSpec, reported } from './derive';

function pathsDocument(...paths: readonly string[]): JsonObject {
  const items = paths.map((path, index): [string, Json] => {
    const names = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map((match) => match[1] ?? '');
    const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
    return [path, { get: { operationId: `op${index}`, parameters, responses: { 204: { description: '' } } } }];
  });
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: Object.fromEntries(items) };
}

test('a model of 3.1 becomes a document of 3.0.3 without prose', () => {
  const { document } = derive({ ...documentOf('/x', 'get', { summary: 's', tags: ['t'] }), servers: [], tags: [] });
  expect(document).toEqual({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: { '/x': { get: { operationId: 'op', responses: { 204: { description: '204 response' } } } } },
  });
});

test.each([
  ['/a{id}', "a variable must be a whole segment, unlike in 'a{id}'"],
  ['/{a}...{b}', "a variable must be a whole segment, unlike in '{a}...{b}'"],
  ['/a//b', 'a segment is empty'],
  ['/größe', "'größe' has characters other than letters, digits and _ . , : -"],
  ['/{rest+}/x', "the greedy variable '{rest+}' must be the last segment"],
])('the path %s is left out with the reason', (path, reason) => {
  const result = derive(pathsDocument('/fine', path));
  expect(Object.keys(result.document.paths ?? {})).toEqual(['/fine']);
  expect(at(result.document, 'x-type-safe-api-left-out', 'op1')).toContain(reason);
  expect(result.diagnostics).toMatchObject([
    { code: 'gateway-path', severity: 'warning', message: expect.stringContaining(reason) },
  ]);
});

test('sibling variables get one name, and the model keeps its own', () => {
  const result = derive(pathsDocument('/users/{name}', '/users/{id}/keys/{key}'));
  expect(Object.keys(result.document.paths ?? {})).toEqual(['/users/{name}', '/users/{name}/keys/{key}']);
  const operation = at(result.document, 'paths', '/users/{name}/keys/{key}', 'get');
  expect(operation).toMatchObject({ 'x-type-safe-api-path-variables': { name: 'id' } });
  expect(at(operation, 'parameters')).toMatchObject([{ name: 'name' }, { name: 'key' }]);
  expect(reported(result)).toEqual([
    'info gateway-renamed-variable /paths/~1users~1{id}~1keys~1{key}/get/parameters/0',
  ]);
});

test('a variable with other letters gets a name that is allowed', () => {
  expect(Object.keys(derive(pathsDocument('/{größe}')).document.paths ?? {})).toEqual(['/{gre}']);
});

test('paths that are the same in API Gateway are told', () => {
  expect(derive(pathsDocument('/a/{x}', '/a/{y}')).diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'gateway-path',
      message: expect.stringContaining("it is the same as '/a/{x}'; remove one"),
    }),
  );
});

test('parameters of the path item count, unless the operation replaces them', () => {
  const { document } = derive(readSpec('path-level-parameters.yaml'));
  const names = Object.values((document.paths ?? {}) as JsonObject).flatMap((item) =>
    Object.values(item as JsonObject).map((operation) => JSON.stringify(at(operation as Json, 'parameters'))),
  );
  expect(names.every((text) => text?.includes('"in":"path"'))).toBe(true);
});

test('parameters are name, location, required and type', () => {
  const parameters: Json = [
    { name: 'q', in: 'query', required: true, description: 'd', schema: { type: 'integer', minimum: 1 } },
    { name: 'list', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
    { name: 'X-Id', in: 'header', required: true, schema: { type: 'string', minLength: 1 } },
    { name: 'Authorization', in: 'header', required: true, schema: { type: 'string' } },
    { name: 'session', in: 'cookie', required: true, schema: { type: 'string' } },
    { name: 'filter', in: 'query', required: true, style: 'deepObject', schema: { type: 'object' } },
    { name: 'spread', in: 'query', required: true, schema: { type: 'object', properties: { a: {} } } },
    { name: 'filter[state]', in: 'query', schema: { type: 'string' } },
    { name: 'blank', in: 'query', required: true, allowEmptyValue: true, schema: { type: 'string' } },
  ];
  const result = derive(documentOf('/x', 'get', { parameters }));
  expect(at(result.document, 'paths', '/x', 'get', 'parameters')).toEqual([
    { name: 'q', in: 'query', required: true, schema: { type: 'integer' } },
    { name: 'list', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
    { name: 'X-Id', in: 'header', required: true, schema: { type: 'string' } },
    { name: 'blank', in: 'query', schema: { type: 'string' } },
  ]);
  expect(result.diagnostics.map(({ message }) => message)).toEqual([
    "API Gateway checks only that 'q' is present; the handler checks type, minimum",
    "API Gateway does not check 'list'; the handler checks type, items",
    "API Gateway checks only that 'X-Id' is present; the handler checks minLength",
    "API Gateway cannot check 'session', which is sent as a cookie; the handler does",
    "API Gateway cannot check 'filter', which is sent in the style 'deepObject'; the handler does",
    "API Gateway cannot check 'spread', which is sent as a parameter for each of its members; the handler does",
    "API Gateway cannot declare a query parameter called 'filter[state]', only letters, digits and . _ $ - are allowed; the handler checks it",
    "API Gateway would refuse a blank 'blank', which the model allows, so only the handler checks that it is there; rule a blank one out if there is none, for a text by 'minLength: 1'",
  ]);
});

test('an optional body is not validated, because its absence would be', () => {
  const document = documentOf('/x', 'post', {
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
  });
  const result = derive(document);
  expect(at(result.document, 'paths', '/x', 'post', 'requestBody')).toEqual({ content: { 'application/json': {} } });
  expect(reported(result)).toEqual(['info gateway-not-enforced /paths/~1x/post/requestBody']);
});

test('only JSON is validated, and other media types are known', () => {
  const { document } = derive(readSpec('multiple-content-types.yaml'));
  const [operation] = Object.values(
    at(document, 'paths', ...Object.keys(document.paths ?? {}).slice(0, 1)) as JsonObject,
  );
  const content = at(operation, 'requestBody', 'content') as JsonObject;
  expect(content['application/json']).toHaveProperty('schema');
  for (const [mediaType, value] of Object.entries(content)) if (!/json/.test(mediaType)) expect(value).toEqual({});
});

test('bodies that are bytes make their media types binary', () => {
  const { document } = derive(readSpec('binary-upload.yaml'));
  expect(document['x-amazon-apigateway-binary-media-types']).toEqual(['application/octet-stream']);
});

test('responses keep statuses and headers, without ranges and default', () => {
  const responses = {
    200: { description: 'd', headers: { 'X-B': {}, 'X-A': {} }, content: { 'application/json': { schema: {} } } },
    '4XX': { description: 'd' },
    default: { description: 'd' },
  };
  const result = derive(documentOf('/x', 'get', { responses }));
  expect(at(result.document, 'paths', '/x', 'get', 'responses')).toEqual({
    200: {
      description: '200 response',
      headers: { 'X-A': { schema: { type: 'string' } }, 'X-B': { schema: { type: 'string' } } },
    },
  });
  expect(reported(result)).toEqual([
    'info gateway-response /paths/~1x/get/responses/4XX',
    'info gateway-response /paths/~1x/get/responses/default',
  ]);
});

test('what API Gateway has no place for in responses is told to integrations', () => {
  const headers = { ETag: {}, 'Content-Type': {} };
  const responses = {
    200: { description: 'd', headers, content: { 'image/PNG': {}, 'text/plain; charset=utf-8': {} } },
    202: { description: 'd' },
    204: { description: 'd' },
    404: { description: 'd', content: { 'application/json': { schema: {} } } },
    '5xx': { description: 'd', headers, content: { 'application/json': {} } },
    default: { description: 'd' },
  };
  expect(
    at(derive(documentOf('/x', 'get', { responses })).document, 'paths', '/x', 'get', 'x-type-safe-api-responses'),
  ).toEqual({
    200: { mediaTypes: ['image/png', 'text/plain'] },
    202: { mediaTypes: [] },
    '5XX': { mediaTypes: ['application/json'], headers: ['ETag'] },
    default: { mediaTypes: [] },
  });
});

test('security moves to the operations', () => {
  const securitySchemes = { bearer: { type: 'http', scheme: 'bearer' }, unused: { type: 'http', scheme: 'basic' } };
  const result = derive(documentOf('/x', 'get', {}, { security: [{ bearer: [] }], components: { securitySchemes } }));
  expect(at(result.document, 'paths', '/x', 'get', 'security')).toEqual([{ bearer: [] }]);
  expect(at(result.document, 'components')).toEqual({
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  });
  expect(reported(result)).toEqual(['info gateway-not-enforced /security']);
});

test.each<[string, JsonObject, JsonObject, Json | undefined]>([
  ['an operation that says it is public', { security: [] }, { security: [{ bearer: [] }] }, []],
  ['an operation that says so in a document without security', { security: [] }, {}, []],
  ['an operation that says nothing', {}, {}, undefined],
  ['an operation that says nothing in a document with an empty list', {}, { security: [] }, undefined],
  ['an operation with security of its own', { security: [{ key: [] }] }, { security: [{ bearer: [] }] }, [{ key: [] }]],
  ['an operation with optional security', { security: [{}, { key: [] }] }, {}, [{}, { key: [] }]],
])('security of %s', (_, operation, rest, want) => {
  const securitySchemes = { bearer: { type: 'http', scheme: 'bearer' }, key: { type: 'http', scheme: 'basic' } };
  const { document } = derive(documentOf('/x', 'get', operation, { ...rest, components: { securitySchemes } }));
  expect(at(document, 'paths', '/x', 'get', 'security')).toEqual(want);
  expect(Object.hasOwn(at(document, 'paths', '/x', 'get') as JsonObject, 'security')).toBe(want !== undefined);
});

test('/ping is told to be reserved', () => {
  expect(reported(derive(pathsDocument('/ping', '/a/ping')))).toEqual(['info gateway-reserved-path /paths/~1ping']);
});

test('the cost is linear in the model', () => {
  const timed = (count: number): number => {
    const properties = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}`, { type: 'string' }]));
    const schemas = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `S-${index}`,
        {
          type: 'object',
          properties: { ...properties, next: { $ref: `#/components/schemas/S-${(index + 1) % count}` } },
        },
      ]),
    );
    const document = documentWithBody({ $ref: '#/components/schemas/S-0' }, schemas);
    const start = performance.now();
    derive(document);
    return performance.now() - start;
  };
  timed(200);
  const small = timed(400);
  expect(timed(1600)).toBeLessThan(Math.max(4 * small, 20) * 8);
});
