import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import type { JavaModules } from '../shared/workspace';
import { checkJdk, explainMaven, maven } from './find-java';
import { fingerprint } from './fingerprint';
import { type Captured, captureProgram } from './run-command';

const stampFile = '.type-safe-api/java-modules';

/**
 * Has Maven download what the modules need, and write down the class path of the app, unless that was done. Builds need no network
 * from then on.
 *
 * @throws UsageError when a JDK or Maven is missing, or when Maven fails
 */
export async function installJava(modules: JavaModules, directory: string, log: (line: string) => void): Promise<void> {
  const stamp = path.join(directory, stampFile);
  const now = fingerprint(directory, [...modules.poms, modules.artifact ?? ''], [path.resolve(directory)]);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === now;
  if (done && isThere(modules, directory)) return;
  const start = performance.now();
  log('install:java: Maven resolves what the app needs …');
  await checkJdk(directory);
  await resolve(modules, directory);
  const other = otherBuild(modules, directory);
  if (other !== undefined) {
    rmSync(path.dirname(other), { recursive: true });
    await resolve(modules, directory);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${now}\n`);
  log(`install:java: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Compiles the app and what it is made of. @throws UsageError with what the compiler says. */
export async function compileJava({ app }: JavaModules, directory: string): Promise<void> {
  const { code, printed } = await run(directory, '--offline', '--projects', app, '--also-make', 'process-classes');
  const said = compilerLines(withoutAdvice(printed), directory);
  if (code !== 0) throw new UsageError(`the Java of the app does not compile:\n${said}`);
  if (said !== '') console.error(said);
}

/** What the compiler says, which Maven says again when it ends: `app/src/main/java/App.java:44: cannot find symbol`. */
function compilerLines(printed: string, directory: string): string {
  const [first = printed] = printed.split(/^\[ERROR\] Failed to execute goal .*Compilation failure/m);
  const text = first.replaceAll(/^\[(?:ERROR|WARNING|INFO)\] (?:COMPILATION (?:ERROR|WARNING) : *\n)?/gm, '');
  return text
    .replaceAll(`${directory}${path.sep}`, '')
    .replaceAll(/:\[(\d+),\d+\] /g, ':$1: ')
    .trim();
}

/** The class path of an app that is compiled. */
export function readClassPath({ app, classpath }: JavaModules, directory: string): string {
  return [path.join(directory, app, 'target/classes'), ...resolved(classpath, directory)].join(path.delimiter);
}

/** Whether Maven still has what it resolved: its local repository may be cleared, or get another build of the version under development. */
function isThere(modules: JavaModules, directory: string): boolean {
  if (!existsSync(path.join(directory, modules.classpath))) return false;
  const jars = resolved(modules.classpath, directory).filter((file) => file.endsWith('.jar'));
  return jars.every((jar) => existsSync(jar)) && otherBuild(modules, directory) === undefined;
}

function resolved(classpath: string, directory: string): string[] {
  return readFileSync(path.join(directory, classpath), 'utf8').trim().split(path.delimiter);
}

async function resolve({ app, classpath }: JavaModules, directory: string): Promise<void> {
  const file = path.posix.relative(app, classpath);
  // All of the life cycle but the compiler, whose errors are the business of the build.
  const goals = ['process-classes', '-Dmaven.main.skip', `${dependencyPlugin}:build-classpath`];
  const { code, printed } = await run(directory, '-pl', app, '-am', ...goals, `-Dmdep.outputFile=${file}`);
  if (code !== 0) throw new UsageError(`Maven could not resolve what the app needs:\n${withoutAdvice(printed)}`);
}

const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

async function run(directory: string, ...args: readonly string[]): Promise<Captured> {
  try {
    return await captureProgram(maven(...args), { cwd: directory });
  } catch (error) {
    throw explainMaven(error);
  }
}

/** Our artifact in Maven's local repository, when it is not the one of this package. */
function otherBuild({ artifact, classpath }: JavaModules, directory: string): string | undefined {
  if (artifact === undefined) return undefined;
  const kept = resolved(classpath, directory).find((file) => path.basename(file) === path.basename(artifact));
  if (kept === undefined) return undefined;
  return readFileSync(kept).equals(readFileSync(path.join(directory, artifact))) ? undefined : kept;
}

/** What Maven says to everyone about every failure. */
function withoutAdvice(printed: string): string {
  const advice =
    /To see the full stack trace|Re-run Maven|For more information about|\[Help \d+\] http|After correcting|-rf :|^\[ERROR\]\s*$/;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Maven resets colours that it never set.
  const lines = printed.replaceAll(/\u001b\[\d*m/g, '').split(/\r?\n/);
  return lines
    .filter((line) => line.trim() !== '' && !advice.test(line))
    .join('\n')
    .replaceAll(' -> [Help 1]', '');
}
