import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runMypy } from '../../support/mypy';
import { jsiiEnvironment, type PythonToolchain } from '../../support/toolchains';
import type { Outcome } from './outcome';
import { generateInfrastructure, models, writePrograms } from './workspace';

/** Checks and runs the programs in Python, in a folder. */
export function runPython(directory: string, toolchain: PythonToolchain): Outcome {
  const workspace = path.join(directory, 'python');
  generateInfrastructure(workspace, 'python');
  const programs = path.join(workspace, 'programs');
  writePrograms(programs, 'python');
  const packages = models.map((model) => path.join(workspace, model, 'generated/infrastructure/python'));
  const problems = runMypy(toolchain, { targets: ['.'], cwd: programs, packages });
  return { problems, results: run(toolchain.bin('python'), programs, packages) };
}

function run(python: string, programs: string, packages: readonly string[]): Outcome['results'] {
  const file = path.join(programs, 'results.json');
  const env = { ...jsiiEnvironment, PYTHONPATH: packages.join(path.delimiter) };
  const { status, stderr } = spawnSync(python, ['main.py', file], { cwd: programs, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`the programs in Python failed:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
