import { type Doc, textLines } from '../../emit/doc-comment';
import type { SourceFile } from '../../emit/source-file';

/** Prints a documentation comment, if there is something to say. */
export function printDoc(file: SourceFile, doc: JavaDoc): void {
  file.printText(...javadoc(doc));
}

/** What a comment says, of which paragraphs may be at hand: what is said of an operation stands in many files. */
export interface JavaDoc extends Doc {
  /** Behind the text. */
  readonly paragraphs?: readonly Paragraph[];
}

/** The lines of a paragraph of a comment. */
export type Paragraph = readonly string[];

/**
 * The lines of a documentation comment, or none where there is nothing to say. Texts are those of a model and may hold anything: they are
 * written as HTML in which nothing is a tag of HTML or Javadoc, the end of the comment or an escape of Java. What the model deprecates is
 * only said to be: a compiler would warn of what an app cannot leave out.
 */
export function javadoc({ text = '', paragraphs = [], deprecated = false, tags = [] }: JavaDoc): string[] {
  const isPlain = !deprecated && tags.length === 0 && paragraphs.length === 0;
  // Most of what is said is one plain line.
  if (isPlain && /^\w[\w ,.:;()'"/-]{0,100}$/.test(text)) return [`/** ${text.trimEnd()} */`];
  const lines: string[] = [];
  for (const [first = '', ...others] of [
    ...paragraphsOf(text),
    ...paragraphs,
    ...(deprecated ? [['Deprecated.']] : []),
  ]) {
    if (lines.length > 0) lines.push('', `<p>${first}`, ...others);
    else lines.push(first, ...others);
  }
  if (lines.length > 0 && tags.length > 0) lines.push('');
  for (const tag of tags) lines.push(...wrap(tag, '    '));
  const [only] = lines;
  if (only === undefined) return [];
  if (lines.length === 1 && only.length <= width - 4) return [`/** ${only} */`];
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

/** The paragraphs of a text. */
export function paragraphsOf(text: string): Paragraph[] {
  // Most texts are one line.
  if (/^[ -~]*$/.test(text)) return text.trim() === '' ? [] : [wrap(toHtml(text.trim()))];
  return toParagraphs(textLines(text)).map((lines) => lines.flatMap((line) => wrap(toHtml(line))));
}

/** How long a line of a comment may be: that of a member of a class within a class fits into a line of the file. */
const width = 112;

/** The lines of each paragraph; a line goes on where the next one starts, unless that is an item of a list. */
function toParagraphs(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1) ?? [];
    const before = paragraph.at(-1);
    if (line === '') paragraphs.push([]);
    else if (before === undefined || /^\s*(?:[-*+]|\d+\.)\s/.test(line)) paragraph.push(line.trim());
    else paragraph.splice(-1, 1, `${before} ${line.trim()}`);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
  '\\': '&#92;',
  '*/': '*&#47;',
};

/** A text of a model on one line, as a tag has it. */
export function tagText(text: string): string {
  return toHtml(textLines(text).join(' ').trim());
}

/** Simple code between backticks is code of Javadoc too. */
function toHtml(line: string): string {
  // Most lines have nothing to write otherwise.
  if (!/[`*&<>@\\]/.test(line)) return line;
  return line
    .split(/(`[\w $.,:()[\]='"/-]+`)/)
    .map((part, index) => (index % 2 === 1 ? `{@code ${part.slice(1, -1)}}` : escapeHtml(part)))
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll(/\*\/|[&<>@\\]/g, (found) => entities[found] ?? found);
}

function wrap(line: string, indent = ''): string[] {
  if (line.length <= width && !line.startsWith(' ')) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current.trimEnd());
      current = indent + word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
