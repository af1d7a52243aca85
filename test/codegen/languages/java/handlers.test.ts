import * as path from 'node:path';
import { emitHandlers } from '../../../../src/codegen/languages/java/handlers/emit-handlers';
import type { Service } from '../../../../src/codegen/model/service';
import { emitInput } from '../../../support/emit-input';
import { handled } from '../../../support/generated-packages';
import { read } from '../../../support/model-files';
import { readGalaxy, readGitHub, readSpec } from '../../../support/read-spec';

/** The stubs and tests of all operations of a service, by the names of their classes. */
function stubsOf(service: Service): ReadonlyMap<string, string> {
  const input = emitInput(handled(service, 1, 'java'), { javaPackage: 'com.example.pets', handlers: ['java'] });
  const files = [...emitHandlers(input)].map(({ path: file, text }) => [path.parse(file).name, text] as const);
  return new Map(files);
}

const every = readSpec(path.join(__dirname, '../typescript/stub-bodies.yaml'));
const stubs = every === undefined ? new Map<string, string>() : stubsOf(every.service);

test.each<[string, { file: string; want: string }]>([
  [
    'headers that have to be there',
    {
      file: 'CreateUploadHandler',
      want: `return CreateUpload201Response.of(
            new CreateUpload201ResponseHeaders("https://example.com/uploads/1", List.of(1L, 2L), null));`,
    },
  ],
  ['headers and nothing else', { file: 'PutUploadHandler', want: '.of(new PutUpload204ResponseHeaders("\\"1\\""));' }],
  ['bytes', { file: 'GetUploadHandler', want: 'GetUpload200Response.of("...".getBytes(StandardCharsets.UTF_8));' }],
  [
    'a stream where JSON is possible too',
    {
      file: 'ReadLogHandler',
      want: 'ReadLog200Response.of(new ReadLog200ResponseBody.ApplicationJsonl(List.of(new Line("Started"))));',
    },
  ],
  ['a number that is text on the wire', { file: 'WriteLogHandler', want: 'return WriteLog200Response.of(7L);' }],
  ['a redirect', { file: 'GetOldHandler', want: 'GetOld302Response.of(new GetOld302ResponseHeaders("/new"));' }],
  ['a status of the default', { file: 'GetAnyHandler', want: 'return GetAnyDefaultResponse.of(200, new ' }],
  [
    'a media type that is not the first',
    { file: 'GetFormHandler', want: 'GetForm200Response.of(new GetForm200ResponseBody.ApplicationJson(new ' },
  ],
  ['that there is none', { file: 'GetNeverHandler', want: '("getNever is not implemented yet");' }],
])('stubs answer with %s', (_, { file, want }) => expect(stubs.get(file)).toContain(want));

test.each([
  [
    'text where JSON is possible too',
    'WriteLogHandlerTest',
    '(new WriteLogOperation.WriteLogRequestBody.TextPlain("All is well"))',
  ],
  ['what is of a union', 'CreateShapeHandlerTest', '.body(new Circle(null, Circle.Kind.CIRCLE, 2.0))'],
])('tests send %s', (_, file, want) => {
  expect(stubs.get(file)?.replaceAll(/\n +/g, '')).toContain(want);
});

/** What a stub answers with where the model has an example. */
function answerOf(schema: object, example: unknown): string | undefined {
  const content = { 'application/json': { schema, example } };
  const operation = { operationId: 'getThing', responses: { 200: { description: 'OK', content } } };
  const components = { schemas: { Sizes: { type: 'array', items: { $ref: '#/components/schemas/Sizes' } } } };
  const info = { title: 'T', version: '1' };
  const { service } = read({ openapi: '3.1.0', info, paths: { '/': { get: operation } }, components });
  const code = /return GetThing200Response\.of\(([\s\S]*?)\);\n {2}\}/.exec(
    stubsOf(service).get('GetThingHandler') ?? '',
  );
  return code?.[1]?.replaceAll(/\n +/g, ' ');
}

const optional = { type: ['string', 'null'] };
const names = Array.from({ length: 11 }, (_, index) => `m${index}`);

test.each<[string, { schema: object; example: unknown; want: string }]>([
  [
    'a tree',
    {
      schema: {},
      example: { a: [1, 2 ** 40, 1.5, true, null, 'x'], b: {} },
      want: 'Json.write(Map.of("a", List.of(1, 1099511627776L, 1.5, true, NullNode.instance, "x"), "b", Map.of()))',
    },
  ],
  [
    'a wrapped form of a union',
    {
      schema: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      example: 7,
      want: 'new GetThing200ResponseContent.LongValue(7L)',
    },
  ],
  [
    'a list that holds itself',
    { schema: { $ref: '#/components/schemas/Sizes' }, example: [[]], want: 'new Sizes(List.of(new Sizes(List.of())))' },
  ],
  [
    'members that may be null or left out',
    {
      schema: { type: 'object', properties: { a: optional, b: optional, c: optional } },
      example: { a: null, b: 'x' },
      want: 'new GetThing200ResponseContent(Nullable.ofNull(), Nullable.of("x"), null)',
    },
  ],
  [
    'members that the model does not name',
    {
      schema: { type: 'object', properties: { a: { type: 'string' } } },
      example: { a: 'x', b: 1 },
      want: 'new GetThing200ResponseContent("x", Map.of("b", Json.write(1)))',
    },
  ],
  [
    'null among items',
    { schema: { type: 'array', items: optional }, example: ['a', null], want: 'Arrays.asList("a", null)' },
  ],
  [
    'null alone',
    { schema: { type: 'array', items: optional }, example: [null], want: 'Collections.singletonList(null)' },
  ],
  [
    'a large map',
    {
      schema: { type: 'object', additionalProperties: { type: 'boolean' } },
      example: Object.fromEntries(names.map((name) => [name, true])),
      want: `Map.ofEntries( ${names.map((name) => `Map.entry("${name}", true)`).join(', ')})`,
    },
  ],
  [
    'a constant of an enum',
    { schema: { enum: ['on-sale', 'sold'] }, example: 'sold', want: 'GetThing200ResponseContent.SOLD' },
  ],
])('an example becomes %s', (_, { schema, example, want }) => {
  expect(answerOf(schema, example)?.replaceAll(/, +/g, ', ').trim()).toBe(want);
});

test('every operation of real APIs has a stub that answers and a test that calls it', () => {
  for (const { service } of [readGitHub(), readGalaxy()]) {
    const bare = [...stubsOf(service)].filter(([, text]) => /not implemented yet|void canBeMade/.test(text));
    expect(bare.map(([name]) => name)).toEqual([]);
  }
});
