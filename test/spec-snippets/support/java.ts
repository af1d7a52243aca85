import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { javaFiles } from '../../support/java-packages';
import { compileJava } from '../../support/javac';
import { type JavaToolchain, jsiiEnvironment } from '../../support/toolchains';
import type { Outcome } from './outcome';
import { generateInfrastructure, models, writePrograms } from './workspace';

/** Compiles and runs the programs in Java, in a folder. */
export function runJava(directory: string, toolchain: JavaToolchain): Outcome {
  const workspace = path.join(directory, 'java');
  generateInfrastructure(workspace, 'java');
  const packages = models.map((model) => path.join(workspace, model, 'generated/infrastructure/java/src/main'));
  const sources = packages.flatMap((folder) => javaFiles(path.join(folder, 'java')));
  const programs = writePrograms(path.join(workspace, 'programs'), 'java');
  const classes = path.join(workspace, 'classes');
  const problems = compileJava(toolchain, [...sources, ...programs], classes);
  const resources = packages.map((folder) => path.join(folder, 'resources'));
  const results = problems.length === 0 ? run(toolchain, [classes, ...resources], workspace) : {};
  return { problems, results };
}

function run({ java, classpath }: JavaToolchain, own: readonly string[], workspace: string): Outcome['results'] {
  const file = path.join(workspace, 'results.json');
  const all = [...own, classpath].join(path.delimiter);
  const options = { cwd: workspace, encoding: 'utf8', env: jsiiEnvironment } as const;
  const { status, stderr } = spawnSync(java, ['-cp', all, 'Main', file], options);
  if (status !== 0) throw new Error(`the programs in Java failed:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
