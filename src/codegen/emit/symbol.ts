/** A name that lives in a module. Printing it into another module is what imports it. */
export interface CodeSymbol {
  readonly kind: 'symbol';
  readonly name: string;
  /** The module that exports it, as a path from the root of the package; undefined for what the language has everywhere. */
  readonly module: string | undefined;
  /** True for what only exists for the compiler. */
  readonly isType: boolean;
  /** The same for symbols that are the same. */
  readonly key: string;
}

/** A piece of code: text, and symbols whose local names are decided by the file that it is printed into. */
export interface Code {
  readonly kind: 'code';
  readonly parts: readonly (string | CodeSymbol)[];
}

/** What can stand in a template of code. */
export type Printable = string | number | CodeSymbol | Code | readonly Printable[];

/** A value of a module, such as a function. */
export function valueSymbol(name: string, module: string): CodeSymbol {
  return { kind: 'symbol', name, module, isType: false, key: `${module}#${name}` };
}

/** A type of a module. */
export function typeSymbol(name: string, module: string): CodeSymbol {
  return { kind: 'symbol', name, module, isType: true, key: `${module}#${name}` };
}

/** A name that every module sees, unless it declares or imports another thing of that name. */
export function globalSymbol(name: string): CodeSymbol {
  return { kind: 'symbol', name, module: undefined, isType: false, key: `#${name}` };
}

/** Code from a template: code`const ${name}: ${type} = 1;` */
export function code(texts: TemplateStringsArray, ...values: readonly Printable[]): Code {
  const parts: (string | CodeSymbol)[] = [];
  for (let index = 0; index < texts.length; index++) {
    appendText(parts, texts[index] ?? '');
    const value = values[index];
    if (value !== undefined) append(parts, value);
  }
  return { kind: 'code', parts };
}

/** Puts a separator between pieces. */
export function join(pieces: readonly Printable[], separator: string): Code {
  const parts: (string | CodeSymbol)[] = [];
  pieces.forEach((piece, index) => {
    if (index > 0) appendText(parts, separator);
    append(parts, piece);
  });
  return { kind: 'code', parts };
}

/** The same with every line but the first indented. */
export function indentRest(piece: Code, indent: string): Code {
  if (indent === '' || !isMultiline(piece)) return piece;
  const shift = (part: string) => (part.includes('\n') ? part.replaceAll(/\n(?!\n)/g, `\n${indent}`) : part);
  return { kind: 'code', parts: piece.parts.map((part) => (typeof part === 'string' ? shift(part) : part)) };
}

/** How many characters a piece takes, as far as its symbols keep their names. */
export function lengthOf(piece: Code): number {
  return piece.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : part.name.length), 0);
}

/** True for a piece that takes more than a line. */
export function isMultiline(piece: Code): boolean {
  return piece.parts.some((part) => typeof part === 'string' && part.includes('\n'));
}

function append(parts: (string | CodeSymbol)[], value: Printable): void {
  if (typeof value === 'string') appendText(parts, value);
  else if (typeof value === 'number') appendText(parts, String(value));
  else if (isList(value)) for (const item of value) append(parts, item);
  else if (value.kind === 'symbol') parts.push(value);
  else for (const part of value.parts) append(parts, part);
}

/** Texts next to each other are one, so that code stays short however it was put together. */
function appendText(parts: (string | CodeSymbol)[], text: string): void {
  if (text === '') return;
  const last = parts.length - 1;
  const before = parts[last];
  if (typeof before === 'string') parts[last] = before + text;
  else parts.push(text);
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}
