import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runMypy } from '../../support/mypy';
import type { PythonToolchain } from '../../support/toolchains';
import type { Page } from './markdown';
import { type Line, linesOf, type Module, modulesOf, textOf } from './modules';
import { createWorkspace } from './workspace';

/**
 * Checks the Python of pages with mypy, in one run over all of them. Modules of different pages have names of their own, so that each
 * page can have its model. Gives what mypy says, with pages and lines.
 */
export function checkPython(pages: readonly Page[], directory: string, toolchain: PythonToolchain): string[] {
  const files = new Map<string, readonly Line[]>();
  const packages: string[] = [];
  for (const page of pages) {
    const modules = modulesOf(page, 'python', importsOf);
    if (modules.length === 0) continue;
    const name = path.parse(page.file).name.toLowerCase();
    createWorkspace(page, path.join(directory, name), 'python', `pets-${name}`);
    for (const kind of ['infrastructure', 'runtime'])
      packages.push(path.join(directory, name, 'generated', kind, 'python'));
    for (const [file, lines] of filesOf(modules, name)) files.set(file, lines);
  }
  const folder = path.join(directory, 'pages');
  mkdirSync(folder, { recursive: true });
  for (const [file, lines] of files) writeFileSync(path.join(folder, file), textOf(lines));
  const messages = runMypy(toolchain, { targets: ['.'], cwd: folder, packages });
  return messages.map((message) => withPlace(message, files));
}

/** Files with their text, in which the modules of the page have the names that they have here. */
function filesOf(modules: readonly Module[], page: string): (readonly [file: string, lines: readonly Line[]])[] {
  const prefix = page.replaceAll('-', '_');
  const renamed = new Map(['infra', 'runtime'].map((kind) => [`pets_python_${kind}`, `pets_${prefix}_python_${kind}`]));
  for (const { path: file } of modules) {
    if (file !== undefined) renamed.set(path.parse(file).name, `${prefix}_${path.parse(file).name}`);
  }
  const rename = (text: string) =>
    text.replace(/^(from|import) (\w+)/, (whole, word: string, name: string) =>
      renamed.has(name) ? `${word} ${renamed.get(name)}` : whole,
    );
  return modules.map((module) => {
    const name = module.path === undefined ? `line_${module.line}` : path.parse(module.path).name;
    const lines = linesOf(module).map((line) => ({ ...line, text: rename(line.text) }));
    return [`${prefix}_${name}.py`, lines];
  });
}

/** What the import statements of a text name. */
function importsOf(text: string): string[] {
  const lists = text.matchAll(/^from [\w.]+ import (?:\(([^)]*)\)|(.*))$/gm);
  const modules = text.matchAll(/^import ([\w.]+)$/gm);
  const names = [...lists].flatMap(([, block, line]) => (block ?? line ?? '').split(','));
  return [...names, ...[...modules].map(([, name = '']) => name)]
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function withPlace(message: string, files: ReadonlyMap<string, readonly Line[]>): string {
  return message.replace(/^(.+?):(\d+): /, (whole, file: string, line: string) => {
    const place = files.get(path.basename(file))?.[Number(line) - 1]?.place;
    return place === undefined ? whole : `${place} `;
  });
}
