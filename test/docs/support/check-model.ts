import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../../src/codegen/generate';
import { Diagnostics, printDiagnostic } from '../../../src/shared/diagnostics';
import type { Page, Snippet } from './markdown';
import { copySampleModel, isDocument, parseYaml } from './workspace';

/** Parses the YAML of pages, and reads what is a whole document as a model. Gives what is wrong, with pages and lines. */
export function checkYaml(pages: readonly Page[], directory: string): string[] {
  const snippets = pages.flatMap((page) => page.snippets.filter(({ language }) => language === 'yaml'));
  return snippets.flatMap((snippet, index) => {
    const problems = attempt(snippet, () => parseYaml(snippet.text));
    return problems.length > 0 || !isDocument(snippet)
      ? problems
      : checkDocument(snippet, path.join(directory, `${index}`));
  });
}

/** Parses the JSON of pages. */
export function checkJson(pages: readonly Page[]): string[] {
  const snippets = pages.flatMap((page) => page.snippets.filter(({ language }) => language === 'json'));
  return snippets.flatMap((snippet) => attempt(snippet, () => JSON.parse(snippet.text) as unknown));
}

function checkDocument(snippet: Snippet, directory: string): string[] {
  copySampleModel(directory);
  const file = path.join(directory, snippet.path ?? 'model/src/main.yaml');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, snippet.text);
  const diagnostics = new Diagnostics();
  readModel({ model: file, cwd: directory, handlers: ['typescript'] }, diagnostics);
  return diagnostics.all
    .filter(({ severity }) => severity !== 'info')
    .map((diagnostic) => `${snippet.page}:${snippet.line} ${printDiagnostic(diagnostic)}`);
}

function attempt({ page, line }: Snippet, action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    return [`${page}:${line} ${error instanceof Error ? error.message : String(error)}`];
  }
}
