import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { javaFiles, javaFolder } from '../../support/java-packages';
import { compileJava } from '../../support/javac';
import type { JavaToolchain } from '../../support/toolchains';
import type { Page } from './markdown';
import { type Line, linesOf, type Module, modulesOf, textOf } from './modules';
import { createWorkspace } from './workspace';

/**
 * Compiles the Java of pages, in one run over all of them. Packages of different pages have names of their own, so that each page can have
 * its model. A block that names no file is the body of a method, after its imports. Gives what the compiler says, with pages and lines.
 */
export function checkJava(pages: readonly Page[], directory: string, toolchain: JavaToolchain): string[] {
  const files = new Map<string, readonly Line[]>();
  const generated: string[] = [];
  for (const page of pages) {
    const modules = modulesOf(page, 'java', importsOf);
    if (modules.length === 0) continue;
    const name = path.parse(page.file).name.toLowerCase();
    const workspace = path.join(directory, name);
    createWorkspace(page, workspace, 'java', `pets-${name}`);
    for (const folder of [javaFolder, 'generated/runtime/java'])
      generated.push(...javaFiles(path.join(workspace, folder)));
    for (const module of modules) files.set(path.join(workspace, 'pages', fileOf(module)), linesOfFile(module, name));
  }
  for (const [file, lines] of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, textOf(lines));
  }
  const sources = [...files.keys(), ...generated];
  return compileJava(toolchain, sources, path.join(directory, 'classes')).map((message) => withPlace(message, files));
}

function fileOf({ path: file, line }: Module): string {
  return file ?? `line${line}/Line${line}.java`;
}

function linesOfFile(module: Module, page: string): readonly Line[] {
  const lines = module.path === undefined ? methodOf(module) : linesOf(module);
  const base = `com.example.pets${page.replace(/[^a-z0-9]/g, '')}`;
  return lines.map((line) => ({ ...line, text: line.text.replace(/\bcom\.example\.pets\b/g, base) }));
}

/** A class whose method is the module, without its imports, which stand first. */
function methodOf(module: Module): readonly Line[] {
  const isImport = ({ text }: Line) => text.startsWith('import ');
  const lines = linesOf(module);
  const name = path.parse(fileOf(module)).name;
  return [
    { text: `package com.example.pets.${name.toLowerCase()};` },
    ...lines.filter(isImport),
    { text: `final class ${name} {` },
    { text: 'void run() {' },
    ...lines.filter((line) => !isImport(line)),
    { text: '}' },
    { text: '}' },
  ];
}

/** The names of the classes that a text imports. */
function importsOf(text: string): string[] {
  return [...text.matchAll(/^import (?:static )?([\w.]+);$/gm)].map(([, name = '']) => name);
}

function withPlace(message: string, files: ReadonlyMap<string, readonly Line[]>): string {
  return message.replace(/^(.+?\.java):(\d+): /, (whole, file: string, line: string) => {
    const place = files.get(file)?.[Number(line) - 1]?.place;
    return place === undefined ? whole : `${place} `;
  });
}
