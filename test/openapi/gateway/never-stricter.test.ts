import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../../src/shared/json';
import { schemas30, schemas31, values } from '../../support/arbitrary-schemas';
import { at, derive, documentOf, documentWithBody, readSpec } from './derive';
import { compileFull, compileGateway, upgrade } from './verdicts';

/*
 * A valid request must never be refused by the gateway. Schemas and values are drawn from a small world, so that a good part of the
 * values is valid.
 */

/** Drawn schemas of both versions of OpenAPI. */
const versions: readonly [string, fc.Arbitrary<Json>][] = [
  ['3.0.3', schemas30],
  ['3.1.0', schemas31],
];

test.each(versions)(
  'OpenAPI %s: every value that is valid under a model is valid under the gateway document',
  (version, thin) => {
    const tally = { valid: 0, refused: 0 };
    const property = fc.property(
      thin,
      thin,
      thin,
      thin,
      fc.array(values, { minLength: 20, maxLength: 20 }),
      (body, A, B, C, values) => {
        const document = documentWithBody(body, { A, B, C } as JsonObject, version);
        const full = compileFull(
          upgrade(document) as JsonObject,
          '#/paths/~1x/post/requestBody/content/application~1json/schema',
        );
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
  },
);

test('a required parameter is required there only if a blank one is not valid', () => {
  const tally = { required: 0, not: 0 };
  const parameter = fc.record({ schema: schemas31, explode: fc.boolean() });
  const property = fc.property(parameter, schemas31, schemas31, schemas31, ({ schema, explode }, A, B, C) => {
    const parameters: Json = [{ name: 'q', in: 'query', required: true, explode, schema }];
    const document = documentOf('/x', 'get', { parameters }, { components: { schemas: { A, B, C } } });
    const full = compileFull(document, '#/paths/~1x/get/parameters/0/schema');
    if (full === undefined) return;
    const declared = (at(derive(document).document, 'paths', '/x', 'get', 'parameters') ?? []) as JsonObject[];
    const isRequired = declared.some(({ required }) => required === true);
    tally[isRequired ? 'required' : 'not']++;
    // What handlers make of an empty text, by the type that is asked for.
    const type = isJsonObject(schema) ? [schema.type].flat() : [];
    const blanks: Json[] = ['', null, ...(type.includes('array') ? [explode ? [''] : []] : [])];
    if (type.includes('object')) blanks.push({});
    if (isRequired && blanks.some(full)) throw new Error(`a blank is valid under ${JSON.stringify(schema)}`);
  });
  fc.assert(property, { numRuns: 150, seed: Number(process.env.SEED ?? 1) });
  expect(tally.required).toBeGreaterThan(20);
  expect(tally.not).toBeGreaterThan(20);
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

function loadable(name: string): Json {
  try {
    return name.endsWith('.yaml') ? readSpec(name) : null;
  } catch {
    return null;
  }
}
