import { execFile, spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';

const repository = path.resolve(__dirname, '..', '..');

/** What CDK apps are run with: jsii says nothing about the version of Node, and the CDK's own validation, which takes seconds, is left out. */
export const jsiiEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  CDK_VALIDATION: 'false',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
  JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
};

/** The virtual environment of the tests: what `test/requirements.txt` says, and the wheel of the bindings. */
export interface PythonToolchain {
  /** The path of a tool of the environment, such as `python` or `mypy`. */
  bin(tool: string): string;
}

/** A JDK, and what programs are compiled and run with. */
export interface JavaToolchain {
  /** The jar of the bindings, the CDK and the runtime of jsii. */
  readonly classpath: string;
  readonly javac: string;
  readonly java: string;
  /** Arguments for every call of `mvn`: a local repository of these tests, in which no older version of the bindings stands. */
  readonly settings: readonly string[];
}

/** The environment of Python, which is brought up to date first. */
export async function python(): Promise<PythonToolchain> {
  const { tools } = await prepare<{ readonly tools: string }>('python');
  return { bin: (tool) => path.join(tools, process.platform === 'win32' ? `${tool}.exe` : tool) };
}

/** The class path of Java, which is brought up to date first. */
export const java = (): Promise<JavaToolchain> => prepare<JavaToolchain>('java');

/** `describe` for tests that need Python: skipped, and said aloud, where it is missing; with CI=true they fail instead. */
export const describePython = (name: string, tests: () => void): void =>
  describeIf(name, tests, [
    ['python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'], 'Python 3.11 or later'],
  ]);

/** `describe` for tests that need Java: skipped, and said aloud, where it is missing; with CI=true they fail instead. */
export const describeJava = (name: string, tests: () => void): void =>
  describeIf(name, tests, [
    ['javac', ['-version'], 'a JDK of version 17 or later'],
    ['mvn', ['--version'], 'Maven'],
  ]);

type Tool = readonly [command: string, args: readonly string[], what: string];

function describeIf(name: string, tests: () => void, tools: readonly Tool[]): void {
  const missing = tools.find(([command, args]) => spawnSync(command, args).status !== 0);
  if (missing === undefined || process.env.CI === 'true') {
    describe(name, tests);
    return;
  }
  process.stderr.write(`SKIPPED ${name}: ${missing[2]} is missing ('${missing[0]}' on PATH)\n`);
  const { skip } = describe;
  skip(name, tests);
}

/** The script is what `npm test` runs first, so all this usually does is to look whether anything changed. */
async function prepare<Toolchain>(language: string): Promise<Toolchain> {
  const script = path.join(repository, 'scripts/toolchains.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, language], { cwd: repository });
  const found: Toolchain & { readonly missing?: string } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (found.missing !== undefined) throw new Error(`${found.missing} is missing`);
  return found;
}
