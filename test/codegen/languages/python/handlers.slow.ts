import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emitHandlers } from '../../../../src/codegen/languages/python/handlers/emit-handlers';
import { emitRuntime } from '../../../../src/codegen/languages/python/runtime';
import { emitInput } from '../../../support/emit-input';
import { handled, writeFiles } from '../../../support/generated-packages';
import { runMypy } from '../../../support/mypy';
import { readSpec, readSpecs } from '../../../support/read-spec';
import { describePython, type PythonToolchain, python } from '../../../support/toolchains';

jest.setTimeout(600_000);

const bodies = readSpec(path.join(__dirname, '../typescript/stub-bodies.yaml'));
const own = bodies === undefined ? [] : [['stub-bodies', bodies] as const];

/** Every operation of every spec has a handler, all of which are looked at by one process a tool. */
describePython('stubs in Python', () => {
  let toolchain: PythonToolchain;
  let directory: string;
  let packages: readonly string[];

  beforeAll(async () => {
    toolchain = await python();
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-safe-api-')));
    packages = [...readSpecs(), ...own].flatMap(([name, { service }]) => {
      const input = emitInput(handled(service, 1, 'python'), { name, handlers: ['python'] });
      const [runtime, handlers] = [path.join(directory, name, 'runtime'), path.join(directory, name, 'handlers')];
      writeFiles(emitRuntime(input), runtime);
      // One run of the type checker knows one module of a name.
      const placed = (file: string) => file.replace(/^tests\//, `tests_${name.replaceAll(/\W/g, '_')}/`);
      writeFiles(
        [...emitHandlers(input)].map((file) => ({ ...file, path: placed(file.path) })),
        handlers,
      );
      return [runtime, handlers];
    });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const handlers = () => packages.filter((folder) => folder.endsWith('handlers'));

  test('have the types that the model says', () => {
    expect(
      runMypy(toolchain, { targets: ['--explicit-package-bases', ...handlers()], cwd: directory, packages }),
    ).toEqual([]);
  });

  test('are formatted and sorted as ruff has it', () => {
    for (const args of [
      ['check', '--extend-select', 'E,I,UP,B', '--ignore', 'E501'],
      ['format', '--check'],
    ]) {
      const { stdout, stderr } = spawnSync(toolchain.bin('ruff'), [...args, '--no-cache', '--quiet', ...handlers()], {
        cwd: directory,
        encoding: 'utf8',
      });
      expect(stdout + stderr).toBe('');
    }
  });

  test('answer as their tests say', () => {
    const args = ['-m', 'pytest', '-q', '--import-mode=importlib', '-p', 'no:cacheprovider', '--rootdir', directory];
    const env = { ...process.env, PYTHONPATH: packages.join(path.delimiter), PYTHONDONTWRITEBYTECODE: '1' };
    const { stdout, status } = spawnSync(toolchain.bin('python'), [...args, ...handlers()], {
      cwd: directory,
      encoding: 'utf8',
      env,
    });
    expect(status === 0 ? '' : stdout).toBe('');
  });
});
