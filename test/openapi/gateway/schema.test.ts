import type { Json, JsonObject } from '../../../src/shared/json';
import { at, derive, documentWithBody, reported } from './derive';

interface Case {
  readonly given: JsonObject;
  readonly want: Json | undefined;
}

/** The model that becomes of a request body. */
function modelOf(schema: Json, openapi?: string): Json | undefined {
  return at(derive(documentWithBody(schema, {}, openapi)).document, 'components', 'schemas', 'OpRequestBody');
}

test.each<[string, Case]>([
  ['formats', { given: { type: 'integer', format: 'int64' }, want: { type: 'integer' } }],
  ['prose', { given: { type: 'string', title: 't', description: 'd', example: 'e' }, want: { type: 'string' } }],
  ['a type of its own and null', { given: { type: ['string', 'null'], minLength: 1 }, want: { minLength: 1 } }],
  [
    'several types',
    { given: { type: ['string', 'array'] }, want: { anyOf: [{ type: 'string' }, { type: 'array', items: {} }] } },
  ],
  ['several types and null', { given: { type: ['string', 'integer', 'null'] }, want: undefined }],
  [
    'several types beside a composition',
    { given: { type: ['string', 'integer'], anyOf: [{ enum: ['a', 1] }] }, want: { anyOf: [{ enum: ['a', 1] }] } },
  ],
  ['a constant', { given: { const: 'a' }, want: { enum: ['a'] } }],
  ['a constant null, which a template cannot hold', { given: { const: null }, want: undefined }],
  ['an enum with null', { given: { enum: ['a', null] }, want: undefined }],
  ['repeated values', { given: { enum: ['a', 'a'] }, want: { enum: ['a'] } }],
  ['an exclusive bound', { given: { exclusiveMinimum: 3, minimum: 1 }, want: { minimum: 3 } }],
  [
    'exclusive bounds of integers',
    {
      given: { type: 'integer', exclusiveMinimum: 2.5, exclusiveMaximum: 9 },
      want: { type: 'integer', minimum: 3, maximum: 8 },
    },
  ],
  [
    'integers of 32 bits',
    {
      given: { type: 'integer', format: 'int32', minimum: 0 },
      want: { type: 'integer', minimum: 0, maximum: 2147483647 },
    },
  ],
  [
    'a oneOf of formats, which become the same',
    {
      given: {
        oneOf: [
          { type: 'string', format: 'date' },
          { type: 'string', format: 'uuid' },
        ],
      },
      want: { anyOf: [{ type: 'string' }, { type: 'string' }] },
    },
  ],
  ['a negation of a format', { given: { not: { type: 'string', format: 'date' } }, want: undefined }],
  ['no required names', { given: { type: 'object', required: [] }, want: { type: 'object' } }],
  ['an array without items', { given: { type: 'array' }, want: { type: 'array', items: {} } }],
  [
    'numbers of items',
    {
      given: { type: 'array', items: { type: 'string' }, minItems: 1 },
      want: { type: 'array', items: { type: 'string' } },
    },
  ],
  [
    'a tuple',
    { given: { type: 'array', prefixItems: [{ type: 'string' }], items: false }, want: { type: 'array', items: {} } },
  ],
  [
    'patterns of names',
    { given: { type: 'object', patternProperties: { a: {} }, additionalProperties: false }, want: { type: 'object' } },
  ],
  ['a pattern', { given: { type: 'string', pattern: '^[a-z]+$' }, want: { type: 'string', pattern: '^[a-z]+$' } }],
  ['a modern pattern', { given: { type: 'string', pattern: '^\\p{L}+$' }, want: { type: 'string' } }],
  ['a pattern that counts characters', { given: { type: 'string', pattern: '^.{2}$' }, want: { type: 'string' } }],
  [
    'a pattern that takes any number of them',
    {
      given: { type: 'string', pattern: '^.+@[^.]+\\.x$' },
      want: { type: 'string', pattern: '^[^\\n\\r\\u2028\\u2029]+@[^.]+\\.x$' },
    },
  ],
  [
    'an exact oneOf',
    {
      given: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      want: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    },
  ],
  [
    'a oneOf that had to be weakened',
    {
      given: {
        oneOf: [
          { type: 'array', items: {}, minItems: 1 },
          { type: 'array', items: {}, maxItems: 0 },
        ],
      },
      want: {
        anyOf: [
          { type: 'array', items: {} },
          { type: 'array', items: {} },
        ],
      },
    },
  ],
  ['an anyOf with null', { given: { anyOf: [{ type: 'string' }, { type: 'null' }] }, want: undefined }],
  ['a negation that had to be weakened', { given: { type: 'string', not: { const: null } }, want: { type: 'string' } }],
  ['an exact negation', { given: { not: { type: 'string' } }, want: { not: { type: 'string' } } }],
  [
    'nothing is valid',
    {
      given: { type: 'object', properties: { a: false } as JsonObject },
      want: { type: 'object', properties: { a: { not: {} } } },
    },
  ],
  [
    'a property that a template would take for a function',
    {
      given: { type: 'object', properties: { Ref: { type: 'string' } }, additionalProperties: false },
      want: { type: 'object' },
    },
  ],
  [
    'what only responses have',
    {
      given: { type: 'object', required: ['id', 'name'], properties: { id: { type: 'string', readOnly: true } } },
      want: { type: 'object', required: ['name'], properties: { id: { type: 'string' } } },
    },
  ],
])('%s', (_, { given, want }) => {
  expect(modelOf(given)).toEqual(want);
});

test.each<[string, Case]>([
  ['nullable', { given: { type: 'string', nullable: true, maxLength: 3 }, want: { maxLength: 3 } }],
  [
    'nullable compositions',
    {
      given: { type: 'object', properties: { a: { nullable: true, allOf: [{ type: 'string' }] } } },
      want: { type: 'object', properties: { a: {} } },
    },
  ],
  [
    'exclusive bounds',
    { given: { type: 'integer', minimum: 3, exclusiveMinimum: true }, want: { type: 'integer', minimum: 4 } },
  ],
])('OpenAPI 3.0: %s', (_, { given, want }) => {
  expect(modelOf(given, '3.0.3')).toEqual(want);
});

test('names of models are alphanumeric, stable and do not collide', () => {
  // GIVEN
  const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas: Record<string, Json> = {};
  for (const name of ['pet-food', 'PetFood', 'pet_food', 'Ping']) schemas[name] = { type: 'object' };
  const properties = { a: named('pet_food'), b: named('PetFood'), c: named('pet-food'), d: named('Ping') };
  // WHEN
  const { document } = derive(documentWithBody({ type: 'object', properties }, schemas));
  // THEN
  const names = Object.keys(at(document, 'components', 'schemas') ?? {});
  expect(names).toHaveLength(5);
  expect(names.every((name) => /^[A-Za-z0-9]+$/.test(name))).toBe(true);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
  expect(names).toEqual(expect.arrayContaining(['PetFood', 'Ping', 'OpRequestBody']));
});

test('a schema may refer to itself, but not through a composition', () => {
  // GIVEN
  const node = { $ref: '#/components/schemas/Node' };
  const schemas = {
    Node: { type: 'object', properties: { next: node, either: { oneOf: [node, { type: 'string' }] } } },
  };
  // WHEN
  const { document } = derive(documentWithBody(node, schemas));
  // THEN
  expect(at(document, 'components', 'schemas')).toEqual({
    Node: { type: 'object', properties: { next: node, either: {} } },
  });
});

test('what is not enforced is reported where it stands', () => {
  const given = {
    type: 'object',
    properties: { a: { type: 'array', items: {}, minItems: 1 }, b: { type: ['string', 'null'] } },
  };
  expect(reported(derive(documentWithBody(given)))).toEqual([
    'info gateway-not-enforced /paths/~1x/post/requestBody/content/application~1json/schema/properties/a/minItems',
    'info gateway-not-enforced /paths/~1x/post/requestBody/content/application~1json/schema/properties/b/type',
  ]);
});

test('schemas that no request body uses are left out', () => {
  const { document } = derive(
    documentWithBody({ $ref: '#/components/schemas/Used' }, { Used: { type: 'object' }, Other: {} }),
  );
  expect(Object.keys(at(document, 'components', 'schemas') ?? {})).toEqual(['Used']);
});

test('a reference with constraints beside it keeps both in OpenAPI 3.1', () => {
  const schemas = { Name: { type: 'string' } };
  expect(modelAt({ $ref: '#/components/schemas/Name', minLength: 1 }, schemas)).toEqual({
    allOf: [{ $ref: '#/components/schemas/Name' }, { minLength: 1 }],
  });
});

function modelAt(schema: Json, schemas: JsonObject): Json | undefined {
  return at(derive(documentWithBody(schema, schemas)).document, 'components', 'schemas', 'OpRequestBody');
}
