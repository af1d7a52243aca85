import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import type { PythonHandlers, Step, Workspace } from '../shared/workspace';
import { checkPython } from './check-python';
import { fingerprint } from './fingerprint';
import { bundleJava, compileJava, installJava, testJava } from './java-build';
import { installPython } from './python-environment';
import { bundlePython, testPython } from './python-lambda';
import { runProgram } from './run-command';
import { readStamp, removeStamp, writeStamp } from './stamps';
import { synthesizeApp } from './synthesize-app';
import { findTool } from './tools';

/** A command of this package that runs in the same process: it throws when it fails. */
export type InProcessCommand = (args: readonly string[], directory: string) => Promise<void>;

export interface BuildOptions {
  /** The folder of the API. */
  readonly directory: string;
  readonly workspace: Workspace;
  /** What the first word after `type-safe-api` means; loaded when needed. */
  readonly commands: Readonly<Record<string, InProcessCommand>>;
  /** Only the steps of this package. */
  readonly package?: string;
  /** Only the steps with these names, or with these names before the colon: `bundle` is every `bundle:<language>`. */
  readonly steps?: readonly string[];
  /** Run steps that are up to date, too. */
  readonly force: boolean;
  /** Part of every fingerprint: a new version of the tool does everything again. */
  readonly toolVersion: string;
  readonly log: (line: string) => void;
}

/** Runs the steps of a workspace in order, without those that are up to date. @throws UsageError when a step fails. */
export async function runBuild(options: BuildOptions): Promise<void> {
  for (const step of selectSteps(options)) await runUnlessDone(step, options);
}

/**
 * Does what an app cannot run without, where it is not done: what its language installs and compiles.
 *
 * @throws UsageError when something of that fails
 */
export async function prepareApp(options: NeededOptions): Promise<void> {
  await runNeeded(options, options.workspace.app?.steps ?? []);
}

/** What running some steps in passing needs. */
export type NeededOptions = Pick<BuildOptions, 'directory' | 'workspace' | 'toolVersion' | 'log'>;

/** Runs some steps where they are not done, and says nothing of those that are. @throws UsageError when one fails */
export async function runNeeded(
  { directory, workspace, toolVersion, log }: NeededOptions,
  steps: readonly string[],
): Promise<void> {
  if (steps.length === 0) return;
  const logNews = (line: string) => line.endsWith(upToDate) || log(line);
  await runBuild({ directory, workspace, toolVersion, steps, commands: {}, force: false, log: logNews });
}

const upToDate = ': up to date';

function selectSteps({ workspace, package: folder, steps }: BuildOptions): readonly Step[] {
  const selected = workspace.steps
    .filter((step) => folder === undefined || step.package === normalize(folder))
    .filter(({ name }) => steps === undefined || steps.includes(name) || steps.includes(kindOf(name)));
  if (selected.length > 0 || (folder === undefined && steps === undefined)) return selected;
  const what = folder === undefined ? `called '${steps?.join("' or '")}'` : `for the package '${folder}'`;
  const there = workspace.steps.map(({ name, package: where }) => `${name} (${where})`).join(', ');
  throw new UsageError(`there is no build step ${what}; there are ${there}`, 2);
}

async function runUnlessDone(step: Step, options: BuildOptions): Promise<void> {
  const { directory, toolVersion, force, log } = options;
  // A step without inputs decides for itself whether there is something to do.
  if (step.inputs.length === 0) return runStep(step, options);
  const now = fingerprint(directory, step.inputs, [toolVersion, process.version, ...step.command]);
  const isDone = readStamp(directory, step.name) === now && outputsExist(directory, step);
  if (isDone && !force) return log(`${step.name}${upToDate}`);
  removeStamp(directory, step.name);
  const start = performance.now();
  await runStep(step, options);
  writeStamp(directory, step.name, now);
  log(`${step.name}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function runStep(step: Step, options: BuildOptions): Promise<void> {
  const { directory, commands } = options;
  const [word = '', ...args] = step.command;
  if (word === 'type-safe-api') return runInProcess(args, { ...commands, ...ownCommands(options) }, directory);
  const tool = findTool(word, path.join(directory, step.package));
  const code = await runProgram({ file: process.execPath, args: [tool, ...args] }, { cwd: directory });
  if (code !== 0) throw new UsageError(`${step.name} failed: '${step.command.join(' ')}' ended with exit code ${code}`);
}

/** What only steps can say after `type-safe-api`. */
function ownCommands(options: BuildOptions): BuildOptions['commands'] {
  const { directory, workspace, log } = options;
  const { python, java } = workspace;
  return {
    synth: async () => {
      await prepareApp(options);
      await synthesizeApp(workspace, directory);
    },
    ...(python === undefined
      ? {}
      : {
          'install-python': () => installPython(python, directory, log),
          'check-python': () => checkPython(python, directory),
          ...handlerCommands(python.handlers, directory),
        }),
    ...(java === undefined
      ? {}
      : {
          'install-java': () => installJava(java, directory, log),
          'compile-java': () => compileJava(java, directory),
          'bundle-java': () => bundleJava(java, directory),
          'test-java': () => testJava(java, directory),
        }),
  };
}

function handlerCommands(handlers: PythonHandlers | undefined, directory: string): BuildOptions['commands'] {
  if (handlers === undefined) return {};
  return {
    'bundle-python': async () => bundlePython(handlers, directory),
    'test-python': () => testPython(handlers, directory),
  };
}

async function runInProcess(
  [name = '', ...args]: readonly string[],
  commands: BuildOptions['commands'],
  directory: string,
): Promise<void> {
  const command = commands[name];
  if (command === undefined) throw new UsageError(`'type-safe-api ${name}' cannot be a build step`);
  await command(args, directory);
}

function outputsExist(directory: string, step: Step): boolean {
  return step.outputs.every((output) => existsSync(path.join(directory, output)));
}

function normalize(folder: string): string {
  return path.posix.normalize(folder.replaceAll('\\', '/')).replace(/\/$/, '');
}

function kindOf(name: string): string {
  return name.split(':')[0] ?? name;
}
