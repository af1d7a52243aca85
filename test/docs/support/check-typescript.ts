import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repository } from '../../architecture/source-files';
import type { Page, Snippet } from './markdown';
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

/** A file made of one block, or of several that continue each other. */
interface Module {
  readonly file: string;
  readonly snippets: Snippet[];
}

/** Compiles the TypeScript of pages, each in a workspace of its own below a folder. Gives what the compiler says, with pages and lines. */
export function checkTypeScript(pages: readonly Page[], directory: string): string[] {
  const modules = pages.flatMap((page) => writeModules(page, directory));
  const files = modules.map(({ file }) => file);
  const host = ts.createCompilerHost(compilerOptions);
  const program = ts.createProgram(
    files,
    { ...compilerOptions, typeRoots: [path.join(repository, 'node_modules/@types')] },
    host,
  );
  const global = program.getOptionsDiagnostics().map(({ messageText }) => textOf(messageText));
  return [...global, ...modules.flatMap((module) => diagnose(program, module))];
}

function writeModules(page: Page, directory: string): Module[] {
  const snippets = page.snippets.filter(({ language }) => language === 'ts');
  if (snippets.length === 0) return [];
  const folder = path.join(directory, path.parse(page.file).name);
  createWorkspace(page, folder);
  const modules: Module[] = [];
  for (const snippet of snippets) {
    const last = modules.at(-1);
    if (last !== undefined && continues(snippet)) last.snippets.push(snippet);
    else
      modules.push({
        file: path.join(folder, snippet.path ?? `src/line-${snippet.line}.ts`),
        snippets: [snippet],
      });
  }
  for (const module of modules) write(module, modules);
  return modules;
}

/** A block without a name and without imports is the rest of the one before. */
function continues({ path: file, text }: Snippet): boolean {
  return file === undefined && !/^import /m.test(text);
}

function write({ file, snippets }: Module, all: readonly Module[]): void {
  const [first] = snippets;
  const others = all.filter((other) => other.file === file);
  if (others.length > 1) throw new Error(`${first?.page}:${first?.line}: two blocks of the page are '${first?.path}'`);
  if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, snippets.map(({ text }) => `${text}\n`).join(''));
}

function diagnose(program: ts.Program, module: Module): string[] {
  const source = program.getSourceFile(module.file);
  if (source === undefined) return [`${module.file} is not part of the program`];
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, code, messageText }) => {
      const { line } = source.getLineAndCharacterOfPosition(start);
      return `${placeOf(line, module)} TS${code}: ${textOf(messageText)}`;
    },
  );
}

/** The page and line that a line of a module comes from. */
function placeOf(line: number, { snippets }: Module): string {
  let rest = line;
  for (const { page, line: first, text } of snippets) {
    const length = text.split('\n').length;
    if (rest < length) return `${page}:${first + rest}`;
    rest -= length;
  }
  return snippets[0]?.page ?? '';
}

function textOf(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, '\n');
}
