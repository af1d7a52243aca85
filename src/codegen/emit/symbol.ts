/** A name that lives in a module. Printing it into another module is what imports it. */
export interface CodeSymbol {
  readonly kind: 'symbol';
  readonly name: string;
  /** The module that exports it, as a path from the root of the package; undefined for what the language has everywhere. */
  readonly module: string | undefined;
  /** True for what only exists for the compiler. */
  readonly isType: boolean;
  /** What stands for it in the text of a piece: the same for symbols that are the same. */
  readonly mark: string;
}

/**
 * A piece of code: a text in which marks stand for symbols, since the file that it is printed into decides their local names. Texts are put together
 * by the engine without being copied, so pieces of pieces cost little, however deep.
 */
export interface Code {
  readonly kind: 'code';
  readonly text: string;
  /** How many characters it takes, as far as its symbols keep their names. */
  readonly length: number;
  readonly isMultiline: boolean;
}

/** What can stand in a template of code. */
export type Printable = string | number | CodeSymbol | Code | readonly Printable[];

/** A value of a module, such as a function. */
export function valueSymbol(name: string, module: string): CodeSymbol {
  return {
    kind: 'symbol',
    name,
    module,
    isType: false,
    mark: `${marks.start}v${module}${marks.name}${name}${marks.end}`,
  };
}

/** A type of a module. */
export function typeSymbol(name: string, module: string): CodeSymbol {
  return {
    kind: 'symbol',
    name,
    module,
    isType: true,
    mark: `${marks.start}t${module}${marks.name}${name}${marks.end}`,
  };
}

/** A name that every module sees, unless it declares or imports another thing of that name. */
export function globalSymbol(name: string): CodeSymbol {
  return {
    kind: 'symbol',
    name,
    module: undefined,
    isType: false,
    mark: `${marks.start}g${marks.name}${name}${marks.end}`,
  };
}

/** Code from a template: code`const ${name}: ${type} = 1;` */
export function code(texts: TemplateStringsArray, ...values: readonly Printable[]): Code {
  const piece = new Piece();
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    if (text) piece.write(text);
    const value = values[index];
    if (value !== undefined) piece.write(value);
  }
  return piece;
}

/** Puts a separator between pieces. */
export function join(pieces: readonly Printable[], separator: string): Code {
  const all = new Piece();
  for (let index = 0; index < pieces.length; index++) {
    if (index > 0) all.write(separator);
    all.write(pieces[index] ?? '');
  }
  return all;
}

/** The same with every line but the first indented; lines that are empty stay so. */
export function indentRest(code: Code, indent: string): Code {
  if (indent === '' || !code.isMultiline) return code;
  const text = code.text.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
  return { kind: 'code', text, length: code.length + text.length - code.text.length, isMultiline: true };
}

/** How many characters a piece takes, as far as its symbols keep their names. */
export function lengthOf({ length }: Code): number {
  return length;
}

/** True for a piece that takes more than a line. */
export function isMultiline(code: Code): boolean {
  return code.isMultiline;
}

/** The symbols of a text, by their marks, in the order in which they first stand there. */
export function symbolsOf(text: string): Map<string, CodeSymbol> {
  const found = new Map<string, CodeSymbol>();
  for (let start = text.indexOf(marks.start); start !== -1; ) {
    const end = text.indexOf(marks.end, start) + 1;
    const mark = text.slice(start, end);
    if (!found.has(mark)) found.set(mark, readMark(mark));
    start = text.indexOf(marks.start, end);
  }
  return found;
}

/** A text with the names of its symbols; those that have another one by their marks. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text.replaceAll(anyMark, '$1');
  return text.replaceAll(anyMark, (mark, name: string) => names.get(mark) ?? name);
}

/** True for a piece that names a value of a module whose path starts so. */
export function usesValueOf({ text }: Code, modules: string): boolean {
  return text.includes(`${marks.start}v${modules}`);
}

/** The symbol that a piece starts with, as a piece, and the text behind it; nothing if it starts otherwise or has more symbols. */
export function soleSymbol({ text }: Code): { readonly symbol: Code; readonly rest: string } | undefined {
  const end = text.indexOf(marks.end) + 1;
  const isSole = text.startsWith(marks.start) && !text.includes(marks.start, end);
  return isSole ? { symbol: code`${readMark(text.slice(0, end))}`, rest: text.slice(end) } : undefined;
}

/** No code has these characters: whatever comes from a model is escaped where it is printed. */
const marks = { start: '\u0001', name: '\u0002', end: '\u0003' } as const;

const anyMark = new RegExp(`${marks.start}[^${marks.name}]*${marks.name}([^${marks.end}]*)${marks.end}`, 'g');

function readMark(mark: string): CodeSymbol {
  const at = mark.indexOf(marks.name);
  const module = mark.slice(2, at);
  const name = mark.slice(at + 1, -1);
  const kind = mark.charAt(1);
  if (kind === 'g') return globalSymbol(name);
  return kind === 't' ? typeSymbol(name, module) : valueSymbol(name, module);
}

/** A piece while it is put together; from then on it is read only. */
class Piece implements Code {
  readonly kind = 'code';
  text = '';
  length = 0;
  isMultiline = false;

  write(value: Printable): void {
    if (typeof value === 'string') {
      this.text += value;
      this.length += value.length;
      this.isMultiline ||= value.includes('\n');
    } else if (typeof value === 'number') {
      this.write(String(value));
    } else if (isList(value)) {
      for (const item of value) this.write(item);
    } else if (value.kind === 'symbol') {
      this.text += value.mark;
      this.length += value.name.length;
    } else {
      this.text += value.text;
      this.length += value.length;
      this.isMultiline ||= value.isMultiline;
    }
  }
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}
