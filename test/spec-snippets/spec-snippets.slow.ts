import { rmSync } from 'node:fs';
import { temporaryFolder } from '../docs/support/workspace';
import type { Outcome } from './support/outcome';
import { testSentences } from './support/sentences';
import { runTypeScript } from './support/typescript';

const directory = temporaryFolder();

afterAll(() => rmSync(directory, { recursive: true }));

describe('the specification in TypeScript', () => {
  let outcome: Outcome;

  beforeAll(() => {
    outcome = runTypeScript(directory);
  });

  testSentences(() => outcome);

  test('an operation without an integration does not compile', () => {
    expect(outcome.problems).toEqual([
      expect.stringMatching(/^missing-operation\.ts:4 TS2741: Property 'sayHello' is missing/),
    ]);
  });

  test('and is refused without types', () => {
    const message = "operation 'sayHello' (GET /hello) has no integration";
    expect(outcome.results.MissingOperation?.error).toContain(message);
  });
});
