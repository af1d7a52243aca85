import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { compilerOptions } from '../../docs/support/check-typescript';
import { bundleInfrastructure } from '../../support/load-infrastructure';
import type { Outcome } from './outcome';
import { generateInfrastructure, models, writePrograms } from './workspace';

/** Compiles and runs the programs in TypeScript, in a folder in which the packages of this repository are found. */
export function runTypeScript(directory: string): Outcome {
  const workspace = path.join(directory, 'typescript');
  generateInfrastructure(workspace, 'typescript');
  for (const model of models) {
    bundleInfrastructure(path.join(workspace, model));
    link(workspace, `${model}-typescript-runtime`, `${model}/generated/runtime/typescript`);
    link(workspace, `${model}-typescript-infra`, `${model}/generated/infrastructure/typescript`);
  }
  const files = writePrograms(path.join(workspace, 'programs'), 'typescript');
  const problems = compile(files);
  return { problems, results: run(workspace) };
}

function link(workspace: string, name: string, folder: string): void {
  const target = path.join(workspace, 'node_modules', name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(path.join(workspace, folder), target, 'junction');
}

function compile(files: readonly string[]): string[] {
  const program = ts.createProgram(files, compilerOptions);
  const found = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source === undefined ? [] : ts.getPreEmitDiagnostics(program, source);
  });
  return found.map(({ file, start = 0, code, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    const name = path.basename(file?.fileName ?? '');
    return `${name}:${line} TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

function run(workspace: string): Outcome['results'] {
  const outfile = path.join(workspace, 'main.js');
  const entry = path.join(workspace, 'programs/main.ts');
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', packages: 'external', logLevel: 'error' });
  const file = path.join(workspace, 'results.json');
  const { status, stderr } = spawnSync(process.execPath, [outfile, file], { cwd: workspace, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the programs in TypeScript failed:\n${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
