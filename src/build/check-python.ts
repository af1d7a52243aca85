import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { interpreterOf } from '../shared/interpreters';
import type { PythonEnvironment } from '../shared/workspace';
import { captureProgram } from './run-command';

const cdk = 'aws_cdk';
const ownSettings = ['mypy.ini', '.mypy.ini'];

/**
 * Checks the types of an app, of the constructs that were generated for it, and of handlers, with mypy.
 *
 * The CDK has more than 350 modules, and one that is read pulls in most others, which takes mypy more than a minute. So it reads those
 * that the app and the constructs name, and those that their base classes are from; values of other modules may be anything. A `mypy.ini`
 * in the folder of the API is used in place of that.
 *
 * @throws UsageError when mypy finds something
 */
export async function checkPython({ checked }: PythonEnvironment, directory: string): Promise<void> {
  const own = ownSettings.find((file) => existsSync(path.join(directory, file)));
  const settings = own ?? (await writeSettings(checked, directory));
  const options = ['--config-file', settings, '--cache-dir', '.type-safe-api/mypy', '--no-error-summary'];
  const args = ['-m', 'mypy', ...options, '--exclude', '(^|/)(cdk\\.out|dist)/', ...checked];
  const { code, printed } = await captureProgram({ file: interpreterOf(directory), args }, { cwd: directory });
  if (code !== 0) throw new UsageError(`the types of ${checked.join(' and ')} are not right:\n${printed.trimEnd()}`);
}

async function writeSettings(folders: readonly string[], directory: string): Promise<string> {
  const packages = await sitePackages(directory);
  const sources = folders.flatMap((folder) => pythonFiles(path.join(directory, folder)));
  const constructs = pythonFiles(path.join(packages, 'type_safe_api_project'));
  const named = [...sources, ...constructs].flatMap((file) => namedModules(readFileSync(file, 'utf8')));
  const file = path.posix.join('.type-safe-api', 'mypy.ini');
  mkdirSync(path.join(directory, '.type-safe-api'), { recursive: true });
  writeFileSync(path.join(directory, file), settingsFor(withBases(named, packages)));
  return file;
}

/** The settings of mypy when it is to read these modules of the CDK only. */
export function settingsFor(modules: readonly string[]): string {
  return [
    '[mypy]',
    'strict = true',
    `[mypy-${cdk}.*]`,
    'follow_imports = skip',
    `[mypy-${[cdk, ...modules].join(',')}]`,
    'follow_imports = normal',
    '',
  ].join('\n');
}

/** The modules of the CDK that a source names, in any way to import them. */
export function namedModules(source: string): string[] {
  const dotted = [...source.matchAll(/\baws_cdk\.([a-z][\w.]*)/g)].map(([, name = '']) => name);
  const members = [...source.matchAll(/^[ \t]*from[ \t]+aws_cdk[ \t]+import[ \t]+(\([^)]*\)|.*)/gm)]
    .flatMap(([, names = '']) => names.match(/\b[a-z]\w*/g) ?? [])
    .filter((name) => name !== 'as');
  return [...new Set([...dotted, ...members])].map((name) => `${cdk}.${name}`);
}

/** Modules, and those that the base classes in them are from. What is no module is left out: a name may be that of anything. */
function withBases(modules: readonly string[], packages: string): string[] {
  const found = new Set<string>();
  const waiting = [...modules];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = path.join(packages, ...name.split('.'), '__init__.py');
    if (found.has(name) || name === cdk) continue;
    if (!existsSync(file)) {
      // `aws_cdk.aws_s3.Bucket` names a module, too.
      if (name.includes('.', cdk.length + 1)) waiting.push(name.slice(0, name.lastIndexOf('.')));
      continue;
    }
    found.add(name);
    waiting.push(...baseModules(readFileSync(file, 'utf8')));
  }
  return [...found].sort();
}

/** The modules that the base classes of a module of the CDK are from: it imports them as `_name_12345678`. */
export function baseModules(source: string): string[] {
  const aliases = new Map(
    [...source.matchAll(/^[ \t]+import (aws_cdk[\w.]*) as (_\w+)$/gm)].map(([, name = '', alias = '']) => [
      alias,
      name,
    ]),
  );
  const bases = [...source.matchAll(/^class \w+\(([^:]*?)\):/gm)].flatMap(
    ([, list = '']) => list.match(/\b_\w+(?=\.)/g) ?? [],
  );
  return [...new Set(bases)].flatMap((alias) => aliases.get(alias) ?? []);
}

async function sitePackages(directory: string): Promise<string> {
  const args = ['-c', "import sysconfig; print(sysconfig.get_paths()['purelib'])"];
  const { printed } = await captureProgram({ file: interpreterOf(directory), args }, { cwd: directory });
  return printed.trim();
}

function pythonFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py') && !/(^|[\\/])(cdk\.out|dist|__pycache__)[\\/]/.test(file))
    .map((file) => path.join(folder, file));
}
