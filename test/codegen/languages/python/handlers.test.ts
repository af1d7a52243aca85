import * as path from 'node:path';
import { emitHandlers } from '../../../../src/codegen/languages/python/handlers/emit-handlers';
import type { Service } from '../../../../src/codegen/model/service';
import type { Json, JsonObject } from '../../../../src/shared/json';
import { emitInput } from '../../../support/emit-input';
import { handled } from '../../../support/generated-packages';
import { read } from '../../../support/model-files';
import { readGalaxy, readGitHub, readSpec } from '../../../support/read-spec';

function stubsOf(service: Service): ReadonlyMap<string, string> {
  const input = emitInput(handled(service, 1, 'python'), { handlers: ['python'] });
  return new Map([...emitHandlers(input)].map((file) => [file.path, file.text]));
}

describe('of bodies and headers of every kind', () => {
  const every = readSpec(path.join(__dirname, '../typescript/stub-bodies.yaml'));
  const stubs = every === undefined ? new Map<string, string>() : stubsOf(every.service);

  test.each<[string, { file: string; want: string }]>([
    [
      'headers that have to be there',
      {
        file: 'create_upload',
        want: '{"Location": "https://example.com/uploads/1", "X-Sizes": [1, 2]},',
      },
    ],
    ['headers and nothing else', { file: 'put_upload', want: `(204, None, {"ETag": '"1"'})` }],
    ['bytes', { file: 'get_upload', want: 'Response.success(b"...")' }],
    [
      'what is of a union and of an intersection',
      { file: 'create_shape', want: 'Response.success(Stored(id="s1", kind="Circle", radius=2, at="2026-01-31"))' },
    ],
    // AWS Lambda streams nothing of Python.
    ['what is whole where a stream is possible too', { file: 'read_log', want: 'Response.success([Line(text=' }],
    ['a number that is text on the wire', { file: 'write_log', want: 'Response.success(7)' }],
    ['a redirect', { file: 'get_old', want: 'GetOld302OperationResponse(302, None, {"Location": "/new"})' }],
    ['a status of the default', { file: 'get_any', want: 'Response.success(GetAnyDefaultResponseContent(a="b"))' }],
    ['an error where there is nothing else', { file: 'get_gone', want: 'Response.bad_request("gone")' }],
    [
      'a media type that is not the first',
      { file: 'get_form', want: '(proto="p"),\n        {"content-type": "application/json"},' },
    ],
    [
      'what the model allows and does not declare',
      { file: 'get_undeclared', want: 'GetUndeclared200ResponseContent.model_validate({"a": "x", "b": "y"})' },
    ],
    ['that there is none', { file: 'get_never', want: 'raise NotImplementedError("getNever is not implemented yet")' }],
  ])('stubs answer with %s', (_, { file, want }) =>
    expect(stubs.get(`pets_python_handlers/${file}.py`)).toContain(want),
  );

  test.each([
    ['files of a form', 'create_upload', 'body=CreateUploadRequestContent(file=b"willow.txt", caption="A cat")'],
    ['bytes', 'put_upload', '(handler, id="u1", body=b"...")'],
    ['text where JSON is possible too', 'write_log', '(handler, body="All is well")'],
    ['what is of a union, without what is only read', 'create_shape', 'body=CircleRequest(kind="Circle", radius=2)'],
  ])('tests send %s', (_, file, want) => expect(stubs.get(`tests/test_${file}.py`)).toContain(want));
});

const text = { type: 'string', examples: ['a'] };
const count = { type: 'integer', examples: [1] };

test.each<[string, { schema: JsonObject; example: Json; want: string }]>([
  [
    'one form of several demands more than the class says',
    {
      schema: { type: 'object', properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      example: { b: 'x' },
      want: '(b="x")',
    },
  ],
  [
    'positions are fixed',
    { schema: { prefixItems: [text, count], items: false, minItems: 2 }, example: ['x', 2], want: '("x", 2)' },
  ],
  ['positions are not', { schema: { prefixItems: [text], items: count }, example: ['x', 2], want: '["x", 2]' }],
  [
    'names follow patterns',
    {
      schema: { type: 'object', patternProperties: { '^x-': count }, additionalProperties: text },
      example: { 'x-a': 2, b: 'c' },
      want: '{"x-a": 2, "b": "c"}',
    },
  ],
  [
    'nothing is said but what must not be',
    { schema: { not: { type: 'null' } }, example: { a: [] }, want: '{"a": []}' },
  ],
  ['an integer is large', { schema: { type: 'integer' }, example: 1e21, want: '1000000000000000000000' }],
])('stubs answer where %s', (_, { schema, example, want }) => {
  const responses = { '200': { description: 'OK', content: { 'application/json': { schema, example } } } };
  const paths = { '/a': { get: { operationId: 'getA', responses } } };
  const { service } = read({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths });
  expect(stubsOf(service).get('pets_python_handlers/get_a.py')).toContain(`${want})\n`);
});

test('every operation of real APIs has a stub that answers and a test that calls it', () => {
  for (const { service } of [readGitHub(), readGalaxy()]) {
    const bare = [...stubsOf(service)].filter(([, code]) => /NotImplementedError|test_can_be_called/.test(code));
    expect(bare.map(([file]) => file)).toEqual([]);
  }
});
