import { readdirSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import Ajv04 from 'ajv-draft-04';
import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../../src/shared/json';
import { at, derive, documentWithBody, readSpec } from './derive';

/*
 * A valid request must never be refused by the gateway. Schemas and values are drawn from a small world, so that a good part of the
 * values is valid.
 */

const text = fc.constantFrom('', 'a', 'ab', 'abc', '😀', 'a1', 'x😀y');
const numbers = fc.constantFrom(-1, 0, 0.5, 1, 2, 3);
const names = fc.constantFrom('a', 'b', 'c');

const { value } = fc.letrec<{ value: Json }>((tie) => ({
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

const type = fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array', 'null');
const pattern = fc.constantFrom('^a', '^.$', '^[^b]{1,2}$', '^\\S+$', '^\\p{L}+$', '(?<x>a)', '[a-c]\\d');
const bound = fc.integer({ min: 0, max: 3 });
const names2 = fc.uniqueArray(names, { maxLength: 2 });

const { schema } = fc.letrec<{ schema: Json; keywords: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: fc.boolean(), weight: 1 },
    { arbitrary: fc.constantFrom('A', 'B', 'C').map((name) => ({ $ref: `#/components/schemas/${name}` })), weight: 2 },
    { arbitrary: tie('keywords'), weight: 6 },
  ),
  keywords: fc.record(
    {
      type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
      enum: fc.array(fc.oneof(text, numbers, fc.constant(null)), { minLength: 1, maxLength: 4 }),
      const: fc.oneof(text, numbers, fc.constant(null)),
      properties: fc.dictionary(names, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
      required: names2,
      additionalProperties: tie('schema'),
      patternProperties: fc.dictionary(fc.constantFrom('^a', 'b'), tie('schema'), { maxKeys: 1 }),
      items: tie('schema'),
      prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
      minItems: bound,
      uniqueItems: fc.boolean(),
      minimum: bound,
      exclusiveMaximum: bound,
      multipleOf: fc.constantFrom(0.5, 2),
      minLength: bound,
      maxLength: bound,
      pattern,
      minProperties: bound,
      oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
      anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
      allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
      not: tie('schema'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Json>,
}));

/** Keywords, of which few stand together: else next to nothing is valid. */
const thin = schema.map((drawn) => thinned(drawn));

test('every value that is valid under a model is valid under the gateway document', () => {
  const tally = { valid: 0, refused: 0 };
  const property = fc.property(
    thin,
    thin,
    thin,
    thin,
    fc.array(value, { minLength: 20, maxLength: 20 }),
    (body, A, B, C, values) => {
      const document = documentWithBody(body, { A, B, C } as JsonObject);
      const full = compileFull(document, '#/paths/~1x/post/requestBody/content/application~1json/schema');
      const gateway = full && compileGateway(document, '/x', 'post');
      if (full === undefined || gateway === undefined) return;
      for (const candidate of values) {
        if (!full(candidate)) tally.refused += Number(!gateway(candidate));
        else if (gateway(candidate)) tally.valid++;
        else
          throw new Error(`refused: ${JSON.stringify(candidate)} under ${JSON.stringify(derive(document).document)}`);
      }
    },
  );
  fc.assert(property, { numRuns: 100, seed: Number(process.env.SEED ?? 1) });
  // Otherwise the test would show nothing.
  expect(tally.valid).toBeGreaterThan(200);
  expect(tally.refused).toBeGreaterThan(200);
});

const specs = readdirSync(path.join(__dirname, '../../specs')).filter((name) =>
  /requestBody/.test(JSON.stringify(loadable(name))),
);

test.each(specs)('%s: every valid body is valid under the gateway document', (name) => {
  const document = upgrade(readSpec(name)) as JsonObject;
  const bodies = Object.entries((document.paths ?? {}) as JsonObject).flatMap(([route, item]) =>
    Object.keys(item as JsonObject).map((method) => ({ route, method })),
  );
  for (const { route, method } of bodies) {
    const pointer = `#/paths/${route.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/requestBody/content/application~1json/schema`;
    const full = at(document, 'paths', route, method, 'requestBody', 'content', 'application/json', 'schema')
      ? compileFull(document, pointer)
      : undefined;
    const gateway = compileGateway(readSpec(name), route, method);
    if (full === undefined || gateway === undefined) continue;
    const property = fc.property(bodyLike(document), (candidate) => !full(candidate) || gateway(candidate));
    fc.assert(property, { numRuns: 100, seed: 1 });
  }
});

type Check = (candidate: Json) => boolean;

function compileFull(document: JsonObject, ref: string): Check | undefined {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, validateSchema: false });
  try {
    ajv.addSchema(document as object, 'full');
    const validate = ajv.compile({ $ref: `full${ref}` });
    return guarded((candidate) => validate(candidate) === true);
  } catch {
    return undefined;
  }
}

function compileGateway(document: JsonObject, route: string, method: string): Check | undefined {
  const derived = derive(document).document;
  const body = at(derived, 'paths', route, method, 'requestBody', 'content', 'application/json', 'schema', '$ref');
  if (typeof body !== 'string') return () => true;
  const ajv = new Ajv04({ strict: false, logger: false, unicodeRegExp: false });
  ajv.addSchema(derived as object, 'gateway');
  const validate = ajv.compile({ $ref: `gateway${body}` });
  return guarded((candidate) => validate(candidate) === true) as Check;
}

/** A schema that refers to nothing but itself recurses for ever; that is no finding. */
function guarded(check: Check): Check {
  return (candidate) => {
    try {
      return check(candidate);
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
}

function thinned(drawn: Json): Json {
  if (!isJsonObject(drawn)) return drawn;
  const entries = Object.entries(drawn);
  const kept = entries.filter(
    (_, index) => (index * 7 + entries.length) % Math.max(1, Math.ceil(entries.length / 2)) === 0,
  );
  return Object.fromEntries(kept.map(([name, child]) => [name, thinnedChild(name, child)]));
}

function thinnedChild(name: string, child: Json): Json {
  if (['properties', 'patternProperties'].includes(name)) {
    return Object.fromEntries(Object.entries(child as JsonObject).map(([key, inner]) => [key, thinned(inner)]));
  }
  if (['enum', 'const', 'required', 'type'].includes(name)) return child;
  return Array.isArray(child) ? child.map(thinned) : thinned(child);
}

/** Objects with the property names of a document, and values that occur in it. */
function bodyLike(document: JsonObject): fc.Arbitrary<Json> {
  const found = { names: new Set<string>(['x']), values: new Set<Json>(['', 'a', 0, 1, 1.5, true, null]) };
  collect(document, found);
  const { body } = fc.letrec<{ body: Json }>((tie) => ({
    body: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...found.values),
      fc.dictionary(fc.constantFrom(...found.names), tie('body'), { maxKeys: 4, noNullPrototype: true }),
      fc.array(tie('body'), { maxLength: 2 }),
    ),
  }));
  return body;
}

function collect(from: Json, found: { names: Set<string>; values: Set<Json> }): void {
  if (typeof from !== 'object' || from === null) return;
  for (const [name, child] of Object.entries(from)) {
    if (name === 'properties') for (const property of Object.keys(child ?? {})) found.names.add(property);
    if (name === 'enum') for (const member of child as Json[]) found.values.add(member);
    collect(child, found);
  }
}

/** What OpenAPI 3.0 means, in terms of JSON Schema 2020. */
function upgrade(from: Json): Json {
  if (Array.isArray(from)) return from.map(upgrade);
  if (!isJsonObject(from)) return from;
  const { nullable, ...rest } = from;
  const upgraded = Object.fromEntries(Object.entries(rest).map(([name, child]) => [name, upgrade(child)]));
  return nullable === true ? { anyOf: [upgraded, { type: 'null' }] } : upgraded;
}

function loadable(name: string): Json {
  try {
    return name.endsWith('.yaml') ? readSpec(name) : null;
  } catch {
    return null;
  }
}
