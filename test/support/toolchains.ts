import { execFile, spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';

const repository = path.resolve(__dirname, '..', '..');
const script = path.join(repository, 'scripts/toolchains.mjs');

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
  /** The archive of the runtime interface client of AWS, which needs what is on the class path. */
  readonly lambdaClient: string;
  /** What Powertools writes logs with. */
  readonly logging: string;
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
export const describePython = (name: string, tests: () => void): void => describeWith('python', name, tests);

/** `describe` for tests that need Java: skipped, and said aloud, where it is missing; with CI=true they fail instead. */
export const describeJava = (name: string, tests: () => void): void => describeWith('java', name, tests);

function describeWith(language: string, name: string, tests: () => void): void {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--missing', language], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const missing = stdout.trim();
  if (missing === '' || process.env.CI === 'true') {
    describe(name, tests);
    return;
  }
  process.stderr.write(`SKIPPED ${name}: ${missing} is missing\n`);
  const { skip } = describe;
  skip(name, tests);
}

/** The script is what `npm test` runs first, so all this usually does is to look whether anything changed. */
async function prepare<Toolchain>(language: string): Promise<Toolchain> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, language], { cwd: repository });
  const found: Toolchain & { readonly missing?: string } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (found.missing !== undefined) throw new Error(`${found.missing} is missing`);
  return found;
}
