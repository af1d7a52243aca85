import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Service } from '../../../../../src/codegen/model/service';
import type { Shape, ShapeOf } from '../../../../../src/codegen/model/shape';
import type { Json } from '../../../../../src/shared/json';
import {
  type Direction,
  drawnValues,
  type Oracle,
  oracleOf,
  randomSchemas,
  serviceOf,
  suiteSchemas,
} from '../../../../support/checked-schemas';
import { checkedTexts } from '../../../../support/checked-texts';
import { writeDriver, writeJavaModels } from '../../../../support/java-models';
import { javaFiles, runJava } from '../../../../support/java-packages';
import { sharedSources } from '../../../../support/java-runtimes';
import { compileJava } from '../../../../support/javac';
import { readSpec, readSpecs } from '../../../../support/read-spec';
import { describeJava, java } from '../../../../support/toolchains';

interface Case {
  readonly name: string;
  readonly service: Service;
  readonly values: ReadonlyMap<string, readonly Json[]>;
}

interface Answer {
  readonly violations: readonly unknown[];
  readonly back?: Json;
  readonly error?: string;
}

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-java-')));
const seed = Number(process.env.SEED ?? 1);
const directions = ['request', 'response'] as const;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function casesOf(): Promise<Case[]> {
  const hostile = readSpec(path.join(__dirname, '../../typescript/hostile-names.yaml'));
  if (hostile === undefined) throw new Error('hostile-names.yaml has errors');
  const specs = [...readSpecs(), ['hostile', hostile] as const].map(([name, { service }]) => ({ name, service }));
  const random = [
    { name: 'random30', service: randomSchemas('3.0.3', 60, seed) },
    { name: 'random31', service: randomSchemas('3.1.0', 60, seed) },
  ];
  const drawn = [...specs, ...random].map((each) => ({ ...each, values: drawnValues(each.service, 12, seed) }));
  const suites = [
    { name: 'draft4', ...(await suiteSchemas('draft4')) },
    { name: 'draft2020', ...(await suiteSchemas('draft2020-12')) },
  ];
  return [...drawn, ...suites, { name: 'texts', ...checkedTexts(40, seed) }, { name: 'huge', ...hugeNumbers() }];
}

/** What no double holds. */
function hugeNumbers(): Omit<Case, 'name'> {
  const formats = ['int32', 'int64', 'float', 'double'].map((format) => [format, { type: 'number', format }] as const);
  const bounds = { minimum: -1, exclusiveMaximum: 10, multipleOf: 0.1 };
  const schemas: Record<string, Json> = {
    ...Object.fromEntries(formats),
    ...{ Bounded: { type: 'number', ...bounds }, Untyped: bounds, Integer: { type: 'integer', multipleOf: 3 } },
  };
  const service = serviceOf(schemas, '3.1.0');
  if (service === undefined) throw new Error('the schemas are refused');
  const values = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { service, values: new Map(Object.keys(schemas).map((name) => [name, values])) };
}

interface Asked {
  readonly case: Case;
  readonly schema: string;
  readonly direction: Direction;
  readonly value: Json;
  readonly violations: readonly unknown[];
}

/** Every value in both directions, with what the validators in TypeScript say of it. */
function questionsOf(cases: readonly Case[]): Asked[] {
  return cases.flatMap((each) => {
    const oracle = oracleOf(each.service);
    return [...each.values].flatMap(([schema, all]) =>
      directions.flatMap((direction) =>
        all.map((value) => {
          const violations = oracle(schema, direction, value);
          return { case: each, schema, direction, value, violations };
        }),
      ),
    );
  });
}

/** What the program in Java answers. */
async function answersOf(asked: readonly Asked[], classpath: string, command: string): Promise<Answer[]> {
  const [asks, answers] = [path.join(folder, 'asks'), path.join(folder, 'answers')];
  const lines = asked.map(({ case: { name }, schema, direction, value }) => {
    const key = JSON.stringify(`${name}/${schema}/${direction}`);
    return `{"key":${key},"value":${textOf(value)}}\n`;
  });
  writeFileSync(asks, lines.join(''));
  const args = ['-cp', classpath, 'com.example.driver.Main', asks, answers];
  expect(await runJava(command, args, { cwd: folder })).toBe('');
  const printed = readFileSync(answers, 'utf8').trimEnd().split('\n');
  return printed.map((line) => JSON.parse(line));
}

/** The text that a value is read from: infinite is what comes of a number that is too large. */
function textOf(value: Json): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return JSON.stringify(value);
  return value > 0 ? '1e400' : '-1e400';
}

describeJava('models and checks in Java', () => {
  test('say the same as those in TypeScript, and hold every valid value', async () => {
    const toolchain = await java();
    const cases = await casesOf();
    const packages = cases.map(({ name, service }) => writeJavaModels(service, name, path.join(folder, name)));
    const driver = writeDriver(packages, path.join(folder, 'driver'));
    const classes = path.join(folder, 'classes');
    const sources = [...new Set([...javaFiles(folder), ...driver, ...sharedSources()])];
    expect(compileJava(toolchain, sources, classes)).toEqual([]);

    const asked = questionsOf(cases);
    const answers = await answersOf(asked, [classes, toolchain.classpath].join(path.delimiter), toolchain.java);
    const strict = new Map<Service, Oracle>();
    const strictOf = ({ service }: Case) => {
      const oracle = strict.get(service) ?? oracleOf(withTypes(service));
      strict.set(service, oracle);
      return oracle;
    };
    const wrong = asked.flatMap((each, index) => {
      const { violations, value, schema, direction } = each;
      const answer = answers[index];
      if (isSame(answer, violations.length > 0 ? { violations } : { violations, back: value })) return [];
      // What the schema allows only since it names no type has no place in a record or a list.
      const isOfOtherType = answer?.error !== undefined && strictOf(each.case)(schema, direction, value).length > 0;
      return isOfOtherType ? [] : [{ name: each.case.name, schema, direction, value, want: violations, got: answer }];
    });
    expect(wrong.slice(0, 20)).toEqual([]);
    const said = new Set(answers.flatMap(({ error }) => (error === undefined ? [] : [error.replace(/^'.*' /s, '')])));
    expect([...said].sort()).toEqual([
      'is an integer that is out of range',
      'is of another type than its schema implies',
    ]);
    expect(asked.length).toBeGreaterThan(20_000);
    expect(answers.filter(({ back }) => back !== undefined).length).toBeGreaterThan(5_000);
  }, 600_000);
});

/** The same with types where a schema has only keywords of objects and lists, and with integers that have at most 64 bits. */
function withTypes(service: Service): Service {
  const shapes = [...service.shapes].map(([name, named]) => [name, { ...named, shape: typed(named.shape) }] as const);
  return { ...service, shapes: new Map(shapes) };
}

function typed(shape: Shape): Shape {
  switch (shape.kind) {
    case 'number':
      return shape.integer ? { maximum: 2 ** 63, minimum: -(2 ** 63), ...shape } : shape;
    case 'list':
      return { ...shape, implied: false, items: typed(shape.items) };
    case 'tuple':
      return { ...shape, implied: false, prefix: shape.prefix.map(typed), rest: typed(shape.rest) };
    case 'map':
      return { ...shape, implied: false, ...patternsOf(shape), values: typed(shape.values) };
    case 'structure': {
      const members = shape.members.map((member) => ({ ...member, shape: typed(member.shape) }));
      return { ...shape, implied: false, members, ...patternsOf(shape), additional: typed(shape.additional) };
    }
    case 'union':
    case 'intersection':
      return { ...shape, members: shape.members.map(typed) };
    case 'closed':
      return { ...shape, core: typed(shape.core) };
    default:
      return shape;
  }
}

function patternsOf({ patterns }: ShapeOf<'structure' | 'map'>) {
  return patterns === undefined ? {} : { patterns: patterns.map((each) => ({ ...each, shape: typed(each.shape) })) };
}

/** Whether two values are the same JSON. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
