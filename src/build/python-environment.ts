import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { interpreterOf } from '../shared/interpreters';
import { type PythonEnvironment, pythonEnvironmentFolder } from '../shared/workspace';
import { findPython } from './find-python';
import { fingerprint } from './fingerprint';
import { installLambdaClient, installLambdaPackages } from './python-lambda';
import { type Captured, captureProgram } from './run-command';

/** Inside the environment, so that it goes where the environment goes. */
const stampFile = `${pythonEnvironmentFolder}/.type-safe-api`;

/**
 * Makes the environment of a workspace, and installs what its requirements say, unless that is how it is.
 *
 * The versions that are installed first are written down and kept to: those who install later get the same.
 *
 * @throws UsageError when Python is missing or too old, or when pip fails
 */
export async function installPython(
  environment: PythonEnvironment,
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  await installEnvironment(environment, directory, log);
  const { handlers, constraints } = environment;
  if (handlers === undefined) return;
  await installLambdaPackages(handlers, constraints, directory, log);
  await installLambdaClient(directory);
}

async function installEnvironment(
  environment: PythonEnvironment,
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  const interpreter = interpreterOf(directory);
  if (existsSync(interpreter) && readStamp(directory) === stampOf(environment, directory)) return;
  const start = performance.now();
  if (!existsSync(interpreter)) await createEnvironment(directory, log);
  log(`install:python: installing ${environment.requirements} into ${pythonEnvironmentFolder} …`);
  await installRequirements(environment, directory);
  await writeConstraints(environment, directory);
  writeFileSync(path.join(directory, stampFile), `${stampOf(environment, directory)}\n`);
  log(`install:python: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function createEnvironment(directory: string, log: (line: string) => void): Promise<void> {
  const { file, args } = await findPython(directory);
  log(`install:python: making ${pythonEnvironmentFolder} with ${file} …`);
  // What is left of one whose Python is gone would be in the way.
  const venv = [...args, '-m', 'venv', '--clear', pythonEnvironmentFolder];
  const { code, printed } = await captureProgram({ file, args: venv }, { cwd: directory });
  if (code !== 0) throw new UsageError(`'${file} ${venv.join(' ')}' failed:\n${printed.trimEnd()}`);
}

/**
 * Installs with the versions that were written down, if that is possible: as with the lock file of a package manager, new requirements
 * may need others.
 */
async function installRequirements(environment: PythonEnvironment, directory: string): Promise<void> {
  const { requirements, constraints } = environment;
  const kept = existsSync(path.join(directory, constraints)) ? ['--constraint', constraints] : [];
  const install = (...more: string[]) => pip(directory, 'install', ...quickly, '--requirement', requirements, ...more);
  let result = await install(...kept);
  if (result.code !== 0 && kept.length > 0) result = await install();
  if (result.code !== 0) throw new UsageError(`installing ${requirements} failed:\n${result.printed.trimEnd()}`);
  const wheels = environment.files.filter((file) => file.endsWith('.whl'));
  if (wheels.length === 0) return;
  // pip takes a wheel for installed when its version is, whatever is in it.
  const again = await pip(directory, 'install', ...quickly, '--force-reinstall', '--no-deps', '--no-index', ...wheels);
  if (again.code !== 0) throw new UsageError(`installing ${wheels.join(', ')} failed:\n${again.printed.trimEnd()}`);
}

/** Modules are compiled when they are first used: of the CDK's hundreds, an app uses a few. */
const quickly = ['--quiet', '--no-compile', '--no-input'];

async function writeConstraints({ constraints }: PythonEnvironment, directory: string): Promise<void> {
  const { code, printed } = await pip(directory, 'freeze', '--exclude-editable');
  if (code !== 0) throw new UsageError(`'pip freeze' failed:\n${printed.trimEnd()}`);
  const versions = printed.split(/\r?\n/).filter((line) => /^[\w.-]+==\S+$/.test(line));
  const text = `${[...constraintsHeader, ...versions].join('\n')}\n`;
  const file = path.join(directory, constraints);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

const constraintsHeader = [
  '# The versions that were installed, which everyone who installs gets from then on: keep this file in git.',
  "# To get newer ones, delete it and run 'npx projen install'.",
];

function pip(directory: string, command: string, ...args: string[]): Promise<Captured> {
  const all = ['-m', 'pip', '--disable-pip-version-check', command, ...args];
  return captureProgram({ file: interpreterOf(directory), args: all }, { cwd: directory });
}

/** Environments and editable installations know their folder by its absolute path. */
function stampOf({ requirements, constraints, files }: PythonEnvironment, directory: string): string {
  return fingerprint(directory, [requirements, constraints, ...files], [path.resolve(directory)]);
}

function readStamp(directory: string): string | undefined {
  const file = path.join(directory, stampFile);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
