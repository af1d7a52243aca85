import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as main } from '../../src/cli/run';
import { specs } from '../support/generated-runtime';

const files = readdirSync(specs).filter((file) => file.endsWith('.yaml'));

/** All others are right. */
const wrong = new Set(
  ['dangling-ref', 'duplicate-operation-ids', 'empty-file', 'invalid-yaml', 'not-openapi', 'swagger-2.0'].map(
    (name) => `${name}.yaml`,
  ),
);

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'type-safe-api-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

async function generate(spec: string): Promise<{ readonly code: number; readonly errors: string }> {
  const errors: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const error = jest.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
  const packages = ['--runtime', 'typescript', '--handlers', 'typescript', '--infrastructure', 'typescript'];
  const output = path.join(directory, 'out');
  try {
    const code = await main(['generate', '--model', path.join(specs, spec), '--output', output, ...packages]);
    return { code, errors: errors.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

test.each(files.filter((file) => !wrong.has(file)))('%s generates', async (spec) => {
  expect((await generate(spec)).code).toBe(0);
  expect(existsSync(path.join(directory, 'out/generated/runtime/typescript/esm/index.js'))).toBe(true);
});

test.each(files.filter((file) => wrong.has(file)))(
  '%s is refused, with a place, and nothing is written',
  async (spec) => {
    const { code, errors } = await generate(spec);
    expect(code).toBe(1);
    expect(errors).toContain(spec);
    expect(errors).toMatch(/^ {2}error [a-z0-9-]+: .+/m);
    expect(errors).toContain('nothing was written');
    expect(existsSync(path.join(directory, 'out'))).toBe(false);
  },
);
