import type { Content, Operation } from '../../../src/codegen/model/service';
import { read, withOperation } from '../../support/model-files';

/** The operation of a document, which must be right. */
function operationOf(document: object): Operation {
  const { service, said } = read(document);
  expect(said.filter((line) => line.includes('  error '))).toEqual([]);
  const [operation] = service.operations;
  if (operation === undefined) throw new Error('no operation was read');
  return operation;
}

const query = (name: string, rest: object = {}) => ({ name, in: 'query', schema: { type: 'string' }, ...rest });

describe('parameters', () => {
  test('of the path are joined and replaced by those of the operation', () => {
    const operation = operationOf({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      paths: {
        '/a/{id}': {
          summary: 'Of the path',
          parameters: [
            query('limit'),
            { name: 'id', in: 'path', required: true, schema: {} },
            { name: 'X-A', in: 'header', schema: {} },
          ],
          get: {
            parameters: [query('limit', { required: true }), { name: 'x-a', in: 'header', schema: {}, required: true }],
            responses: { '204': {} },
          },
        },
      },
    });
    expect(operation.summary).toBe('Of the path');
    expect(operation.parameters.map(({ location, name, required }) => [location, name, required])).toEqual([
      ['path', 'id', true],
      ['query', 'limit', true],
      ['header', 'x-a', true],
    ]);
  });

  test('have their location in the key where the name is not enough', () => {
    const parameters = [query('id'), { name: 'id', in: 'cookie', schema: {} }, query('body'), query('other')];
    expect(operationOf(withOperation({ parameters })).parameters.map(({ key }) => key)).toEqual([
      'idQuery',
      'bodyQuery',
      'other',
      'idCookie',
    ]);
  });

  test.each([
    ['query', {}, { style: 'form', explode: true }],
    ['query', { explode: false }, { style: 'form', explode: false }],
    ['query', { style: 'deepObject' }, { style: 'deepObject', explode: false }],
    ['header', {}, { style: 'simple', explode: false }],
    ['cookie', {}, { style: 'form', explode: true }],
  ])('in %s with %j are %j', (location, given, want) => {
    const parameters = [{ name: 'a', in: location, schema: {}, ...given }];
    expect(operationOf(withOperation({ parameters })).parameters[0]).toMatchObject(want);
  });

  test('may be text of a media type', () => {
    const parameters = [{ name: 'a', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } }];
    expect(operationOf(withOperation({ parameters })).parameters[0]).toMatchObject({
      mediaType: 'application/json',
      shape: { kind: 'map' },
    });
  });
});

describe('bodies', () => {
  const binary = { type: 'string', format: 'binary' };
  const object = { type: 'object', properties: { a: { type: 'string' } } };

  test.each<[string, object | undefined, Pick<Content, 'kind'> & { shape: string }]>([
    ['application/json', object, { kind: 'json', shape: 'structure' }],
    ['application/problem+json; charset=utf-8', object, { kind: 'json', shape: 'structure' }],
    ['application/json', binary, { kind: 'json', shape: 'string' }],
    ['application/json', undefined, { kind: 'json', shape: 'any' }],
    ['text/plain', { type: 'string' }, { kind: 'text', shape: 'string' }],
    ['text/plain', undefined, { kind: 'text', shape: 'string' }],
    ['text/csv', binary, { kind: 'binary', shape: 'blob' }],
    ['application/xml', object, { kind: 'text', shape: 'string' }],
    ['image/png', binary, { kind: 'binary', shape: 'blob' }],
    ['application/octet-stream', undefined, { kind: 'binary', shape: 'blob' }],
    ['*/*', object, { kind: 'json', shape: 'structure' }],
    ['*/*', binary, { kind: 'binary', shape: 'blob' }],
    ['application/x-www-form-urlencoded', object, { kind: 'form', shape: 'structure' }],
    ['multipart/form-data', object, { kind: 'multipart', shape: 'structure' }],
  ])('of %s with %j', (mediaType, schema, want) => {
    const content = { [mediaType]: schema === undefined ? {} : { schema } };
    const [found] = operationOf(withOperation({ requestBody: { content } })).body?.contents ?? [];
    expect({ kind: found?.kind, shape: found?.shape.kind }).toEqual(want);
  });

  test('have bytes where a form has files, also in a schema with a name', () => {
    const Upload = { type: 'object', properties: { file: binary, files: { type: 'array', items: binary } } };
    const content = { 'multipart/form-data': { schema: { $ref: '#/components/schemas/Upload' } } };
    const operation = operationOf(withOperation({ requestBody: { content } }, { components: { schemas: { Upload } } }));
    expect(operation.body?.contents[0]?.shape).toMatchObject({
      kind: 'structure',
      members: [{ shape: { kind: 'blob' } }, { shape: { kind: 'list', items: { kind: 'blob' } } }],
    });
  });

  test('have examples', () => {
    const media = { schema: {}, examples: { a: { value: 1 }, b: { $ref: '#/components/examples/B' } } };
    const document = withOperation(
      { requestBody: { content: { 'application/json': media } } },
      { components: { examples: { B: { value: 2 } } } },
    );
    expect(operationOf(document).body?.contents[0]?.examples).toEqual([1, 2]);
  });
});

test('responses are in the order of their statuses', () => {
  const response = { description: '' };
  const responses = { default: response, '4xx': response, '404': response, '200': response };
  expect(operationOf(withOperation({ responses })).responses.map(({ status }) => status)).toEqual([
    200,
    404,
    '4XX',
    'default',
  ]);
});

test('headers of responses have a shape, and Content-Type is none of them', () => {
  const headers = { 'X-Rate': { required: true, schema: { type: 'integer' } }, 'content-type': { schema: {} } };
  expect(
    operationOf(withOperation({ responses: { '200': { description: '', headers } } })).responses[0]?.headers,
  ).toEqual([{ name: 'X-Rate', required: true, explode: false, shape: { kind: 'number', integer: true } }]);
});

test('x-handler names the language of the handler', () => {
  expect(operationOf(withOperation({ 'x-handler': { language: 'python' } })).handler).toEqual({ language: 'python' });
});

test('a greedy parameter is called without its plus sign', () => {
  const parameters = [{ name: 'proxy+', in: 'path', required: true, schema: {} }];
  const paths = { '/files/{proxy+}': { get: { parameters, responses: { '204': {} } } } };
  expect(operationOf({ openapi: '3.1.0', info: { title: 'A', version: '1' }, paths })).toMatchObject({
    id: 'getFilesByProxy',
    parameters: [{ name: 'proxy' }],
  });
});

test('tags are in the order of the model, each once, and what examples have is none', () => {
  const example = { tags: ['not one'], $ref: '#/nowhere' };
  const responses = { 200: { description: 'OK', content: { 'application/json': { schema: {}, example } } } };
  const operation = operationOf(withOperation({ tags: ['zebra', 'ant', 'zebra'], responses }));
  expect(operation.tags).toEqual(['zebra', 'ant']);
  expect(operation.responses[0]?.contents[0]?.examples).toEqual([example]);
});
