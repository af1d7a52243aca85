import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { nameService } from '../../src/codegen/languages/typescript/names';
import type { Service } from '../../src/codegen/model/service';
import type { Json } from '../../src/shared/json';
import { mountedAt, readSuite } from '../json-schema/suite-files';
import { schemas30, schemas31Whole, values } from './arbitrary-schemas';
import { drawValue } from './arbitrary-values';
import { generatedValidators, type Violation } from './generated-validators';
import { readSpec } from './read-spec';

export type Direction = 'request' | 'response';

/** Checks a value by a named schema, as the generated TypeScript does. */
export type Oracle = (schema: string, direction: Direction, value: Json) => readonly Violation[];

type Schemas = Readonly<Record<string, Json>>;

/** The service of some named schemas; nothing where one of them is refused. */
export function serviceOf(schemas: Schemas, openapi: string): Service | undefined {
  const directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));
  const model = path.join(directory, 'model.json');
  const info = { title: 'Schemas', version: '1' };
  writeFileSync(model, JSON.stringify({ openapi, info, paths: {}, components: { schemas } }));
  const spec = readSpec(model);
  rmSync(directory, { recursive: true });
  return spec?.service;
}

/** The verdicts of the validators that are generated in TypeScript for a service. */
export function oracleOf(service: Service): Oracle {
  const validators = generatedValidators(service);
  const { models } = nameService(service);
  return (schema, direction, value) => {
    const names = models.get(schema);
    const validator = validators[(direction === 'request' ? names?.requestValidator : names?.validator) ?? ''];
    if (validator === undefined) throw new Error(`${schema} has no validator`);
    const report: Violation[] = [];
    validator(value, '', report);
    return report;
  };
}

const versions = { draft4: '3.0.3', 'draft2020-12': '3.1.0' } as const;

/** The schemas of a draft of JSON-Schema-Test-Suite that are not refused, as one service, and the values of its tests. */
export async function suiteSchemas(draft: keyof typeof versions) {
  const groups = await readSuite(draft);
  const version = versions[draft];
  const read = groups.filter(
    ({ schema }) => serviceOf({ S: mountedAt(schema, '/components/schemas/S') }, version) !== undefined,
  );
  const schemas = read.map(({ schema }, index) => [`S${index}`, mountedAt(schema, `/components/schemas/S${index}`)]);
  const service = serviceOf(Object.fromEntries(schemas), version);
  if (service === undefined) throw new Error('the schemas are refused together');
  return { service, values: new Map(read.map(({ tests }, index) => [`S${index}`, tests.map(({ data }) => data)])) };
}

/** Schemas drawn at random, as one service. */
export function randomSchemas(version: '3.0.3' | '3.1.0', numRuns: number, seed: number): Service {
  const schema = version === '3.0.3' ? schemas30 : schemas31Whole;
  const drawn = fc.sample(fc.tuple(schema, schema, schema), { numRuns, seed });
  const read = drawn.filter(([A, B, C]) => serviceOf({ A, B, C }, version) !== undefined);
  const all = read.flatMap((three, index) =>
    three.map((each, place) => [`${'ABC'.charAt(place)}${index}`, renumbered(each, index)]),
  );
  const service = serviceOf(Object.fromEntries(all), version);
  if (service === undefined) throw new Error('the schemas are refused together');
  return service;
}

/** With references to the schemas of the same draw. */
function renumbered(schema: Json, index: number): Json {
  return JSON.parse(
    JSON.stringify(schema).replaceAll(/"#\/components\/schemas\/([ABC])"/g, `"#/components/schemas/$1${index}"`),
  );
}

/** Values for the named schemas of a service: some that are valid, some that were, and some of any kind. */
export function drawnValues(service: Service, count: number, seed: number): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  for (const { name, shape } of service.shapes.values()) {
    const drawn = fc.sample(
      fc.gen().map((gen) => {
        const draw = <T>(arbitrary: fc.Arbitrary<T>) => gen(() => arbitrary);
        const direction = draw(fc.constantFrom('request', 'response'));
        return drawValue(draw, shape, { service, direction, texts: 'hostile' }) ?? draw(values);
      }),
      { numRuns: count, seed },
    );
    found.set(name, [...drawn, ...fc.sample(values, { numRuns: count, seed }), ...drawn.map(damaged)]);
  }
  return found;
}

/** A value that has a part of another kind. */
function damaged(value: Json, index: number): Json {
  const replaced = ['x', 1.5, null, [], {}, true][index % 6] as Json;
  if (Array.isArray(value)) return value.length === 0 ? [replaced] : [...value.slice(1), replaced];
  if (typeof value !== 'object' || value === null) return replaced;
  const entries = Object.entries(value);
  if (entries.length === 0) return { a: replaced };
  const at = index % entries.length;
  const changed = entries.map(([name, member], place) => [name, place === at ? damaged(member, index + 1) : member]);
  return Object.fromEntries(index % 3 === 0 ? changed.slice(1) : changed);
}
