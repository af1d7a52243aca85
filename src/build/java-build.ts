import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { readClassPathFile } from '../shared/interpreters';
import { shadedHandlers } from '../shared/java-packages';
import { lambdaClients } from '../shared/lambda-clients';
import { handlerBundles, type JavaModules, javaClassPathFile, javaStampFile } from '../shared/workspace';
import { checkJdk, explainMaven, maven, mavenAloud } from './find-java';
import { fingerprint } from './fingerprint';
import { dependencyPlugin, hasClient, installClient } from './java-client';
import { type Captured, captureProgram, type Program } from './run-command';

/**
 * Has Maven download what the modules need, and write down the class paths of those that run, unless that was done. Builds need no network
 * from then on.
 *
 * @throws UsageError when a JDK or Maven is missing, or when Maven fails
 */
export async function installJava(modules: JavaModules, directory: string, log: (line: string) => void): Promise<void> {
  const stamp = path.join(directory, javaStampFile);
  const client = modules.handlers === undefined ? '' : lambdaClients.java.version;
  const { poms, artifact } = modules;
  const files = [...poms, ...(artifact === undefined ? [] : [artifact])];
  const now = fingerprint(directory, files, [path.resolve(directory), client]);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === now;
  if (done && isThere(modules, directory)) return;
  const start = performance.now();
  log(`install:java: Maven resolves what ${whatRuns(modules)} …`);
  await checkJdk(directory);
  await resolve(modules, directory);
  const other = otherBuild(modules, directory);
  if (other !== undefined) {
    rmSync(path.dirname(other), { recursive: true });
    await resolve(modules, directory);
  }
  if (modules.handlers !== undefined) await installHandlers(modules.handlers, directory);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${now}\n`);
  log(`install:java: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Compiles what runs, and what that is made of. @throws UsageError with what the compiler says. */
export async function compileJava(modules: JavaModules, directory: string): Promise<void> {
  await runOffline(modules, runs(modules), directory, 'process-classes');
}

/** Packs the handlers with all that they need into one archive. @throws UsageError with what the compiler says. */
export async function bundleJava(modules: JavaModules, directory: string): Promise<void> {
  const { handlers = '.' } = modules;
  await runOffline(modules, [handlers], directory, 'package', '-Dmaven.test.skip');
  const archive = readFileSync(path.join(directory, handlers, shadedHandlers));
  const target = path.join(directory, handlerBundles.java);
  if (existsSync(target) && readFileSync(target).equals(archive)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, archive);
}

/** Runs the tests of the handlers. @throws UsageError when one fails. */
export async function testJava({ handlers = '.' }: JavaModules, directory: string): Promise<void> {
  const goals = ['--offline', '--projects', handlers, '--also-make', 'test'];
  const { code, printed } = await runMaven(directory, mavenAloud(...goals));
  const said = withoutAdvice(printed);
  if (code !== 0) throw new UsageError(`the tests of ${handlers} failed:\n${compilerLines(said, directory)}`);
  for (const line of said.split('\n')) if (/Tests run:.*-- in |^\[\w+\] Tests run:/.test(line)) console.log(line);
}

async function runOffline(
  modules: JavaModules,
  projects: readonly string[],
  directory: string,
  ...goals: readonly string[]
): Promise<void> {
  const { code, printed } = await run(
    directory,
    '--offline',
    '--projects',
    projects.join(','),
    '--also-make',
    ...goals,
  );
  const said = compilerLines(withoutAdvice(printed), directory);
  if (code !== 0) throw new UsageError(`the Java of ${nameOf(modules)} does not compile:\n${said}`);
  if (said !== '') console.error(said);
}

/** The folders of the modules that run. */
function runs({ app, handlers }: JavaModules): string[] {
  return [app, handlers].flatMap((folder) => folder ?? []);
}

function nameOf({ app, handlers }: JavaModules): string {
  if (handlers === undefined) return 'the app';
  return app === undefined ? 'the handlers' : 'the app and the handlers';
}

function whatRuns(modules: JavaModules): string {
  return `${nameOf(modules)} ${modules.handlers === undefined ? 'needs' : 'need'}`;
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
export function readClassPath({ app = '.' }: JavaModules, directory: string): string {
  return [path.join(directory, app, 'target/classes'), ...resolved(app, directory)].join(path.delimiter);
}

/** Whether Maven still has what it resolved: its local repository may be cleared, or get another build of the version under development. */
function isThere(modules: JavaModules, directory: string): boolean {
  const folders = runs(modules);
  if (!folders.every((folder) => existsSync(path.join(directory, folder, javaClassPathFile)))) return false;
  if (modules.handlers !== undefined && !hasClient(directory)) return false;
  const jars = folders.flatMap((folder) => resolved(folder, directory)).filter((file) => file.endsWith('.jar'));
  return jars.every((jar) => existsSync(jar)) && otherBuild(modules, directory) === undefined;
}

function resolved(folder: string, directory: string): string[] {
  return readClassPathFile(path.join(directory, folder, javaClassPathFile));
}

async function resolve(modules: JavaModules, directory: string): Promise<void> {
  // All of the life cycle but the compiler, whose errors are the business of the build.
  const goals = ['process-classes', '-Dmaven.main.skip', `${dependencyPlugin}:build-classpath`];
  const output = ['-DincludeScope=runtime', `-Dmdep.outputFile=${javaClassPathFile}`];
  const { code, printed } = await run(directory, '-pl', runs(modules).join(','), '-am', ...goals, ...output);
  if (code !== 0) throw new UsageError(`Maven could not resolve what ${whatRuns(modules)}:\n${withoutAdvice(printed)}`);
}

/** Has Maven download what tests and packs handlers, by doing so without code, and what runs them on this machine. */
async function installHandlers(handlers: string, directory: string): Promise<void> {
  const skip = ['-Dmaven.main.skip', '-Dmaven.test.skip'];
  const { code, printed } = await run(directory, '-pl', handlers, '-am', 'package', ...skip);
  if (code !== 0) throw new UsageError(`Maven could not resolve what the handlers need:\n${withoutAdvice(printed)}`);
  await installClient(directory, (...args) => run(directory, ...args));
}

async function run(directory: string, ...args: readonly string[]): Promise<Captured> {
  return runMaven(directory, maven(...args));
}

async function runMaven(directory: string, program: Program): Promise<Captured> {
  try {
    return await captureProgram(program, { cwd: directory });
  } catch (error) {
    throw explainMaven(error);
  }
}

/** Our artifact in Maven's local repository, when it is not the one of this package. */
function otherBuild({ artifact, app }: JavaModules, directory: string): string | undefined {
  if (artifact === undefined || app === undefined) return undefined;
  const kept = resolved(app, directory).find((file) => path.basename(file) === path.basename(artifact));
  if (kept === undefined) return undefined;
  return readFileSync(kept).equals(readFileSync(path.join(directory, artifact))) ? undefined : kept;
}

/** What Maven printed, without what it says to everyone about every failure. */
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
