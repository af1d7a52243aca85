import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { interpreterOf } from '../shared/interpreters';
import { lambdaClients } from '../shared/lambda-clients';
import {
  handlerBundles,
  type PythonHandlers,
  pythonEnvironmentFolder,
  pythonLambdaPackages,
  runtimeClientFolder,
} from '../shared/workspace';
import { languageEnvironment } from './app-environment';
import { fingerprint } from './fingerprint';
import { captureProgram, runProgram } from './run-command';

/** The processors that wheels are made for, as AWS Lambda and as wheels call them. */
const machines: Readonly<Record<string, string>> = { x86_64: 'x86_64', arm64: 'aarch64' };

const installer = path.join(__dirname, '../../assets/build/lambda_packages.py');

/**
 * Downloads the packages that handlers are deployed with, as wheels for the Python and the processors that their functions run on, unless they
 * are there. Packing handlers needs no network from then on.
 *
 * @throws UsageError when there is no wheel of something, for example
 */
export async function installLambdaPackages(
  handlers: PythonHandlers,
  constraints: string,
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  const { requirements, pythonVersion, architecture } = handlers;
  const target = path.join(directory, pythonLambdaPackages.folder);
  const stamp = path.join(directory, pythonLambdaPackages.stamp);
  const now = fingerprint(directory, [constraints], [pythonVersion, architecture, ...requirements]);
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === now) return;
  rmSync(stamp, { force: true });
  log(`install:python: packages for AWS Lambda, Python ${pythonVersion} on ${architecture} …`);
  const args = [installer, target, pythonVersion, machines[architecture] ?? architecture, constraints, ...requirements];
  const { code, printed } = await captureProgram({ file: interpreterOf(directory), args }, { cwd: directory });
  if (code !== 0) {
    throw new UsageError(
      `the packages of the handlers could not be installed for Python ${pythonVersion} on ${architecture}; each has to be there as a wheel:\n${printed.trimEnd()}`,
    );
  }
  // Of no requirements, nothing was made.
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, `${now}\n`);
}

/**
 * Installs the runtime interface client of AWS for the local gateway: wheels for Linux whatever this is, since all but its transport is Python.
 *
 * @throws UsageError when pip fails
 */
export async function installLambdaClient(directory: string): Promise<void> {
  const target = runtimeClientFolder('python');
  const stamp = path.join(directory, target, '.version');
  // The file says which Python the environment has, which is what pip chooses wheels for.
  const now = fingerprint(directory, [`${pythonEnvironmentFolder}/pyvenv.cfg`], [lambdaClients.python]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === now) return;
  rmSync(path.join(directory, target), { recursive: true, force: true });
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const wheels = ['--only-binary=:all:', '--platform', `manylinux2014_${machine}`, '--target', target];
  const pip = ['-m', 'pip', '--disable-pip-version-check', 'install', '--quiet', '--no-input', '--no-compile'];
  const args = [...pip, ...wheels, lambdaClients.python];
  const { code, printed } = await captureProgram({ file: interpreterOf(directory), args }, { cwd: directory });
  if (code !== 0) throw new UsageError(`installing ${lambdaClients.python} failed:\n${printed.trimEnd()}`);
  writeFileSync(stamp, `${now}\n`);
}

/** Puts handlers, the runtime and what they require into one folder, which is deployed as it is, and says beside it what it is for. */
export function bundlePython(handlers: PythonHandlers, directory: string): void {
  const { modules, pythonVersion, architecture } = handlers;
  const target = path.join(directory, handlerBundles.python);
  const packages = path.join(directory, pythonLambdaPackages.folder);
  if (!existsSync(packages)) {
    throw new UsageError("the packages of the handlers are not installed; run 'npx projen install'");
  }
  rmSync(target, { recursive: true, force: true });
  cpSync(packages, target, { recursive: true });
  for (const module of modules) {
    const filter = (file: string) => path.basename(file) !== '__pycache__';
    cpSync(path.join(directory, module), path.join(target, path.basename(module)), { recursive: true, filter });
  }
  const made = { runtime: `python${pythonVersion}`, architecture };
  writeFileSync(`${target}.json`, `${JSON.stringify(made)}\n`);
}

/** Runs the tests of handlers. @throws UsageError when one fails */
export async function testPython({ directory: folder }: PythonHandlers, directory: string): Promise<void> {
  const cache = path.resolve(directory, '.type-safe-api', 'pytest');
  const args = ['-m', 'pytest', '--quiet', '--override-ini', `cache_dir=${cache}`];
  const env = { ...process.env, ...languageEnvironment(directory) };
  const code = await runProgram(
    { file: interpreterOf(path.resolve(directory)), args },
    { cwd: path.join(directory, folder), env },
  );
  if (code !== 0 && code !== noTests) throw new UsageError(`the tests of ${folder} failed`);
}

/** @see https://docs.pytest.org/en/stable/reference/exit-codes.html */
const noTests = 5;
