import { type Doc, textLines } from '../../emit/doc-comment';
import type { SourceFile } from '../../emit/source-file';
import { lineLength } from './source';

/** What a parameter is for, as `:param name: text` says it. */
export interface ParameterDoc {
  readonly name: string;
  readonly text: string;
}

/** Prints a docstring `indent` columns from the left, if there is something to say. */
export function printDocstring(
  file: SourceFile,
  doc: Doc,
  indent: number,
  parameters: readonly ParameterDoc[] = [],
): void {
  file.printText(...docstring(doc, indent, parameters));
}

/**
 * The lines of a docstring, or none where there is nothing to say. Texts are those of a model and may hold anything: backslashes and what
 * would end the string are escaped.
 */
export function docstring(
  { text = '', deprecated = false }: Doc,
  indent: number,
  parameters: readonly ParameterDoc[] = [],
): string[] {
  // Most of what is said is one plain line.
  const isPlain = !deprecated && parameters.length === 0 && /^[ !#-[\]-~]+$/.test(text);
  if (isPlain) return [`"""${text.trimEnd()}"""`];
  const width = lineLength - indent;
  const said = textLines(text);
  const tags = [...parameters.flatMap((each) => parameterLines(each, width)), ...(deprecated ? ['Deprecated.'] : [])];
  const lines = [...said, ...(said.length > 0 && tags.length > 0 ? [''] : []), ...tags];
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  // A text of one line stays on it, however long, as formatters have it.
  if (rest.length === 0) return [`"""${escapeAll(first, /\\|"{3,}|^"|"$/g)}"""`];
  const start = `"""${escapeAll(first, /\\|"{3,}|^"/g)}`;
  return [start, ...rest.map((line) => escapeAll(line, /\\|"{3,}/g)), '"""'];
}

/** Puts a backslash before every character that a pattern finds. */
function escapeAll(line: string, pattern: RegExp): string {
  return line.replace(pattern, (found) => found.replaceAll(/./g, '\\$&'));
}

function parameterLines({ name, text }: ParameterDoc, width: number): string[] {
  const lines: string[] = [];
  let line = `:param ${name}:`;
  for (const word of textLines(text).join(' ').split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = `   ${word}`;
    } else {
      line += ` ${word}`;
    }
  }
  return [...lines, line];
}
