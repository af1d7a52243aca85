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

/**
 * A piece of code: text, and symbols whose local names are decided by the file that it is printed into. Pieces hold the pieces that they
 * were made of, and are laid out once, when a file is printed (layout.ts): putting them together costs nothing, however deep.
 */
export interface Code {
  readonly kind: 'code';
  readonly children: readonly (string | CodeSymbol | Code)[];
  /** What every line but the first starts with, besides the indents of the pieces around it. */
  readonly indent: string;
  /** How many characters it takes, as far as its symbols keep their names. */
  readonly length: number;
  readonly isMultiline: boolean;
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
  const children: Child[] = [];
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    if (text) children.push(text);
    const value = values[index];
    if (value !== undefined) append(children, value);
  }
  return piece(children);
}

/** Puts a separator between pieces. */
export function join(pieces: readonly Printable[], separator: string): Code {
  const children: Child[] = [];
  for (const [index, each] of pieces.entries()) {
    if (index > 0) children.push(separator);
    append(children, each);
  }
  return piece(children);
}

/** The same with every line but the first indented. */
export function indentRest(code: Code, indent: string): Code {
  return indent === '' || !code.isMultiline ? code : { ...code, indent: code.indent + indent };
}

/** How many characters a piece takes, as far as its symbols keep their names. */
export function lengthOf({ length }: Code): number {
  return length;
}

/** True for a piece that takes more than a line. */
export function isMultiline(code: Code): boolean {
  return code.isMultiline;
}

type Child = string | CodeSymbol | Code;

function piece(children: readonly Child[]): Code {
  let length = 0;
  let isMultiline = false;
  for (const child of children) {
    if (typeof child === 'string') {
      length += child.length;
      isMultiline ||= child.includes('\n');
    } else if (child.kind === 'symbol') {
      length += child.name.length;
    } else {
      length += child.length;
      isMultiline ||= child.isMultiline;
    }
  }
  return { kind: 'code', children, indent: '', length, isMultiline };
}

function append(children: Child[], value: Printable): void {
  if (isList(value)) for (const item of value) append(children, item);
  else if (value !== '') children.push(typeof value === 'number' ? String(value) : value);
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}
