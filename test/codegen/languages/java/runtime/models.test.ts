import { emitModels, javaModels } from '../../../../../src/codegen/languages/java/runtime/models';
import { constantsOf } from '../../../../../src/codegen/languages/java/runtime/models/enum-class';
import { componentNames } from '../../../../../src/codegen/languages/java/runtime/models/record-class';
import { javaRuntimePackages } from '../../../../../src/codegen/languages/java/runtime/packages';
import { read } from '../../../../support/model-files';

/** The files of the models and checks of some schemas, by the names of their classes. */
function emit(schemas: object, operation: object = {}): ReadonlyMap<string, string> {
  const info = { title: 'Things', version: '1' };
  const responses = { '204': { description: 'OK' } };
  const paths = { '/things': { post: { operationId: 'postThing', responses, ...operation } } };
  const { service } = read({ openapi: '3.1.0', info, paths, components: { schemas } });
  const files = emitModels(javaModels(service, javaRuntimePackages('things')));
  return new Map([...files].map(({ path, text }) => [/(\w+)\.java$/.exec(path)?.[1] ?? path, text]));
}

/** The types of the members of an object, by their names. */
function typesOf(properties: object, schemas: object = {}): Readonly<Record<string, string>> {
  const required = Object.keys(properties);
  const record = emit({ Thing: { type: 'object', properties, required, additionalProperties: false }, ...schemas }).get(
    'Thing',
  );
  const components = [...(record ?? '').matchAll(/@JsonProperty\("(\w+)"\)(?: @\S+)? (.*?) \w+(?:,|\))/g)];
  return Object.fromEntries(components.map(([, name = '', type = '']) => [name, type]));
}

test('numbers, texts, lists and maps have the types of Java', () => {
  const properties = {
    small: { type: 'integer', format: 'int32' },
    large: { type: 'integer' },
    price: { type: 'number' },
    date: { type: 'string', format: 'date-time' },
    open: {},
    nothing: { type: 'null' },
    tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
    same: { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'string' } },
    counts: { type: 'object', additionalProperties: { type: 'integer' } },
    free: { type: 'object' },
    deep: {
      type: 'array',
      items: { type: 'object', additionalProperties: { type: 'array', items: { type: 'number' } } },
    },
    digit: { enum: [1, 2] },
    mixed: { enum: [1, 'a'] },
    text: { minLength: 1 },
  };
  expect(typesOf(properties)).toEqual({
    small: 'Integer',
    large: 'Long',
    price: 'Double',
    date: 'String',
    open: 'JsonNode',
    nothing: 'JsonNode',
    tags: 'List<String>',
    pair: 'List<JsonNode>',
    same: 'List<String>',
    counts: 'Map<String, Long>',
    free: 'Map<String, JsonNode>',
    deep: 'List<Map<String, List<Double>>>',
    digit: 'Long',
    mixed: 'JsonNode',
    text: 'JsonNode',
  });
});

test('named schemas without a class are what they stand for, and the others have one', () => {
  const schemas = {
    Name: { type: 'string', minLength: 1 },
    Names: { type: 'array', items: { $ref: '#/components/schemas/Name' } },
    Color: { type: 'string', enum: ['red'] },
    Point: { type: 'object', properties: { x: { type: 'number' } } },
    Other: { $ref: '#/components/schemas/Point' },
    Nested: { type: 'array', items: { $ref: '#/components/schemas/Nested' } },
    Either: { oneOf: [{ $ref: '#/components/schemas/Point' }, { type: 'string' }] },
    Alike: {
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'uuid' },
      ],
    },
  };
  const properties = Object.fromEntries(
    Object.keys(schemas).map((name) => [name.toLowerCase(), { $ref: `#/components/schemas/${name}` }]),
  );
  expect(typesOf(properties, schemas)).toEqual({
    name: 'String',
    names: 'List<String>',
    color: 'Color',
    point: 'Point',
    other: 'Point',
    nested: 'Nested',
    either: 'Either',
    alike: 'String',
  });
  const files = emit(schemas);
  expect([...files.keys()].filter((name) => !name.endsWith('Checks')).sort()).toEqual([
    'Color',
    'Either',
    'Nested',
    'Point',
  ]);
  expect(files.get('Nested')).toContain('public record Nested(@JsonValue List<Nested> value) {');
  expect(files.get('Either')).toContain('public sealed interface Either permits Point, Either.StringValue {');
  expect(files.get('Point')).toContain('implements Either {');
});

test('what may be null or left out is one of three things; what only may be null is always written', () => {
  const nullable = { type: ['string', 'null'] };
  const record = emit({ Thing: { type: 'object', properties: { a: nullable, b: nullable }, required: ['a'] } }).get(
    'Thing',
  );
  expect(record).toContain('@JsonProperty("a") @JsonInclude(JsonInclude.Include.ALWAYS) String a,');
  expect(record).toContain('@JsonProperty("b") @JsonInclude(JsonInclude.Include.NON_EMPTY) Nullable<String> b,');
});

test('allOf is one record; of alternatives in it, every member may be missing', () => {
  const files = emit({
    Base: {
      type: 'object',
      properties: { id: { type: 'string' }, kind: { type: 'string', enum: ['x'] } },
      required: ['id'],
    },
    Thing: {
      allOf: [
        { $ref: '#/components/schemas/Base' },
        { type: 'object', properties: { size: { type: 'integer' } } },
        { oneOf: [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, { required: ['size'] }] },
      ],
    },
  });
  const components = [...(files.get('Thing') ?? '').matchAll(/@JsonProperty\("\w+"\) (.*),/g)].map(
    ([, found]) => found,
  );
  expect(components).toEqual(['String id', 'Base.Kind kind', 'Long size', 'String a']);
});

test('inline schemas of operations have classes of their own', () => {
  const content = (schema: object) => ({ content: { 'application/json': { schema } } });
  const object = { type: 'object', properties: { a: { type: 'object', properties: { b: { type: 'string' } } } } };
  const files = emit(
    {},
    {
      parameters: [{ name: 'sort-by', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } }],
      requestBody: content(object),
      responses: { '200': { description: 'OK', ...content({ type: 'array', items: object }) } },
    },
  );
  expect([...files.keys()].sort()).toEqual([
    'PostThing200ResponseContentItem',
    'PostThingRequestContent',
    'PostThingSortBy',
  ]);
  expect(files.get('PostThingRequestContent')).toContain('public record A(');
});

test('components are named after members, those with the very name first', () => {
  const member = (name: string) => ({ name, required: false, shape: { kind: 'any' } as const });
  const names = ['foo-bar', 'fooBar', 'class', 'hashCode', 'builder', 'additionalProperties', '1st', '-', '名前'];
  expect([...componentNames(names.map(member), true)].sort()).toEqual(
    [
      ['foo-bar', 'fooBar_'],
      ['fooBar', 'fooBar'],
      ['class', 'class_'],
      ['hashCode', 'hashCode_'],
      ['builder', 'builder_'],
      ['additionalProperties', 'additionalProperties_'],
      ['1st', '_1st'],
      ['-', 'member'],
      ['名前', '名前'],
    ].sort(),
  );
});

test('constants of enums are legal and apart, whatever the values', () => {
  const values = ['notFound', 'a-b', 'a_b', '', '1', '-1', '+1', '*/', '名', 'class'];
  expect(Object.fromEntries(constantsOf(values))).toEqual({
    notFound: 'NOT_FOUND',
    'a-b': 'A_B',
    a_b: 'A_B2',
    '': 'EMPTY',
    '1': '_1',
    '-1': 'MINUS_1',
    '+1': 'PLUS_1',
    '*/': 'VALUE',
    名: '名',
    class: 'CLASS',
  });
});

test('a class within another keeps its name when a schema of that name is added, which is then named in full', () => {
  const thing = (more: object) => ({
    Thing: {
      type: 'object',
      properties: { owner: { type: 'object', properties: { id: { type: 'string' } } }, ...more },
    },
  });
  expect(emit(thing({})).get('Thing')).toContain('@JsonProperty("owner") Owner owner,');
  const other = { $ref: '#/components/schemas/Owner' };
  const added = emit({ ...thing({ other }), Owner: { type: 'object', properties: { name: { type: 'string' } } } }).get(
    'Thing',
  );
  expect(added).toContain('@JsonProperty("owner") Owner owner,');
  expect(added).toContain('@JsonProperty("other") com.example.things.runtime.models.Owner other,');
});

test('schemas that hold each other are looked up when they are needed, and no others', () => {
  const tree = {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  };
  const files = emit({ Tree: tree, Forest: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } });
  expect(files.get('TreeChecks')).toContain('list().each(lazy(() -> TreeChecks.RESPONSE))');
  expect(files.get('ForestChecks')).toContain('RESPONSE = list().each(TreeChecks.RESPONSE);');
});

test('objects with more members than a constructor has arguments are maps', () => {
  const properties = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}`, { type: 'string' }]));
  const files = emit({ Large: { type: 'object', properties } });
  expect(files.has('Large')).toBe(false);
  expect(files.get('LargeChecks')).toContain('.member("p299", string())');
});
