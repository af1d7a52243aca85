import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Json } from '../../../../src/shared/json';
import { schemas30, schemas31Whole, values } from '../../../support/arbitrary-schemas';
import { generatedValidators, type Violation } from '../../../support/generated-validators';
import { read, writeFiles } from '../../../support/model-files';
import { readSpec } from '../../../support/read-spec';
import { type Oracle, oracleOf } from '../../mocks/oracle';

type Schemas = Readonly<Record<string, Json>>;

const versions = [
  ['3.0.3', schemas30],
  ['3.1.0', schemas31Whole],
] as const;
const names = ['A', 'B', 'C'];
/** Groups of three schemas, of one seed, so that the test does not depend on luck; others are looked at with `SEED=2 RUNS=2000`. */
const settings = { numRuns: Number(process.env.RUNS ?? 100), seed: Number(process.env.SEED ?? 1) };
const directory = writeFiles({});

afterAll(() => rmSync(directory, { recursive: true }));

function documentOf(openapi: string, schemas: Schemas): Json {
  return { openapi, info: { title: 'Drawn', version: '1' }, paths: {}, components: { schemas } };
}

/** Schemas that refer to each other, under names of their own; none of a group that has one which is refused. */
function groupOf(drawn: readonly Json[], index: number, openapi: string): Schemas {
  const group = Object.fromEntries(drawn.map((schema, place) => [names[place] ?? '', schema]));
  const { said } = read(documentOf(openapi, group));
  if (said.some((each) => /^ {2}error/m.test(each))) return {};
  // Ajv loses track of which items are evaluated; JSON-Schema-Test-Suite has verdicts of those.
  if (JSON.stringify(group).includes('"unevaluatedItems"')) return {};
  const renamed = JSON.stringify(drawn).replaceAll(/#\/components\/schemas\/[ABC]/g, (ref) => `${ref}${index}`);
  return Object.fromEntries(
    (JSON.parse(renamed) as Json[]).map((schema, place) => [`${names[place]}${index}`, schema]),
  );
}

/** What Ajv says; `none` where it fails, as it does for what is unevaluated in schemas that refer to themselves. */
function verdictOf(oracle: Oracle, name: string, value: Json): string | undefined {
  try {
    return oracle(`/components/schemas/${name}`, value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return 'none';
  }
}

test.each(versions)(
  'OpenAPI %s: generated validators of thousands of schemas and values have the verdicts of Ajv',
  (openapi, arbitrary) => {
    const groups = fc.sample(fc.array(arbitrary, { minLength: 3, maxLength: 3 }), settings);
    const schemas = Object.assign({}, ...groups.map((drawn, index) => groupOf(drawn, index, openapi))) as Schemas;
    const folder = path.join(directory, openapi);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'model.json'), JSON.stringify(documentOf(openapi, schemas)));
    const spec = readSpec(path.join(folder, 'model.json'));
    if (spec === undefined) throw new Error('schemas that are right one by one are wrong together');
    const validators = generatedValidators(spec.service);
    const oracle = oracleOf(spec.document, 'response');
    const drawn = fc.sample(values, { ...settings, numRuns: 20 });
    const different = Object.keys(schemas).flatMap((name) => {
      const judge = (value: Json): string | undefined => {
        const report: Violation[] = [];
        validators[`validate${name}`]?.(value, '', report);
        const expected = verdictOf(oracle, name, value);
        if (expected === 'none') return undefined;
        if ((report.length === 0) === (expected === undefined)) return undefined;
        return `${name} ${JSON.stringify(schemas[name])} of ${JSON.stringify(value)}: ${JSON.stringify(report)} and not ${expected}`;
      };
      return drawn.flatMap((value) => judge(value) ?? []);
    });
    expect(different).toEqual([]);
    expect(Object.keys(schemas).length * drawn.length).toBeGreaterThan(settings.numRuns * 10);
  },
);
