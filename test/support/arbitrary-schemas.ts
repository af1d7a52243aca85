import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../src/shared/json';
import { formats } from '../openapi/gateway/verdicts';

const text = fc.constantFrom('', 'a', 'ab', 'abc', '😀', 'a1', 'x😀y', '\xA0', '\x85', '2024-02-29');
const numbers = fc.constantFrom(-1, 0, 0.5, 1, 2, 3, 2 ** 31);
const names = fc.constantFrom('a', 'b', 'c');

/** JSON values. */
export const { value: values } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    numbers,
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const type = fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array');
const typeOrNull = fc.oneof(type, fc.constant('null'));
const pattern = fc.constantFrom(
  ...['^a', '^.$', '^[^b]{1,2}$', '^\\S+$', '^\\p{L}+$', '(?<x>a)', '[a-c]\\d', '^.+$', '^\\s*$', '^(?!b$)', '\\ba'],
  ...['^[\\s\\S]+$', '[^\\[\\]]', '^(a|(b))\\2$', '^\\d{4}-'],
);
const bound = fc.integer({ min: 0, max: 3 });

type Keywords = { readonly [keyword: string]: fc.Arbitrary<Json> };

/** Keywords of a version of OpenAPI, and schemas that are drawn of them. */
function schemasOf(ofVersion: (schema: fc.Arbitrary<Json>) => Keywords): fc.Arbitrary<Json> {
  const { schema } = fc.letrec<{ schema: Json; keywords: Json }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: fc.boolean(), weight: 1 },
      {
        arbitrary: fc.constantFrom('A', 'B', 'C').map((name) => ({ $ref: `#/components/schemas/${name}` })),
        weight: 2,
      },
      { arbitrary: tie('keywords'), weight: 6 },
    ),
    keywords: fc.record(
      { ...ofBoth(tie('schema')), ...ofVersion(tie('schema')) },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Json>,
  }));
  // Few keywords stand together: else next to nothing is valid.
  return schema.map((drawn) => thinned(drawn));
}

function ofBoth(schema: fc.Arbitrary<Json>) {
  return {
    enum: fc.array(fc.oneof(text, numbers, fc.constant(null)), { minLength: 1, maxLength: 4 }),
    properties: fc.dictionary(names, schema, { maxKeys: 3, noNullPrototype: true }),
    required: fc.uniqueArray(names, { maxLength: 2 }),
    additionalProperties: schema,
    items: schema,
    minItems: bound,
    uniqueItems: fc.boolean(),
    minimum: bound,
    maximum: bound,
    multipleOf: fc.constantFrom(0.5, 2),
    minLength: bound,
    maxLength: bound,
    pattern,
    format: fc.constantFrom(...Object.keys(formats)),
    discriminator: fc.constant({ propertyName: 'a' }),
    minProperties: bound,
    oneOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
    anyOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
    allOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
    not: schema,
  };
}

/** Schemas of OpenAPI 3.0. */
export const schemas30 = schemasOf(() => ({
  type,
  nullable: fc.boolean(),
  exclusiveMinimum: fc.boolean(),
  exclusiveMaximum: fc.boolean(),
}));

const small: fc.Arbitrary<Json> = fc.record({ type });

const of31: Keywords = {
  type: fc.oneof(typeOrNull, fc.uniqueArray(typeOrNull, { minLength: 1, maxLength: 3 })),
  const: fc.oneof(text, numbers, fc.constant(null)),
  patternProperties: fc.dictionary(fc.constantFrom('^a', 'b'), small, { maxKeys: 1 }),
  prefixItems: fc.array(small, { minLength: 1, maxLength: 2 }),
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
};

/** Schemas of OpenAPI 3.1, of the keywords that are used most. */
export const schemas31 = schemasOf(() => of31);

/** Schemas of OpenAPI 3.1, of all keywords. */
export const schemas31Whole = schemasOf((schema) => ({
  ...of31,
  contains: schema,
  minContains: bound,
  maxContains: bound,
  propertyNames: schema,
  if: schema,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: schema,
  else: schema,
  dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  dependentSchemas: fc.dictionary(names, schema, { maxKeys: 2, noNullPrototype: true }),
  unevaluatedProperties: schema,
  unevaluatedItems: schema,
}));

function thinned(drawn: Json): Json {
  if (!isJsonObject(drawn)) return drawn;
  const entries = Object.entries(drawn);
  const kept = entries.filter(
    (_, index) => (index * 7 + entries.length) % Math.max(1, Math.ceil(entries.length / 2)) === 0,
  );
  return Object.fromEntries(kept.map(([name, child]) => [name, thinnedChild(name, child)]));
}

function thinnedChild(name: string, child: Json): Json {
  if (['properties', 'patternProperties', 'dependentSchemas'].includes(name)) {
    return Object.fromEntries(Object.entries(child as JsonObject).map(([key, inner]) => [key, thinned(inner)]));
  }
  if (['enum', 'const', 'required', 'type', 'format', 'discriminator', 'dependentRequired'].includes(name))
    return child;
  return Array.isArray(child) ? child.map(thinned) : thinned(child);
}
