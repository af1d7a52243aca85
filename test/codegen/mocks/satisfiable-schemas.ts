import fc from 'fast-check';
import { isJsonObject, type Json } from '../../../src/shared/json';

const bound = fc.integer({ min: 0, max: 4 });
const names = ['a', 'b', 'c', 'd'] as const;

/** A schema with keywords beside those that it has. */
function and<T extends object>(base: fc.Arbitrary<T>, more: { readonly [keyword: string]: fc.Arbitrary<Json> }) {
  return fc.tuple(base, fc.record(more, { requiredKeys: [] })).map(([one, other]) => ({ ...one, ...other }) as Json);
}

/** Two bounds, of which the first is not above the second; each may be missing. */
function bounds(low: string, high: string): fc.Arbitrary<Record<string, number>> {
  return fc.tuple(bound, bound, fc.boolean(), fc.boolean()).map(([a, b, hasLow, hasHigh]) => ({
    ...(hasLow ? { [low]: Math.min(a, b) } : {}),
    ...(hasHigh ? { [high]: Math.max(a, b) } : {}),
  }));
}

const patterns = fc.constantFrom(
  ...[
    '^a',
    '^[A-Z]{3}-\\d{4}$',
    '^[^b]{1,2}$',
    '^\\S+$',
    '^\\p{L}+$',
    '(?<x>a)',
    '[a-c]\\d',
    '^(?!b$)',
    '\\ba',
    '^\\d{4}-',
  ],
  ...[
    '^(?:cat|dog)s?$',
    '^[a-z]+(?:-[a-z]+)*$',
    '\\.(?:png|jpe?g)$',
    '^#[0-9a-f]{6}$',
    '^v?\\d+\\.\\d+\\.\\d+$',
    '^$|^x-',
  ],
);
const formats = fc.constantFrom(
  ...['date', 'date-time', 'time', 'uuid', 'email', 'uri', 'hostname', 'ipv4', 'ipv6', 'byte', 'made-up', 'duration'],
);

const strings = fc.oneof(
  bounds('minLength', 'maxLength').map((lengths) => ({ type: 'string', ...lengths })),
  patterns.map((pattern) => ({ type: 'string', pattern })),
  formats.map((format) => ({ type: 'string', format })),
);

const numbers = fc.oneof(
  bounds('minimum', 'maximum').map((range) => ({ type: 'number', ...range })),
  bounds('minimum', 'maximum').map((range) => ({ type: 'integer', ...range })),
  fc.record({
    type: fc.constant('number'),
    multipleOf: fc.constantFrom(0.5, 2, 7),
    minimum: fc.integer({ min: -9, max: 99 }),
  }),
);

const plain: fc.Arbitrary<Json> = fc.oneof(
  strings,
  numbers,
  fc.constant({ type: 'boolean' }),
  fc.uniqueArray(fc.constantFrom('x', 1, true, 'y', 2), { minLength: 1 }).map((values) => ({ enum: values })),
);

/** A few of the names, in their order. */
const some = fc.subarray([...names]);

function objectsOf(schema: fc.Arbitrary<Json>, own: readonly string[]): fc.Arbitrary<Record<string, Json>> {
  const properties = fc
    .tuple(...own.map(() => schema))
    .map((list) => Object.fromEntries(own.map((name, index) => [name, list[index] ?? true])));
  const required = fc.subarray([...own]).filter((list) => list.length > 0);
  return fc.tuple(properties, fc.option(required, { nil: undefined })).map(([members, list]) => ({
    type: 'object',
    properties: members,
    ...(list === undefined ? {} : { required: list }),
  }));
}

function listsOf(schema: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.tuple(schema, bounds('minItems', 'maxItems')).map(([items, sizes]) => ({ type: 'array', items, ...sizes }));
}

/** What 3.0 and 3.1 both have. Every schema that is drawn allows something. */
function common(schema: fc.Arbitrary<Json>): fc.Arbitrary<Json>[] {
  const objects = objectsOf(schema, ['a', 'b', 'c']);
  return [
    plain,
    plain,
    listsOf(schema),
    fc.record({
      type: fc.constant('array'),
      items: fc.constant({ type: 'integer' }),
      uniqueItems: fc.constant(true),
      minItems: bound,
    }),
    and(objects, { minProperties: bound }),
    objects.map((object) => ({ ...object, additionalProperties: false })),
    fc
      .tuple(schema, bounds('minProperties', 'maxProperties'))
      .map(([values, sizes]) => ({ type: 'object', additionalProperties: values, ...sizes })),
    // Members of an intersection that say nothing of each other's names.
    fc.tuple(objectsOf(schema, ['a', 'b']), objectsOf(schema, ['c', 'd'])).map((allOf) => ({ allOf })),
    fc.tuple(strings, numbers, objects).map((oneOf) => ({ oneOf })),
    fc.array(schema, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    // Which one it is, is told by a member of one value.
    fc.tuple(objects, objects).map(([one, other]) => ({
      oneOf: [withTag(one, 'one'), withTag(other, 'other')],
    })),
    // One or the other is there, but not both.
    fc.constant({
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'integer' } },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    }),
    objects.map((object) => ({ ...object, not: { required: ['e', 'f'] } })),
  ];
}

function withTag(object: Record<string, Json>, tag: string): Json {
  const { properties, required } = object as { properties: Record<string, Json>; required?: string[] };
  return {
    ...object,
    properties: { ...properties, tag: { type: 'string', enum: [tag] } },
    required: [...(required ?? []), 'tag'],
  };
}

function of2020(schema: fc.Arbitrary<Json>): fc.Arbitrary<Json>[] {
  const objects = objectsOf(schema, ['a', 'b', 'c']);
  return [
    fc.constantFrom<Json>('x', 7, null, true, [1], { a: 1 }).map((value) => ({ const: value })),
    fc.uniqueArray(fc.constantFrom('string', 'integer', 'boolean', 'null'), { minLength: 1 }).map((type) => ({ type })),
    fc.tuple(schema, schema, bound).map(([first, second, size]) => ({
      type: 'array',
      prefixItems: [first, second],
      items: false,
      minItems: Math.min(size, 2),
    })),
    fc
      .tuple(schema, schema)
      .map(([first, rest]) => ({ type: 'array', prefixItems: [first], unevaluatedItems: rest, minItems: 3 })),
    // All items may be what one of them must be.
    fc
      .tuple(schema, bounds('minContains', 'maxContains'))
      .map(([contains, counts]) => ({ type: 'array', contains, minContains: 0, ...counts })),
    fc
      .tuple(schema, plain)
      .map(([items, contains]) => ({ type: 'array', items: { anyOf: [items, contains] }, contains, minItems: 2 })),
    fc.tuple(fc.constantFrom('^[a-z]+$', '^x-', '^[A-Z][a-z]*$'), schema, bound).map(([pattern, values, size]) => ({
      type: 'object',
      propertyNames: { pattern },
      additionalProperties: values,
      minProperties: size,
    })),
    fc.tuple(objects, fc.constantFrom('^x-', '_at$', '^\\d+$'), schema).map(([object, pattern, values]) => ({
      ...object,
      patternProperties: { [pattern]: values },
      additionalProperties: false,
    })),
    objects.map((object) => ({ ...object, dependentRequired: { a: ['b'], c: ['a', 'b'] } })),
    fc.tuple(objects, plain).map(([object, other]) => ({
      ...object,
      dependentSchemas: { a: { required: ['z'], properties: { z: other } } },
    })),
    fc.tuple(objectsOf(schema, ['a', 'b']), plain, plain).map(([object, one, other]) => ({
      ...withTagOf(object),
      if: { properties: { tag: { const: 'one' } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { c: one }, required: ['c'] },
      else: { properties: { d: other }, required: ['d'] },
    })),
    fc
      .tuple(objectsOf(schema, ['a', 'b']), objectsOf(schema, ['c', 'd']))
      .map((allOf) => ({ allOf, unevaluatedProperties: false })),
    fc.tuple(objectsOf(schema, ['a', 'b']), some).map(([object, list]) => ({
      allOf: [object],
      properties: { e: true },
      required: list.filter((name) => name < 'c'),
      unevaluatedProperties: false,
    })),
    // Two keywords beside a reference to an object that is open.
    fc.constant({ $ref: refTo('Node'), required: ['z'], minProperties: 2 }),
  ];
}

function withTagOf(object: Record<string, Json>): Record<string, Json> {
  const { properties, required } = object as { properties: Record<string, Json>; required?: string[] };
  return {
    ...object,
    properties: { ...properties, tag: { enum: ['one', 'other'] } },
    required: [...(required ?? []), 'tag'],
  };
}

/** Schemas that allow something and refer to no others but those of some names. */
function satisfiable(version: Version, references: readonly string[]): fc.Arbitrary<Json> {
  return fc.letrec<{ schema: Json }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      plain,
      ...(references.length === 0 ? [] : [fc.constantFrom(...references).map(($ref) => ({ $ref }))]),
      ...common(tie('schema')),
      ...(version === '3.1.0' ? of2020(tie('schema')) : [plain.map(nullable)]),
    ),
  })).schema;
}

function nullable(schema: Json): Json {
  return isJsonObject(schema) && schema.type !== undefined ? { ...schema, nullable: true } : schema;
}

export type Version = '3.0.3' | '3.1.0';

const refTo = (name: string) => `#/components/schemas/${name}`;
const node = {
  type: 'object',
  properties: { next: { $ref: refTo('Node') }, others: { type: 'array', items: { $ref: refTo('Node') } } },
};

/** A document with a schema for each operation that allows something, and others that it may refer to. */
export function satisfiableSchemas(version: Version): fc.Arbitrary<Readonly<Record<string, Json>>> {
  return fc.record({
    Leaf: satisfiable(version, []),
    Branch: satisfiable(version, [refTo('Leaf')]),
    Node: fc.constant<Json>(node),
    Root: satisfiable(version, [refTo('Leaf'), refTo('Branch'), refTo('Node')]),
  });
}
