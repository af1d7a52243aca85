import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache, hashOf, readJson, writeJson } from '../cache.mjs';
import { withLock } from '../lock.mjs';
import { root, run } from '../run.mjs';

const folder = path.join(cache, 'python');
const state = path.join(folder, 'state.json');

/** Where mypy remembers what it has read. test/support/mypy.ts has the same path. */
const mypyCache = path.join(folder, 'mypy');

/** The path of a tool of the environment. */
export const pythonTool = (name) =>
  process.platform === 'win32' ? path.join(folder, 'Scripts', `${name}.exe`) : path.join(folder, 'bin', name);

/** What is missing to use Python; nothing if it is there. */
export async function missingPython() {
  return (await interpreter()) === undefined ? "Python 3.11 or later ('python3' on PATH)" : undefined;
}

async function interpreter() {
  const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))';
  for (const name of ['python3', 'python']) {
    const { code } = await run(name, ['-c', check]).catch(() => ({ code: 1 }));
    if (code === 0) return name;
  }
  return undefined;
}

/**
 * Brings the virtual environment of the tests up to date with test/requirements.txt. It needs nothing of this package.
 *
 * @returns what was done, in words; nothing if all was up to date
 */
export function prepareEnvironment() {
  return withLock('python', async () => {
    const requirements = path.join(root, 'test/requirements.txt');
    const wanted = hashOf(readFileSync(requirements));
    if (existsSync(pythonTool('python')) && readJson(state)?.requirements === wanted) return undefined;
    await createEnvironment(requirements);
    await readCdk();
    writeJson(state, { requirements: wanted });
    return 'a virtual environment was made';
  });
}

/**
 * Installs the wheel of the bindings into the environment, unless it is there.
 *
 * @param wheels the folder with the wheel
 * @returns what was done, in words; nothing if all was up to date
 */
export function installWheel(wheels) {
  return withLock('python', async () => {
    const wheel = path.join(wheels, readdirSync(wheels).find((file) => file.endsWith('.whl')) ?? '');
    const wanted = hashOf(readFileSync(wheel));
    const there = readJson(state);
    if (there?.wheel === wanted) return undefined;
    // The version in development is always the same, so pip would leave an older wheel as it is.
    await pip('install', '--no-deps', '--force-reinstall', wheel);
    writeJson(state, { ...there, wheel: wanted });
    return 'the wheel was installed';
  });
}

async function createEnvironment(requirements) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await succeed(await interpreter(), ['-m', 'venv', folder]);
  // Compiling all of the CDK to bytecode takes longer than installing it; what is imported is compiled then.
  await pip('install', '--no-compile', '--requirement', requirements);
}

/** Has mypy read the CDK, which takes it more than a minute, into the cache that all tests share. */
async function readCdk() {
  const options = ['--strict', '--no-sqlite-cache', '--cache-dir', mypyCache, '--command', 'import aws_cdk'];
  await succeed(pythonTool('mypy'), options);
}

const pip = (...args) =>
  succeed(pythonTool('python'), ['-m', 'pip', '--disable-pip-version-check', '--quiet', ...args]);

async function succeed(command, args) {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`'${[command, ...args].join(' ')}' ended with exit code ${code}:\n${output}`);
}
