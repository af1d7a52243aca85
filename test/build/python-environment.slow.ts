import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPython } from '../../src/build/python-environment';
import { interpreterOf } from '../../src/shared/interpreters';
import type { PythonEnvironment } from '../../src/shared/workspace';
import { describePython } from '../support/toolchains';

const environment: PythonEnvironment = {
  requirements: 'requirements.txt',
  constraints: 'constraints.txt',
  files: ['wheel.whl'],
  checked: ['generated'],
};

/** Nothing of this needs a network. */
describePython('the environment of a workspace', () => {
  let directory: string;
  let log: string[];
  const at = (file: string) => path.join(directory, file);
  const install = () => installPython({ ...environment, files: [] }, directory, (line) => log.push(line));
  const stamp = () => statSync(at('.venv/.type-safe-api')).mtimeMs;

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'python-environment-'));
    log = [];
    writeFileSync(at('requirements.txt'), '# nothing\n');
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('is made once, and again when its Python is gone', async () => {
    await install();
    expect(existsSync(interpreterOf(directory))).toBe(true);
    expect(log).toEqual([
      expect.stringMatching(/^install:python: making \.venv with python/),
      'install:python: installing requirements.txt into .venv …',
      expect.stringMatching(/^install:python: done in /),
    ]);
    const first = stamp();
    await install();
    expect(stamp()).toBe(first);
    rmSync(interpreterOf(directory));
    await install();
    expect(existsSync(interpreterOf(directory))).toBe(true);
    expect(log).toHaveLength(6);
  });

  test('is brought up to date when the requirements are others, and keeps the versions that it has', async () => {
    await install();
    expect(readFileSync(at('constraints.txt'), 'utf8')).toMatch(/^# The versions that were installed/);
    writeFileSync(at('requirements.txt'), 'no-such-package==1.0 ; python_version < "3"\n');
    log = [];
    await install();
    expect(log[0]).toBe('install:python: installing requirements.txt into .venv …');
    log = [];
    await install();
    expect(log).toEqual([]);
  });

  test('what pip says is told when it fails, and it is tried again the next time', async () => {
    writeFileSync(at('requirements.txt'), './no-such.whl\n');
    await expect(install()).rejects.toThrow(/^installing requirements\.txt failed:\n[\s\S]*no-such\.whl/);
    writeFileSync(at('requirements.txt'), '');
    await install();
    expect(log.at(-1)).toMatch(/done in/);
  });
});
