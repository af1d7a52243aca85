import type { Json } from '../../../src/shared/json';
import { read } from '../../support/model-files';

interface Case {
  readonly given: Json;
  readonly want: unknown;
}

const any = { kind: 'any' };
const string = { kind: 'string' };
const nullShape = { kind: 'null' };

/** The shape of a schema of a document of one version. */
function shapeOf(openapi: string, schema: Json, others: object = {}) {
  const info = { title: 'Shapes', version: '1' };
  const { service, said } = read({ openapi, info, paths: {}, components: { schemas: { Given: schema, ...others } } });
  return { shape: service.shapes.get('Given')?.shape, said };
}

const inBoth: readonly (readonly [string, Case])[] = [
  ['nothing said', { given: {}, want: any }],
  [
    'text',
    {
      given: { type: 'string', minLength: 1, maxLength: 9, pattern: '^a', format: 'email' },
      want: { kind: 'string', minLength: 1, maxLength: 9, pattern: '^a', format: 'email' },
    },
  ],
  [
    'a whole number',
    {
      given: { type: 'integer', format: 'int32', minimum: 0, multipleOf: 2 },
      want: { kind: 'number', integer: true, format: 'int32', minimum: 0, multipleOf: 2 },
    },
  ],
  [
    'a list',
    {
      given: { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
      want: { kind: 'list', items: string, minItems: 1, uniqueItems: true },
    },
  ],
  ['a list of anything', { given: { type: 'array' }, want: { kind: 'list', items: any } }],
  [
    'a map',
    {
      given: { type: 'object', additionalProperties: { type: 'string' }, maxProperties: 3 },
      want: { kind: 'map', values: string, maxProperties: 3 },
    },
  ],
  ['a free-form object', { given: { type: 'object' }, want: { kind: 'map', values: any } }],
  [
    'an empty object',
    { given: { type: 'object', additionalProperties: false }, want: { kind: 'map', values: { kind: 'never' } } },
  ],
  [
    'a structure',
    {
      given: {
        type: 'object',
        required: ['a'],
        properties: { b: { type: 'string' }, a: { type: 'string' } },
        additionalProperties: false,
      },
      want: {
        kind: 'structure',
        members: [
          { name: 'b', shape: string, required: false },
          { name: 'a', shape: string, required: true },
        ],
        additional: { kind: 'never' },
      },
    },
  ],
  [
    'a name that is required only',
    {
      given: { type: 'object', required: ['z'], additionalProperties: { type: 'string' } },
      want: {
        kind: 'structure',
        members: [{ name: 'z', shape: string, required: true, isUndeclared: true }],
        additional: string,
      },
    },
  ],
  ['keywords without a type', { given: { minLength: 2 }, want: { kind: 'string', minLength: 2, implied: true } }],
  [
    'keywords of two types without a type',
    {
      given: { minLength: 2, minimum: 1 },
      want: {
        kind: 'intersection',
        members: [
          { kind: 'string', minLength: 2, implied: true },
          { kind: 'number', integer: false, minimum: 1, implied: true },
        ],
      },
    },
  ],
  ['an enum', { given: { enum: ['a', 1, null] }, want: { kind: 'enum', values: ['a', 1, null] } }],
  ['an enum with a type', { given: { type: 'string', enum: ['a', 'b'] }, want: { kind: 'enum', values: ['a', 'b'] } }],
  [
    'an enum with a limit',
    {
      given: { type: 'string', enum: ['a', 'bb'], minLength: 2 },
      want: {
        kind: 'intersection',
        members: [
          { kind: 'enum', values: ['a', 'bb'] },
          { kind: 'string', minLength: 2 },
        ],
      },
    },
  ],
  ['a reference', { given: { $ref: '#/components/schemas/A' }, want: { kind: 'reference', target: 'A' } }],
  [
    'allOf with one member',
    {
      given: { description: 'An A', allOf: [{ $ref: '#/components/schemas/A' }] },
      want: { kind: 'reference', target: 'A', description: 'An A' },
    },
  ],
  [
    'allOf and properties',
    {
      given: { allOf: [{ $ref: '#/components/schemas/A' }], type: 'object', properties: { b: {} } },
      want: {
        kind: 'intersection',
        members: [
          { kind: 'reference', target: 'A' },
          { kind: 'structure', members: [{ name: 'b', shape: any, required: false }], additional: any },
        ],
      },
    },
  ],
  [
    'allOf of objects, called an object once more',
    {
      given: { type: 'object', allOf: [{ $ref: '#/components/schemas/A' }] },
      want: { kind: 'reference', target: 'A' },
    },
  ],
  [
    'oneOf',
    {
      given: { oneOf: [{ type: 'string' }, { type: 'boolean' }] },
      want: { kind: 'union', mode: 'one', members: [string, { kind: 'boolean' }] },
    },
  ],
  [
    'anyOf',
    { given: { anyOf: [{ type: 'string' }, {}] }, want: { kind: 'union', mode: 'any', members: [string, any] } },
  ],
  ['not', { given: { not: { type: 'string' } }, want: { kind: 'negation', not: string } }],
  ['not anything', { given: { not: {} }, want: { kind: 'never' } }],
  [
    'annotations',
    {
      given: {
        type: 'string',
        title: 'T',
        description: 'D',
        deprecated: true,
        readOnly: true,
        default: 'x',
        example: 'y',
      },
      want: {
        kind: 'string',
        title: 'T',
        description: 'D',
        deprecated: true,
        readOnly: true,
        default: 'x',
        examples: ['y'],
      },
    },
  ],
  [
    'a discriminator',
    {
      given: {
        anyOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
        discriminator: { propertyName: 'k', mapping: { b: 'B' } },
      },
      want: {
        kind: 'union',
        mode: 'any',
        members: [
          { kind: 'reference', target: 'A' },
          { kind: 'reference', target: 'B' },
        ],
        discriminator: {
          property: 'k',
          mapping: new Map([
            ['b', 1],
            ['A', 0],
          ]),
        },
      },
    },
  ],
  [
    'a property of another schema',
    { given: { $ref: '#/components/schemas/A/properties/inner' }, want: { kind: 'reference', target: 'AInner' } },
  ],
];

const in30: readonly (readonly [string, Case])[] = [
  [
    'nullable text',
    {
      given: { type: 'string', nullable: true, description: 'D' },
      want: { kind: 'union', mode: 'any', members: [string, nullShape], description: 'D' },
    },
  ],
  [
    'a nullable enum',
    { given: { type: 'string', nullable: true, enum: ['a'] }, want: { kind: 'enum', values: ['a', null] } },
  ],
  [
    'a nullable enum that lists null',
    { given: { type: 'string', nullable: true, enum: ['a', null] }, want: { kind: 'enum', values: ['a', null] } },
  ],
  [
    'a nullable reference',
    {
      given: { nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] },
      want: { kind: 'union', mode: 'any', members: [{ kind: 'reference', target: 'A' }, nullShape] },
    },
  ],
  [
    'limits that are flags',
    {
      given: { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
      want: { kind: 'number', integer: false, exclusiveMinimum: 1, maximum: 5 },
    },
  ],
  [
    'what stands beside a reference',
    {
      given: { $ref: '#/components/schemas/A', description: 'D', minLength: 4 },
      want: { kind: 'reference', target: 'A', description: 'D' },
    },
  ],
];

const in31: readonly (readonly [string, Case])[] = [
  [
    'a list of types',
    {
      given: { type: ['string', 'null'], minLength: 1 },
      want: { kind: 'union', mode: 'any', members: [{ kind: 'string', minLength: 1 }, nullShape] },
    },
  ],
  ['const', { given: { const: 'a' }, want: { kind: 'enum', values: ['a'] } }],
  ['true', { given: true, want: any }],
  ['false', { given: false, want: { kind: 'never' } }],
  [
    'limits that are numbers',
    { given: { type: 'number', exclusiveMinimum: 1 }, want: { kind: 'number', integer: false, exclusiveMinimum: 1 } },
  ],
  [
    'a tuple',
    {
      given: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      want: { kind: 'tuple', prefix: [string], rest: { kind: 'never' } },
    },
  ],
  ['examples', { given: { type: 'string', examples: ['a', 'b'] }, want: { kind: 'string', examples: ['a', 'b'] } }],
  [
    'what stands beside a reference',
    {
      given: { $ref: '#/components/schemas/A', minProperties: 4 },
      want: {
        kind: 'intersection',
        members: [
          { kind: 'reference', target: 'A' },
          { kind: 'map', values: any, minProperties: 4, implied: true },
        ],
      },
    },
  ],
  [
    'a definition',
    {
      given: { $defs: { Inner: { type: 'string' } }, $ref: '#/components/schemas/Given/$defs/Inner' },
      want: { kind: 'reference', target: 'GivenInner' },
    },
  ],
  [
    'a template with its blank filled in',
    {
      given: {
        $ref: '#/components/schemas/Page',
        $defs: { T: { $dynamicAnchor: 'T', $ref: '#/components/schemas/A' } },
      },
      want: { kind: 'list', items: { kind: 'reference', target: 'A' } },
    },
  ],
];

const others = { A: { type: 'object', properties: { inner: { type: 'string' } } }, B: { type: 'object' } };
const templates = {
  Page: { $defs: { T: { $dynamicAnchor: 'T', not: {} } }, type: 'array', items: { $dynamicRef: '#T' } },
};

describe.each(['3.0.3', '3.1.0'])('in OpenAPI %s', (version) => {
  test.each(inBoth)('%s', (_, { given, want }) =>
    expect(shapeOf(version, given, others)).toEqual({ shape: want, said: [] }),
  );
});

test.each(in30)('in OpenAPI 3.0, %s', (_, { given, want }) => {
  expect(shapeOf('3.0.3', given, others)).toEqual({ shape: want, said: [] });
});

test('definitions of the same name in two schemas are told apart by the schemas, whatever their order', () => {
  const given = {
    $defs: { Item: { type: 'string' } },
    type: 'array',
    items: { $ref: '#/components/schemas/A/$defs/Item' },
  };
  const other = { $defs: { Item: { type: 'number' } }, items: { $ref: '#/components/schemas/B/$defs/Item' } };
  const namesOf = (schemas: Json) => {
    const info = { title: 'Shapes', version: '1' };
    return [...read({ openapi: '3.1.0', info, paths: {}, components: { schemas } }).service.shapes.keys()].sort();
  };
  expect(namesOf({ A: given, B: other })).toEqual(['A', 'AItem', 'B', 'BItem']);
  expect(namesOf({ A: given })).toEqual(['A', 'AItem']);
});

test('a schema that has no name of its own does not take that of another', () => {
  const given = {
    $defs: { Item: { type: 'string' } },
    type: 'array',
    items: { $ref: '#/components/schemas/A/$defs/Item' },
  };
  const info = { title: 'Shapes', version: '1' };
  const schemas = { A: given, AItem: { type: 'number' } };
  const { service } = read({ openapi: '3.1.0', info, paths: {}, components: { schemas } });
  expect(service.shapes.get('AItem')?.shape.kind).toBe('number');
  expect(service.shapes.get('A')?.shape).toMatchObject({ items: { kind: 'reference', target: 'AItem2' } });
});

test.each(in31)('in OpenAPI 3.1, %s', (_, { given, want }) => {
  expect(shapeOf('3.1.0', given, { ...others, ...templates })).toEqual({ shape: want, said: [] });
});
