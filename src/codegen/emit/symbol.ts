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
  const pen = new Pen();
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    if (text) pen.write(text);
    const value = values[index];
    if (value !== undefined) pen.write(value);
  }
  return pen.finish();
}

/** Puts a separator between pieces. */
export function join(pieces: readonly Printable[], separator: string): Code {
  const pen = new Pen();
  for (let index = 0; index < pieces.length; index++) {
    if (index > 0) pen.write(separator);
    pen.write(pieces[index] ?? '');
  }
  return pen.finish();
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

/** The texts and symbols of a piece, in their order: a text first, then symbols and texts in turn. */
export function partsOf({ text }: Pick<Code, 'text'>): readonly (string | CodeSymbol)[] {
  const [first = '', ...others] = text.split(marks.start);
  const parts: (string | CodeSymbol)[] = [first];
  const read = new Map<string, CodeSymbol>();
  for (const other of others) {
    const end = other.indexOf(marks.end);
    const mark = other.slice(0, end);
    const symbol = read.get(mark) ?? readMark(mark);
    read.set(mark, symbol);
    parts.push(symbol, other.slice(end + 1));
  }
  return parts;
}

/** The symbols of a piece, each once. */
export function symbolsOf(code: Pick<Code, 'text'>): CodeSymbol[] {
  return [...new Set(partsOf(code).filter((part) => typeof part !== 'string'))];
}

/** No code has these characters: whatever comes from a model is escaped where it is printed. */
const marks = { start: '\u0001', name: '\u0002', end: '\u0003' } as const;

function readMark(mark: string): CodeSymbol {
  const at = mark.indexOf(marks.name);
  const module = mark.slice(1, at);
  const name = mark.slice(at + 1);
  if (mark.startsWith('g')) return globalSymbol(name);
  return mark.startsWith('t') ? typeSymbol(name, module) : valueSymbol(name, module);
}

/** Puts a text together. */
class Pen {
  private text = '';
  private length = 0;
  private isMultiline = false;

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

  finish(): Code {
    return { kind: 'code', text: this.text, length: this.length, isMultiline: this.isMultiline };
  }
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}
