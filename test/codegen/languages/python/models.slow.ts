import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emitModels, pythonModels } from '../../../../src/codegen/languages/python/runtime/models';
import type { Service } from '../../../../src/codegen/model/service';
import type { Json } from '../../../../src/shared/json';
import { type Direction, drawnValues, oracleOf, randomSchemas, suiteSchemas } from '../../../support/checked-schemas';
import { checkedTexts } from '../../../support/checked-texts';
import { writeFiles } from '../../../support/generated-packages';
import { runMypy } from '../../../support/mypy';
import { readSpec, readSpecs } from '../../../support/read-spec';
import { describePython, type PythonToolchain, python } from '../../../support/toolchains';

jest.setTimeout(600_000);

const support = path.join(__dirname, '../../../../assets/python/runtime/_support');
/** What models import, and what that imports. */
const supportModules: readonly string[] = [
  'check_lists.py',
  'check_objects.py',
  'check_unevaluated.py',
  'check_unions.py',
  'check_values.py',
  'checks.py',
  'formats.py',
  'json_text.py',
  'lazy_exports.py',
  'model.py',
  'patterns.py',
  'texts.py',
];
const directions: readonly Direction[] = ['request', 'response'];

/** A service, and values for its named schemas. */
interface Subject {
  readonly name: string;
  readonly service: Service;
  readonly values: ReadonlyMap<string, readonly Json[]>;
}

interface Case {
  readonly subject: Subject;
  readonly schema: string;
  readonly direction: Direction;
  readonly values: readonly Json[];
}

interface Outcome {
  readonly report: readonly (readonly string[])[];
  readonly value?: Json;
}

describePython('models in Python', () => {
  let toolchain: PythonToolchain;
  let directory: string;
  let subjects: readonly Subject[];

  beforeAll(async () => {
    toolchain = await python();
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-')));
    const seed = Number(process.env.SEED ?? 1);
    const runs = Number(process.env.RUNS ?? 60);
    const drawn = (name: string, service: Service, count: number): Subject => {
      return { name, service, values: drawnValues(service, count, seed) };
    };
    subjects = [
      { name: 'models', service: ownService(), values: new Map() },
      ...[...readSpecs()].map(([name, { service }]) => drawn(name.replaceAll(/\W/g, '_'), service, 20)),
      { name: 'draft4', ...(await suiteSchemas('draft4')) },
      { name: 'draft2020', ...(await suiteSchemas('draft2020-12')) },
      { name: 'texts', ...checkedTexts(40, seed) },
      drawn('drawn30', randomSchemas('3.0.3', runs, seed), 10),
      drawn('drawn31', randomSchemas('3.1.0', runs, seed), 10),
    ];
    for (const { name, service } of subjects) writePackage(service, path.join(directory, packageOf(name)));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('are right for type checkers and linters', () => {
    const targets = subjects.flatMap(({ name }) => ['-p', `${packageOf(name)}.models`]);
    expect(runMypy(toolchain, { targets, cwd: directory, packages: [directory] })).toEqual([]);
    const rules = ['check', '--quiet', '--isolated', '--line-length', '100', '--extend-select', 'I,UP,B', '.'];
    const options = ['--target-version', 'py311', '--output-format', 'concise'];
    const { stdout, stderr } = spawnSync(toolchain.bin('ruff'), [...rules, ...options], {
      cwd: directory,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toBe('');
  });

  test('are made, read and written as programs do', () => {
    const env = { ...process.env, PYTHONPATH: directory, PYTHONDONTWRITEBYTECODE: '1' };
    const program = path.join(__dirname, 'test_models.py');
    const args = ['-q', '-p', 'no:cacheprovider', '--color=no', '-W', 'error', program];
    const { stdout, stderr } = spawnSync(toolchain.bin('pytest'), args, { cwd: directory, env, encoding: 'utf8' });
    expect(stdout + stderr).toMatch(/^\d+ passed/m);
    expect(runMypy(toolchain, { targets: [program], cwd: directory, packages: [directory] })).toEqual([]);
  });

  test('say of every value what those in TypeScript say, and give back what they take', () => {
    const cases = subjects.flatMap(casesOf);
    const outcomes = run(cases);
    const wrong = cases.flatMap((each, index) => differences(each, outcomes[index] ?? []));
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(cases.flatMap(({ values }) => values).length).toBeGreaterThan(5_000);
  });

  function run(cases: readonly Case[]): readonly (readonly Outcome[])[] {
    const file = path.join(directory, 'cases.json');
    writeFileSync(file, JSON.stringify(cases.map(describeCase)));
    const env = { ...process.env, PYTHONPATH: directory, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
    const program = path.join(__dirname, 'check_models.py');
    const maxBuffer = 2 ** 28;
    return JSON.parse(execFileSync(toolchain.bin('python'), [program, file], { env, encoding: 'utf8', maxBuffer }));
  }
});

function ownService(): Service {
  const spec = readSpec(path.join(__dirname, 'models.yaml'));
  if (spec === undefined) throw new Error('models.yaml has errors');
  return spec.service;
}

function writePackage(service: Service, folder: string): void {
  const modules = supportModules.map((name) => ({
    path: `_support/${name}`,
    text: readFileSync(path.join(support, name), 'utf8'),
    owner: 'generated' as const,
  }));
  const empty = { path: '__init__.py', text: '', owner: 'generated' } as const;
  writeFiles(
    [empty, { ...empty, path: '_support/__init__.py' }, ...modules, ...emitModels(pythonModels(service))],
    folder,
  );
}

function packageOf(subject: string): string {
  return `api_${subject}`;
}

function casesOf(subject: Subject): Case[] {
  return [...subject.values].flatMap(([schema, values]) =>
    directions.map((direction) => ({ subject, schema, direction, values })),
  );
}

function describeCase({ subject, schema, direction, values }: Case): object {
  const names = pythonModels(subject.service).names.model(schema);
  const [type, check] = direction === 'request' ? [names.requestType, names.requestCheck] : [names.type, names.check];
  return { package: packageOf(subject.name), module: names.module.replaceAll('/', '.'), type, check, values };
}

const oracles = new WeakMap<Service, ReturnType<typeof oracleOf>>();

function differences({ subject, schema, direction, values }: Case, outcomes: readonly Outcome[]): string[] {
  const oracle = oracles.get(subject.service) ?? oracleOf(subject.service);
  oracles.set(subject.service, oracle);
  return values.flatMap((value, index) => {
    const expected = oracle(schema, direction, value).map((each) => [each.pointer, each.constraint, each.message]);
    const got = outcomes[index];
    const same = isSame(sorted(expected), sorted(got?.report ?? []));
    const isBack = expected.length > 0 || isSame(value, got?.value);
    if (same && isBack) return [];
    const shape = subject.service.shapes.get(schema)?.shape;
    const texts = [value, expected, got, shape].map((each) => JSON.stringify(each));
    return [`${subject.name} ${schema} ${direction}: ${texts.join('\n  ')}`];
  });
}

/** The order of members is that in which they came, but for names that are numbers. */
function sorted(report: readonly (readonly string[])[]): readonly string[] {
  return report.map((each) => JSON.stringify(each)).sort();
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, ordered(member)]);
}
