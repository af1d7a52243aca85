import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { writeInfrastructure } from '../../../support/infrastructure-packages';
import { runMypy } from '../../../support/mypy';
import { readSpec } from '../../../support/read-spec';
import { describePython, jsiiEnvironment, type PythonToolchain, python } from '../../../support/toolchains';

jest.setTimeout(600_000);

const tests = path.join(__dirname, '../../../assets/python');

describePython('the package of pets', () => {
  let toolchain: PythonToolchain;
  let directory: string;
  let packages: string;

  beforeAll(async () => {
    toolchain = await python();
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-')));
    const pets = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
    if (pets === undefined) throw new Error('pets.yaml has errors');
    writeInfrastructure(pets, 'pets', ['python'], directory);
    const bundle = path.join(directory, 'handlers/typescript/dist/lambda/say-hello');
    mkdirSync(bundle, { recursive: true });
    writeFileSync(path.join(bundle, 'index.js'), '');
    packages = path.join(directory, 'generated/infrastructure/python');
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('passes its tests in Python', async () => {
    const cases = path.join(directory, 'cases.json');
    writeFileSync(cases, JSON.stringify(jsonCases()));
    const env = { ...jsiiEnvironment, JSON_CASES: cases, PYTHONPATH: packages, PYTHONDONTWRITEBYTECODE: '1' };
    const args = ['-q', '-p', 'no:cacheprovider', '--color=no', tests];
    const { stdout } = await run(toolchain.bin('pytest'), args, { env, cwd: directory });
    expect(stdout).toMatch(/^\d+ passed/m);
  });

  test('and so do their types', () => {
    expect(runMypy(toolchain, { targets: [tests], cwd: directory, packages: [packages] })).toEqual([]);
  });

  test('builds a wheel with its types and assets', async () => {
    const wheels = path.join(directory, 'wheels');
    const args = ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--no-build-isolation', '-w', wheels, packages];
    await run(toolchain.bin('python'), args, { env: process.env, cwd: directory });
    const list = ['-m', 'zipfile', '-l', path.join(wheels, 'pets_python_infra-0.0.0-py3-none-any.whl')];
    const { stdout } = await run(toolchain.bin('python'), list, { env: process.env, cwd: directory });
    for (const file of ['py.typed', 'functions.py', 'assets/gateway.json', 'assets/mocks.json']) {
      expect(stdout).toContain(`pets_python_infra/${file} `);
    }
  });
});

/** Runs a program; when it fails, its output is the error. */
async function run(command: string, args: readonly string[], options: { env: NodeJS.ProcessEnv; cwd: string }) {
  return promisify(execFile)(command, args, options).catch((error: Error & { stdout: string; stderr: string }) => {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
  });
}

/** Texts that JSON.stringify made, and numbers, by their bits, with what it makes of them. */
function jsonCases(): { readonly texts: readonly string[]; readonly numbers: readonly (readonly [string, string])[] } {
  const values = fc.sample(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), { numRuns: 200, seed: 7 });
  const own = ['\u0000\b\t\n\f\r\u001f"\\/\u007f\u2028', '\ud83d', 'a\udc00b', '😀', { '2': 1, b: 2, '1': 3 }, -0];
  const numbers = [
    ...fc.sample(fc.double({ noNaN: true }), { numRuns: 2000, seed: 7 }),
    ...[1e21, 1e-7, 123456789012345680000, 0.000001, 5e-324, 1.7976931348623157e308, -0, 1e16, 100, 1 / 3],
  ];
  return {
    texts: [...values, ...own].map((value) => JSON.stringify(value)),
    numbers: numbers.map((number) => [bitsOf(number), JSON.stringify(number)]),
  };
}

function bitsOf(number: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(number);
  return bytes.toString('hex');
}
