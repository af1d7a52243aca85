import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repository } from '../../architecture/source-files';
import type { Page } from './markdown';
import { type Line, linesOf, modulesOf, textOf } from './modules';
import { createWorkspace } from './workspace';

/** As strict as the packages of a workspace are compiled. */
export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  // As in the packages of a workspace.
  customConditions: ['type-safe-api-source'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  types: ['node', 'jest'],
  paths: {
    'type-safe-api-project': [path.join(repository, 'src/index.ts')],
    'type-safe-api-project/lib/constructs': [path.join(repository, 'src/constructs/index.ts')],
  },
};

interface SourceFile {
  readonly file: string;
  readonly lines: readonly Line[];
}

/** Compiles the TypeScript of pages, each in a workspace of its own below a folder. Gives what the compiler says, with pages and lines. */
export function checkTypeScript(pages: readonly Page[], directory: string): string[] {
  const sources = pages.flatMap((page) => writeSources(page, directory));
  const files = sources.map(({ file }) => file);
  const host = ts.createCompilerHost(compilerOptions);
  const program = ts.createProgram(
    files,
    { ...compilerOptions, typeRoots: [path.join(repository, 'node_modules/@types')] },
    host,
  );
  const global = program.getOptionsDiagnostics().map(({ messageText }) => messageOf(messageText));
  return [...global, ...sources.flatMap((source) => diagnose(program, source))];
}

/** Writes the TypeScript of a page into a workspace with its model, and with the packages that are generated from it. */
export function writeSources(page: Page, directory: string): SourceFile[] {
  const modules = modulesOf(page, 'ts', importsOf);
  if (modules.length === 0) return [];
  const folder = path.join(directory, path.parse(page.file).name);
  createWorkspace(page, folder, 'typescript');
  return modules.map((module) => {
    const file = path.join(folder, module.path ?? `src/line-${module.line}.ts`);
    const lines = linesOf(module);
    if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, textOf(lines));
    return { file, lines };
  });
}

/** What the import statements of a text name. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/^import (?:type )?([^'"]+?) from /gm)].flatMap(([, names = '']) =>
    names
      .split(/[{},]/)
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== ''),
  );
}

function diagnose(program: ts.Program, { file, lines }: SourceFile): string[] {
  const source = program.getSourceFile(file);
  if (source === undefined) return [`${file} is not part of the program`];
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, code, messageText }) => {
      const { line } = source.getLineAndCharacterOfPosition(start);
      return `${lines[line]?.place} TS${code}: ${messageOf(messageText)}`;
    },
  );
}

function messageOf(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, '\n');
}
