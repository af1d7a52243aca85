import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { isJsonObject } from '../shared/json';

/** The commands that steps may name, and the packages they come from. */
const packages: Readonly<Record<string, string>> = { tsc: 'typescript', vitest: 'vitest', cdk: 'aws-cdk' };

/**
 * The JavaScript file behind a command. It is looked up in the packages themselves and run with Node: what package managers put into
 * `.bin` differs between them and between systems.
 */
export function findTool(command: string, from: string): string {
  const name = packages[command];
  if (name === undefined) {
    throw new UsageError(`'${command}' is no command of a build step; there are ${Object.keys(packages).join(', ')}`);
  }
  const folder = findPackage(name, from);
  const bin = folder === undefined ? undefined : readBin(folder, command);
  if (folder === undefined || bin === undefined) {
    throw new UsageError(`'${name}' is not installed in ${from} or above: install the dependencies of the workspace`);
  }
  return path.join(folder, bin);
}

function findPackage(name: string, from: string): string | undefined {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(from);
  return parent === from ? undefined : findPackage(name, parent);
}

function readBin(folder: string, command: string): string | undefined {
  const { bin }: { bin?: unknown } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (typeof bin === 'string') return bin;
  const file = isJsonObject(bin) ? bin[command] : undefined;
  return typeof file === 'string' ? file : undefined;
}
