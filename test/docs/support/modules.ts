import type { Page, Snippet } from './markdown';

/** A line of a module, and where it comes from, such as `docs/model.md:12`. Lines that no page has come from nowhere. */
export interface Line {
  readonly text: string;
  readonly place?: string;
}

/** A file made of one block, or of several that continue each other. */
export interface Module {
  /** The path that the block names, or none. */
  readonly path?: string;
  /** The line of the page that it starts at. */
  readonly line: number;
  readonly snippets: readonly Snippet[];
}

/**
 * The modules of a page in a language. A block that names a file is that file. Any other is the rest of the one before it, so that variables
 * need not be declared in every block; unless its imports say that it starts from scratch, after a file or by naming what is there already.
 */
export function modulesOf(page: Page, language: string, importsOf: (text: string) => readonly string[]): Module[] {
  const modules: (Module & { readonly snippets: Snippet[] })[] = [];
  let imported = new Set<string>();
  for (const snippet of page.snippets.filter((each) => each.language === language)) {
    const imports = importsOf(snippet.text);
    const last = modules.at(-1);
    const startsAnew = imports.some((name) => last?.path !== undefined || imported.has(name));
    if (last !== undefined && snippet.path === undefined && !startsAnew) last.snippets.push(snippet);
    else {
      const named = snippet.path === undefined ? {} : { path: snippet.path };
      modules.push({ ...named, line: snippet.line, snippets: [snippet] });
      imported = new Set();
    }
    for (const name of imports) imported.add(name);
  }
  checkNames(page, modules);
  return modules;
}

/** The lines of a module, as they follow each other in the page. */
export function linesOf({ snippets }: Module): Line[] {
  return snippets.flatMap(({ page, line, text }) =>
    text.split('\n').map((each, index) => ({ text: each, place: `${page}:${line + index}` })),
  );
}

/** The text of a file. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

function checkNames({ file }: Page, modules: readonly Module[]): void {
  const names = modules.flatMap(({ path }) => path ?? []);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two blocks of ${file} are '${twice}'`);
}
