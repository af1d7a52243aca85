import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type JavaToolchain, jsiiEnvironment } from '../../support/toolchains';
import type { Outcome } from './outcome';
import { generateInfrastructure, models, writePrograms } from './workspace';

/** Compiles and runs the programs in Java, in a folder. */
export function runJava(directory: string, toolchain: JavaToolchain): Outcome {
  const workspace = path.join(directory, 'java');
  generateInfrastructure(workspace, 'java');
  const packages = models.map((model) => path.join(workspace, model, 'generated/infrastructure/java/src/main'));
  const sources = packages.flatMap((folder) => filesBelow(path.join(folder, 'java'), '.java'));
  const programs = writePrograms(path.join(workspace, 'programs'), 'java');
  const classes = path.join(workspace, 'classes');
  const problems = compile(toolchain, [...sources, ...programs], classes);
  const resources = packages.map((folder) => path.join(folder, 'resources'));
  const results = problems.length === 0 ? run(toolchain, [classes, ...resources], workspace) : {};
  return { problems, results };
}

function filesBelow(folder: string, extension: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(extension)).map((name) => path.join(folder, name));
}

function compile({ javac, classpath }: JavaToolchain, sources: readonly string[], classes: string): string[] {
  mkdirSync(classes, { recursive: true });
  const list = path.join(classes, '..', 'sources');
  writeFileSync(list, sources.map((source) => `"${source.replaceAll('\\', '/')}"\n`).join(''));
  const options = ['--release', '17', '-Xlint:all,-processing,-classfile', '-Werror', '-proc:none', '-d', classes];
  const { status, stderr } = spawnSync(javac, [...options, '-classpath', classpath, `@${list}`], { encoding: 'utf8' });
  const messages = stderr.split('\n').filter((line) => /\.java:\d+: /.test(line) || line.startsWith('error: '));
  if (status !== 0 && messages.length === 0) throw new Error(`javac failed:\n${stderr}`);
  return messages;
}

function run({ java, classpath }: JavaToolchain, own: readonly string[], workspace: string): Outcome['results'] {
  const file = path.join(workspace, 'results.json');
  const all = [...own, classpath].join(path.delimiter);
  const options = { cwd: workspace, encoding: 'utf8', env: jsiiEnvironment } as const;
  const { status, stderr } = spawnSync(java, ['-cp', all, 'Main', file], options);
  if (status !== 0) throw new Error(`the programs in Java failed:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
