import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readService } from '../../src/codegen/read';
import { loadModel } from '../../src/openapi';
import { Diagnostics } from '../../src/shared/diagnostics';
import type { Json } from '../../src/shared/json';
import { generatedValidators, type Validate, type Violation } from '../support/generated-validators';
import { readSpec } from '../support/read-spec';
import { describePython } from '../support/toolchains';
import { refused } from './refused';
import { mountedAt, readSuite, type SuiteGroup } from './suite-files';

const drafts = [
  ['draft4', '3.0.3'],
  ['draft2020-12', '3.1.0'],
] as const;

const directory = mkdtempSync(path.join(tmpdir(), 'json-schema-suite-'));

afterAll(() => rmSync(directory, { recursive: true }));

describePython('JSON-Schema-Test-Suite', () => {
  test.each(drafts)('%s in OpenAPI %s: the verdicts of generated validators', async (draft, version) => {
    const groups = await readSuite(draft);
    const said = groups.filter((group) => errorsOf(group, version).length > 0);
    expect(countsOf(said)).toEqual(refused[draft]);
    const read = groups.filter((group) => !said.includes(group));
    const validators = validatorsOf(read, version);
    const wrong = read.flatMap((group, index) => wrongVerdicts(group, validators[`validateS${index}`]));
    expect(wrong).toEqual([]);
    expect(read.reduce((sum, { tests }) => sum + tests.length, 0)).toBeGreaterThan(draft === 'draft4' ? 400 : 1_000);
  });
});

function wrongVerdicts({ file, description, tests }: SuiteGroup, validate: Validate | undefined): string[] {
  return tests
    .filter(({ data, valid }) => {
      const report: Violation[] = [];
      validate?.(data, '', report);
      return validate === undefined || (report.length === 0) !== valid;
    })
    .map((each) => `${file}: ${description}: ${each.description}: should be ${each.valid ? 'valid' : 'invalid'}`);
}

/** How many groups of each file have a schema that is refused. */
function countsOf(groups: readonly SuiteGroup[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { file } of groups) counts[file] = (counts[file] ?? 0) + 1;
  return counts;
}

function documentOf(groups: readonly SuiteGroup[], version: string): Json {
  const schemas = groups.map(({ schema }, index) => [`S${index}`, mountedAt(schema, `/components/schemas/S${index}`)]);
  const info = { title: 'Suite', version: '1' };
  return { openapi: version, info, paths: {}, components: { schemas: Object.fromEntries(schemas) } };
}

/** The codes of the errors of one schema: what is not supported is refused, with its place. */
function errorsOf(group: SuiteGroup, version: string): string[] {
  const model = path.join(directory, 'group.json');
  writeFileSync(model, JSON.stringify(documentOf([group], version)));
  const diagnostics = new Diagnostics();
  const document = loadModel(model, { cwd: directory, diagnostics });
  if (document !== undefined) readService(document, diagnostics);
  const errors = diagnostics.all.filter(({ severity }) => severity === 'error');
  for (const { place } of errors) expect(place.pointer).toContain('/components/schemas/S0');
  return errors.map(({ code }) => code);
}

function validatorsOf(groups: readonly SuiteGroup[], version: string): Readonly<Record<string, Validate>> {
  const model = path.join(directory, 'groups.json');
  writeFileSync(model, JSON.stringify(documentOf(groups, version)));
  const spec = readSpec(model);
  if (spec === undefined) throw new Error('the schemas have errors together');
  return generatedValidators(spec.service);
}
