import { rmSync } from 'node:fs';
import { temporaryFolder } from '../docs/support/workspace';
import { describeJava, describePython, java, python } from '../support/toolchains';
import { runJava } from './support/java';
import type { Outcome, Template } from './support/outcome';
import { runPython } from './support/python';
import { testSentences } from './support/sentences';
import { operationOf, templateOf } from './support/template';
import { runTypeScript } from './support/typescript';

// All programs of a language run in one process, and the first call of a type checker reads all of the CDK.
jest.setTimeout(600_000);

/** The programs that say the same in every language; `SameApp` has functions, S3, mocks, all authorizers and CORS. */
const sameApps = ['SameApp', 'CustomIntegration', 'ErrorsCustom', 'MocksOfTheModel', 'S3Default'];

const directory = temporaryFolder();
let typescript: Outcome;

beforeAll(() => {
  typescript = runTypeScript(directory);
});

afterAll(() => rmSync(directory, { recursive: true }));

describe('the specification in TypeScript', () => {
  testSentences(() => typescript);

  test('an operation without an integration does not compile', () => {
    expect(typescript.problems).toEqual([
      expect.stringMatching(/^missing-operation\.ts:4 TS2741: Property 'sayHello' is missing/),
    ]);
  });

  test('and is refused without types', () => {
    const message = "operation 'sayHello' (GET /hello) has no integration";
    expect(typescript.results.MissingOperation?.error).toContain(message);
  });
});

describePython('the specification in Python', () => {
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = runPython(directory, await python());
  });

  testSentences(() => outcome);

  test('the default authorizer is asked for every operation', () => {
    expect(operationOf(outcome, 'EveryOperation', 'sayHello').security).toEqual([{ users: [] }]);
  });

  test('an operation without an integration is an error of types', () => {
    expect(outcome.problems.filter((problem) => !problem.includes(': note: '))).toEqual([
      expect.stringMatching(/^missing_operation\.py:3: error: Missing named argument "say_hello"/),
    ]);
  });

  test('and is refused without types', () => {
    expect(outcome.results.MissingOperation?.error).toMatch(/^TypeError: .*\bsay_hello\b/);
  });

  testSameApps(() => outcome);
});

describeJava('the specification in Java', () => {
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = runJava(directory, await java());
  });

  testSentences(() => outcome);

  test('it compiles without a warning', () => expect(outcome.problems).toEqual([]));

  test('an operation without an integration is refused by the builder', () => {
    expect(outcome.results.MissingOperation?.error).toMatch(/IllegalStateException: .*'sayHello'/);
  });

  testSameApps(() => outcome);
});

/** Byte for byte, ids included, but for the metadata of the CDK. */
function testSameApps(outcome: () => Outcome): void {
  const textOf = (template: Template) => JSON.stringify(template.Resources, undefined, 1);
  test.each(sameApps)('the same app synthesizes to the same template as in TypeScript: %s', (name) => {
    expect(textOf(templateOf(outcome(), name))).toBe(textOf(templateOf(typescript, name)));
  });
}
