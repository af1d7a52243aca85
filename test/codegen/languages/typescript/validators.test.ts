import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { typescript } from '../../../../src/codegen/languages/typescript';
import { emitInput } from '../../../support/emit-input';
import { readSpec } from '../../../support/read-spec';

interface Violation {
  readonly pointer: string;
  readonly constraint: string;
}

type Validate = (value: unknown, at: string, report: Violation[]) => void;

const checkedFormats = [
  'date',
  'time',
  'date-time',
  'email',
  'uuid',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'int32',
] as const;

/** Schemas by the names that their validators have. */
const schemas: Readonly<Record<string, object>> = {
  Text: { type: 'string', minLength: 2, maxLength: 3, pattern: '^\\p{L}*$' },
  OddPattern: { type: 'string', pattern: '^[\\w\\-]+$' },
  Count: { type: 'integer', minimum: -2, exclusiveMaximum: 5 },
  Price: { type: 'number', multipleOf: 0.01 },
  Step: { type: 'number', multipleOf: 3, exclusiveMinimum: 0, maximum: 9 },
  Color: { enum: ['red', 1, null, true, { a: [1, 'x'] }, [2]] },
  Constant: { const: 'only' },
  Tags: { type: 'array', items: { type: 'string', maxLength: 2 }, minItems: 1, maxItems: 3, uniqueItems: true },
  Pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: { type: 'boolean' } },
  Closed: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
  Labels: { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 1, maxProperties: 2 },
  Strict: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
  Mixed: { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: { type: 'string' } },
  Hostile: {
    type: 'object',
    properties: { constructor: { type: 'integer' }, toString: { type: 'string' }, 'a/b~c': { type: 'null' } },
    required: ['constructor'],
  },
  NullableText: { type: ['string', 'null'], minLength: 1 },
  Scalar: { type: ['integer', 'boolean'] },
  Either: { oneOf: [{ type: 'integer' }, { type: 'number', minimum: 2 }] },
  Any: { anyOf: [{ type: 'string', minLength: 2 }, { type: 'integer' }] },
  Both: { allOf: [{ type: 'object', required: ['a'] }, { properties: { a: { type: 'integer' } } }] },
  Untyped: { minLength: 2, minimum: 3, required: ['a'], items: { type: 'string' }, minProperties: 1 },
  Not: { not: { type: 'string' } },
  Nothing: { type: 'object', properties: { a: false } },
  Patterns: {
    type: 'object',
    properties: { a: { type: 'integer' } },
    patternProperties: { '^[ab]': { type: ['integer', 'array'] }, c$: { type: 'string' } },
    additionalProperties: false,
    required: ['b'],
  },
  PatternMap: { patternProperties: { b: { type: 'integer' } }, additionalProperties: { type: 'string' } },
  Names: { propertyNames: { maxLength: 2, enum: ['a', 'b', 'ab', '__proto__'] } },
  Containing: { contains: { type: 'integer' }, minContains: 2, maxContains: 3 },
  Optional: { type: 'array', contains: { type: 'string' }, minContains: 0 },
  Conditional: {
    if: { properties: { a: { type: 'integer' } }, required: ['a'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['b'] },
    else: { type: ['object', 'string'], maxLength: 2 },
  },
  Dependent: { dependentRequired: { a: ['b'] }, dependentSchemas: { b: { properties: { a: { type: 'string' } } } } },
  DependentOfObjects: { dependentSchemas: { a: { type: 'object', maxProperties: 2 } } },
  Sealed: {
    allOf: [{ properties: { a: { type: 'integer' } } }],
    anyOf: [{ required: ['b'], properties: { b: { type: 'integer' } } }, { properties: { constructor: true } }],
    unevaluatedProperties: false,
  },
  SealedTree: {
    $ref: '#/components/schemas/Tree',
    patternProperties: { '/': true },
    unevaluatedProperties: { type: 'string' },
  },
  SealedList: {
    type: 'array',
    prefixItems: [{ type: ['integer', 'string'] }],
    if: { minItems: 2 },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { prefixItems: [true, { type: 'integer' }] },
    unevaluatedItems: { type: 'boolean' },
  },
  Tree: {
    type: 'object',
    properties: { a: { type: 'integer' }, b: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
    required: ['a'],
  },
};

let validators: Readonly<Record<string, Validate>>;
const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));

beforeAll(() => {
  const model = path.join(directory, 'model.json');
  const info = { title: 'Schemas', version: '1' };
  writeFileSync(model, JSON.stringify({ openapi: '3.1.0', info, paths: {}, components: { schemas } }));
  const spec = readSpec(model);
  if (spec === undefined) throw new Error('the schemas have errors');
  for (const file of typescript.runtime?.(emitInput(spec.service, { name: 'test' })) ?? []) {
    mkdirSync(path.dirname(path.join(directory, file.path)), { recursive: true });
    writeFileSync(path.join(directory, file.path), file.text);
  }
  const outfile = path.join(directory, 'index.cjs');
  const entryPoints = [path.join(directory, 'esm/index.js')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  validators = require(outfile);
});

afterAll(() => rmSync(directory, { recursive: true }));

const ajv = new Ajv({ strict: false, allErrors: true, multipleOfPrecision: 9, ownProperties: true });
addFormats(ajv, [...checkedFormats]);
ajv.addSchema({ $id: 'model', components: { schemas } });

// Without toString: Ajv compares values by calling it.
const keys = fc.constantFrom('a', 'b', 'constructor', 'a/b~c', '__proto__');
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(
      '',
      'é',
      '😀😀',
      'ab',
      'abcd',
      'red',
      'only',
      'a-b',
      1,
      0,
      0.07,
      3,
      4,
      2.5,
      true,
      null,
      { a: [1, 'x'] },
      [2],
    ),
    fc.integer({ min: -4, max: 12 }),
    fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test.each(Object.keys(schemas))('%s: the same verdicts as Ajv', (name) => {
  const oracle = ajv.compile({ $ref: `model#/components/schemas/${name}` });
  const validate = validators[`validate${name}`];
  fc.assert(
    fc.property(values, (value) => {
      // Ajv keeps what is evaluated in an object, in which every object has these names.
      fc.pre(!name.startsWith('Sealed') || !/__proto__|constructor/.test(JSON.stringify(value)));
      const report: Violation[] = [];
      validate?.(value, '', report);
      expect({ value, valid: report.length === 0 }).toEqual({ value, valid: oracle(value) });
    }),
    { numRuns: 300 },
  );
});

test('all violations are found, each with its pointer', () => {
  const report: Violation[] = [];
  validators.validateTree?.({ b: [{ a: 'x' }, { a: 1, b: 2 }] }, '/body', report);
  expect(report.map(({ pointer, constraint }) => `${pointer} ${constraint}`)).toEqual([
    '/body/a required',
    '/body/b/0/a type',
    '/body/b/1/b type',
  ]);
});

test('a number that no double holds is no number, and nothing else is asked of it', () => {
  const report: Violation[] = [];
  validators.validatePrice?.(JSON.parse('1e400'), '', report);
  expect(report.map(({ constraint }) => constraint)).toEqual(['type']);
});

test('names are escaped in pointers', () => {
  const report: Violation[] = [];
  validators.validateHostile?.({ constructor: 1, 'a/b~c': 1 }, '', report);
  expect(report.map(({ pointer }) => pointer)).toEqual(['/a~1b~0c']);
});
