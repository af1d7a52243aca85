import { mockHeaders } from '../../../src/codegen/mocks/mock-headers';
import { mockResponses } from '../../../src/codegen/mocks/mock-responses';
import { MockValues } from '../../../src/codegen/mocks/mock-values';
import type { ResponseHeader } from '../../../src/codegen/model/service';
import { read } from '../../support/model-files';

const shapes = new Map();
const values = new MockValues({ shapes, seed: 1, largest: 1_000, direction: 'response' });

/** The text of a header called `X-A`, unless it has another name. */
function textOf(header: Partial<ResponseHeader>): string | undefined {
  const all = { name: 'X-A', required: true, explode: false, shape: { kind: 'any' }, ...header } as const;
  const { headers, missing } = mockHeaders(
    { status: 200, headers: [all], contents: [], pointer: '' },
    shapes,
    values,
    'a',
  );
  expect(missing).toEqual(all.name in headers || Object.keys(headers).length > 0 ? [] : [all.name]);
  return headers[all.name];
}

const text = { kind: 'string' } as const;
const integer = { kind: 'number', integer: true } as const;
const point = {
  kind: 'structure',
  members: [
    { name: 'x', required: true, shape: integer },
    { name: 'y', required: true, shape: { kind: 'any' } },
  ],
  additional: { kind: 'any' },
} as const;

test.each<[string, Partial<ResponseHeader>, string | undefined]>([
  ['an example', { shape: integer, examples: [7] }, '7'],
  ['the first example that the schema allows', { shape: integer, examples: ['seven', 7] }, '7'],
  ['an example of the schema', { shape: { ...text, examples: ['a'] } }, 'a'],
  ['what is usual', { name: 'ETag', shape: text }, '"1"'],
  ['what is usual, in the type of the schema', { name: 'Retry-After', shape: integer }, '1'],
  ['an example in place of what is usual', { name: 'ETag', shape: { ...text, examples: ['"2"'] } }, '"2"'],
  [
    'what the schema allows, where what is usual is not',
    { name: 'Location', shape: { kind: 'enum', values: ['/a'] } },
    '/a',
  ],
  ['a boolean', { shape: { kind: 'enum', values: [true] } }, 'true'],
  ['a list', { shape: { kind: 'list', items: text }, examples: [['a', 'b']] }, 'a,b'],
  ['an object', { shape: point, examples: [{ x: 1, y: 'b' }] }, 'x,1,y,b'],
  ['an object, exploded', { shape: point, explode: true, examples: [{ x: 1, y: { z: 1 } }] }, 'x=1,y={"z":1}'],
  ['JSON', { shape: point, mediaType: 'application/json', examples: [{ x: 1, y: 'é' }] }, '{"x":1,"y":"\\u00e9"}'],
  ['one cookie', { name: 'Set-Cookie', shape: { kind: 'list', items: text }, examples: [['a=1', 'b=2']] }, 'a=1'],
  ['another example than one with a quote', { shape: text, examples: ["it's", 'fine'] }, 'fine'],
  ['nothing with a quote', { shape: { kind: 'enum', values: ["it's"] } }, undefined],
  ['nothing with a line break', { shape: { kind: 'enum', values: ['a\nb'] } }, undefined],
  ['nothing that is empty', { shape: { kind: 'enum', values: [''] } }, undefined],
])('%s', (_, header, want) => expect(textOf(header)).toBe(want));

test('headers that are decided elsewhere are not mocked', () => {
  const names = ['Content-Length', 'content-encoding', 'Date', 'Access-Control-Allow-Origin', 'X-Mine'];
  const headers = names.map((name) => ({ name, required: true, explode: false, shape: integer, examples: [1] }));
  const response = { status: 200, headers, contents: [], pointer: '' } as const;
  expect(mockHeaders(response, shapes, values, 'a')).toEqual({ headers: { 'X-Mine': '1' }, missing: [] });
});

test('a required header that cannot be mocked is a warning with its place', () => {
  const { service } = read(`
openapi: 3.1.0
info: { title: A, version: '1' }
paths:
  /a:
    get:
      operationId: getA
      responses:
        '204':
          description: None
          headers:
            X/Quoted: { required: true, schema: { const: "it's" } }
            X-Optional: { schema: { const: "it's" } }
            X-Example: { schema: { type: string }, examples: { one: { value: first } } }
`);
  const { responses, diagnostics } = mockResponses(service);
  expect(responses).toEqual({ getA: { '204': { headers: { 'X-Example': 'first' } } } });
  expect(diagnostics.map(({ code, place, message }) => [code, place.pointer, message])).toEqual([
    [
      'mock-not-valid',
      '/paths/~1a/get/responses/204/headers/X~1Quoted',
      "no mock of the header 'X/Quoted' of 'getA' 204 was found that its schema allows and API Gateway can send; add an 'example' that is, or pass the header where the mock is used",
    ],
  ]);
});
