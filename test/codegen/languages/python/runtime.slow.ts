import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryWorkspace } from '../../../support/generated-packages';
import { runMypy } from '../../../support/mypy';
import { runtimeModule, writePythonRuntimes } from '../../../support/python-runtimes';
import { readSpec, readSpecs } from '../../../support/read-spec';
import { describePython, type PythonToolchain, python } from '../../../support/toolchains';

jest.setTimeout(600_000);

const specs = new Map([...readSpecs(), read('pets', '../../../support/pets.yaml'), read('hostile-names')]);
const tests = path.join(__dirname, '../../../assets/python_runtime');
const run = promisify(execFile);

function read(name: string, file = `${name}.yaml`) {
  const spec = readSpec(path.join(__dirname, file));
  if (spec === undefined) throw new Error(`${name} has errors`);
  return [name, spec] as const;
}

describePython('runtimes of all specs', () => {
  let toolchain: PythonToolchain;
  let directory: string;
  let packages: readonly string[];
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    toolchain = await python();
    directory = temporaryWorkspace();
    packages = writePythonRuntimes(specs, directory);
    environment = { ...process.env, PYTHONPATH: packages.join(path.delimiter), PYTHONDONTWRITEBYTECODE: '1' };
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('mypy --strict has nothing to say', () => {
    const targets = [...specs.keys()].flatMap((name) => ['-p', runtimeModule(name)]);
    expect(runMypy(toolchain, { targets, cwd: directory, packages })).toEqual([]);
  });

  test('ruff has nothing to say', () => {
    const rules = ['--extend-select', 'I,UP,B'];
    // Packages say themselves how they are looked at.
    expect(ruff('check', ...rules, '.')).toBe('');
    expect(ruff('check', '--isolated', '--line-length', '100', '--target-version', 'py311', ...rules, tests)).toBe('');
    expect(ruff('format', '--check', '.')).toBe('');
  });

  test('ruff would format only what has names that are longer or wider than a line has place for', () => {
    const said = ruff('format', '--check', '--isolated', '--line-length', '100', '--target-version', 'py311', '.');
    const files = said.split('\n').filter((line) => line.includes(': unformatted: '));
    expect(files.filter((file) => !/^hostile-names|[\u4e00-\u9fff]|^unicode-paths/.test(file))).toEqual([]);
  });

  function ruff(command: string, ...args: readonly string[]): string {
    const options = ['--no-cache', '--output-format', 'concise', '--quiet'];
    const { stdout, stderr } = spawnSync(toolchain.bin('ruff'), [command, ...options, ...args], {
      cwd: directory,
      encoding: 'utf8',
    });
    return stdout + stderr;
  }

  test('every module can be imported, without a warning', async () => {
    const modules = [...specs.keys()].map(runtimeModule);
    const program = path.join(__dirname, 'import_all.py');
    const { stdout } = await run(toolchain.bin('python'), ['-W', 'error', program, ...modules], { env: environment });
    expect(Number(stdout)).toBeGreaterThan(specs.size * 40);
  });

  test('mypy says what handlers and callers do wrong, at its line', () => {
    const text = readFileSync(path.join(__dirname, 'wrong_handlers.py'), 'utf8');
    const cwd = path.join(directory, 'wrong');
    mkdirSync(cwd);
    writeFileSync(path.join(cwd, 'wrong_handlers.py'), text);
    const said = runMypy(toolchain, { targets: ['wrong_handlers.py'], cwd, packages });
    const wanted = text.split('\n').flatMap((line, index) => {
      const [, message] = /^ *# error: (.*)$/.exec(line) ?? [];
      return message === undefined ? [] : [`wrong_handlers.py:${index + 2}: error: ${message}`];
    });
    // Of the operations that a router lacks, the first is enough.
    const first = new Map(
      said
        .filter((line) => line.includes(': error: '))
        .reverse()
        .map((line) => [line.split(':')[1], line]),
    );
    const errors = [...first.values()].reverse();
    expect(errors.map((line, index) => line.slice(0, wanted[index]?.length))).toEqual(wanted);
  });

  test('the package of pets passes its tests in Python', async () => {
    const args = ['-q', '-p', 'no:cacheprovider', '--color=no', tests];
    const { stdout } = await run(toolchain.bin('pytest'), args, { env: environment, cwd: directory });
    expect(stdout).toMatch(/^\d+ passed/m);
    expect(runMypy(toolchain, { targets: [tests], cwd: directory, packages })).toEqual([]);
  });

  test('a wheel has all of it', async () => {
    const wheels = path.join(directory, 'wheels');
    const source = path.join(directory, 'pets');
    const args = ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--no-build-isolation', '-w', wheels, source];
    await run(toolchain.bin('python'), args, { cwd: directory });
    const list = ['-m', 'zipfile', '-l', path.join(wheels, 'pets_python_runtime-0.0.0-py3-none-any.whl')];
    const { stdout } = await run(toolchain.bin('python'), list, { cwd: directory });
    for (const file of [
      'py.typed',
      'models/pet.py',
      'handlers/say_hello.py',
      'client/default_api.py',
      '_support/wire.py',
    ]) {
      expect(stdout).toContain(`pets_python_runtime/${file} `);
    }
  });
});
