/** A name that lives in a module. Printing it into another module is what imports it. There is one object for each. */
export interface CodeSymbol {
  readonly kind: 'symbol';
  readonly name: string;
  /** The module that exports it, as a path from the root of the package; undefined for what the language has everywhere. */
  readonly module: string | undefined;
  /** True for what only exists for the compiler. */
  readonly isType: boolean;
  /** A number for what is named: the same for a thing as a type and as a value. */
  readonly thing: number;
  /** What stands for it in the text of a piece, with its name at the end. */
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
  return thingOf(name, module).value;
}

/** A type of a module. */
export function typeSymbol(name: string, module: string): CodeSymbol {
  return thingOf(name, module).type;
}

/** A name that every module sees, unless it declares or imports another thing of that name. */
export function globalSymbol(name: string): CodeSymbol {
  return thingOf(name, undefined).value;
}

/** Code from a template: code`const ${name}: ${type} = 1;` */
export function code(texts: TemplateStringsArray, ...values: readonly Printable[]): Code {
  const [only] = values;
  if (values.length === 1 && isCode(only) && texts[0] === '' && texts[1] === '') return only;
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
  // Where no line is empty, one character is all that is looked for, which is twice as fast.
  const hasEmpty = code.text.includes('\n\n') || code.text.endsWith('\n');
  const text = code.text.replaceAll(hasEmpty ? /\n(?!\n|$)/g : /\n/g, `\n${indent}`);
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

/** The symbols of a text, in the order in which they first stand there. */
export function symbolsIn(text: string): ReadonlySet<CodeSymbol> {
  const found = new Set<CodeSymbol>();
  for (let at = text.indexOf(markStart); at !== -1; at = text.indexOf(markStart, at + markDigits)) {
    found.add(symbolAt(text, at + 1));
  }
  return found;
}

/** A text with the names of its symbols: those of a map where they have one there, else their own. */
export function printMarks(text: string, names: ReadonlyMap<CodeSymbol, string>): string {
  // A mark is followed by the name of its symbol, so that leaving out the marks is all there is to do for most files.
  if (names.size === 0) return text.replaceAll(marks, '');
  const [start = '', ...parts] = text.split(markStart);
  const named = parts.map((part) => {
    const symbol = symbolAt(part);
    return (names.get(symbol) ?? symbol.name) + part.slice(markDigits + symbol.name.length);
  });
  return start + named.join('');
}

/** True for a piece that names a value of a module whose path starts so. */
export function usesValueOf({ text }: Code, modules: string): boolean {
  for (const { isType, module } of symbolsIn(text)) if (!isType && module?.startsWith(modules)) return true;
  return false;
}

/** The symbol that a piece starts with, and the text behind it; nothing if it starts otherwise or has more symbols. */
export function soleSymbol({ text }: Code): { readonly symbol: CodeSymbol; readonly rest: string } | undefined {
  if (!text.startsWith(markStart) || text.includes(markStart, 1)) return undefined;
  const symbol = symbolAt(text, 1);
  return { symbol, rest: text.slice(symbol.mark.length) };
}

/** No code has this character: whatever comes from a model is escaped where it is printed. A number of so many digits follows it. */
const markStart = '\u0001';
const markDigits = 4;
const marks = new RegExp(`${markStart}.{${markDigits}}`, 'g');

/** Digits are characters that take one byte, from `0` on: numbers up to 31 million fit. */
const digitBase = 75;
const firstDigit = 48;

interface Thing {
  readonly value: CodeSymbol;
  readonly type: CodeSymbol;
}

/** All symbols that were ever asked for, at the number of their mark. */
const symbols: CodeSymbol[] = [];
const things = new Map<string | undefined, Map<string, Thing>>();

function thingOf(name: string, module: string | undefined): Thing {
  let known = things.get(module);
  if (known === undefined) {
    known = new Map();
    things.set(module, known);
  }
  let thing = known.get(name);
  if (thing === undefined) {
    const number = symbols.length;
    thing = {
      value: { kind: 'symbol', name, module, isType: false, thing: number, mark: markOf(number, name) },
      type: { kind: 'symbol', name, module, isType: true, thing: number, mark: markOf(number + 1, name) },
    };
    symbols.push(thing.value, thing.type);
    known.set(name, thing);
  }
  return thing;
}

function markOf(number: number, name: string): string {
  let digits = '';
  for (let rest = number, index = 0; index < markDigits; index++) {
    digits = String.fromCharCode(firstDigit + (rest % digitBase)) + digits;
    rest = Math.floor(rest / digitBase);
  }
  return markStart + digits + name;
}

/** The symbol whose number a text has from some place on. */
function symbolAt(text: string, start = 0): CodeSymbol {
  let number = 0;
  for (let at = start; at < start + markDigits; at++) number = number * digitBase + text.charCodeAt(at) - firstDigit;
  const symbol = symbols[number];
  if (symbol === undefined) throw new Error('a text has the character that marks symbols');
  return symbol;
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

/** True for a piece of code. */
export function isCode(value: Printable | undefined): value is Code {
  return typeof value === 'object' && 'kind' in value && value.kind === 'code';
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}
