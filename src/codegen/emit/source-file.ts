import { type Code, type CodeSymbol, code, indentRest, type Printable, partsOf } from './symbol';

/** What a file needs to know of its language. */
export interface SourceLanguage {
  readonly indent: string;
  /** The lines that import symbols into a module. */
  readonly imports: (imports: readonly Import[], module: string) => readonly string[];
  /** Another local name for a symbol whose own is taken; called with 2, 3 and so on until it is free. */
  readonly alias: (name: string, attempt: number) => string;
  /** How to reach what is everywhere where a module has something of the same name. */
  readonly qualify: (name: string) => string;
}

/** A symbol and the name that it has in the importing file. */
export interface Import {
  readonly symbol: CodeSymbol & { readonly module: string };
  readonly local: string;
}

/** A file that imports what is printed into it. */
export class SourceFile {
  private readonly lines: Code[] = [];
  private readonly declared = new Set<string>();
  private depth = 0;

  constructor(
    /** As symbols name it: a path from the root of the package. */
    readonly module: string,
    private readonly language: SourceLanguage,
  ) {}

  /** Reserves a name that this file declares. */
  declare(...names: readonly string[]): void {
    for (const name of names) this.declared.add(name);
  }

  /** Prints a line, or several where the code has line breaks. */
  line(texts: TemplateStringsArray, ...values: readonly Printable[]): void {
    this.print(code(texts, ...values));
  }

  /** Prints code that is at hand. */
  print(...pieces: readonly Code[]): void {
    const indent = this.language.indent.repeat(this.depth);
    for (const piece of pieces) {
      this.lines.push(indent === '' || piece.length === 0 ? piece : code`${indent}${indentRest(piece, indent)}`);
    }
  }

  /** An empty line, unless there is one or nothing is printed yet. */
  blank(): void {
    const last = this.lines.at(-1);
    if (last !== undefined && last.length > 0) this.lines.push(code``);
  }

  /** Prints what stands between a first and a last line, indented. */
  block(open: Code, close: string, body: () => void): void {
    this.print(open);
    this.depth++;
    body();
    this.depth--;
    this.print(code`${close}`);
  }

  /** The whole file. */
  text(): string {
    const parts = partsOf({ text: this.lines.map((line) => line.text).join('\n') });
    const symbols = distinct(parts);
    const locals = this.localNames(symbols);
    const imports = symbols.flatMap((symbol) => {
      const { module } = symbol;
      if (module === undefined || module === this.module) return [];
      return [{ symbol: { ...symbol, module }, local: locals.get(keyOf(symbol)) ?? symbol.name }];
    });
    let text = this.language
      .imports(imports, this.module)
      .map((line) => `${line}\n`)
      .join('');
    if (text !== '' && this.lines.length > 0) text += '\n';
    for (const part of parts) text += typeof part === 'string' ? part : (locals.get(keyOf(part)) ?? part.name);
    return `${text.trimEnd()}\n`;
  }

  /** The names of imported symbols, and of those that are everywhere where this file has something else of that name. */
  private localNames(symbols: readonly CodeSymbol[]): Map<string, string> {
    const taken = new Set(this.declared);
    const locals = new Map<string, string>();
    for (const symbol of symbols) {
      if (symbol.module === undefined || symbol.module === this.module) continue;
      const local = this.free(symbol.name, taken);
      taken.add(local);
      if (local !== symbol.name) locals.set(keyOf(symbol), local);
    }
    for (const symbol of symbols) {
      if (symbol.module === undefined && taken.has(symbol.name)) {
        locals.set(keyOf(symbol), this.language.qualify(symbol.name));
      }
    }
    return locals;
  }

  private free(name: string, taken: ReadonlySet<string>): string {
    let candidate = name;
    for (let attempt = 2; taken.has(candidate); attempt++) candidate = this.language.alias(name, attempt);
    return candidate;
  }
}

/** Each symbol once; what is used as a value somewhere is no mere type. */
function distinct(parts: readonly (string | CodeSymbol)[]): CodeSymbol[] {
  const found = new Map<string, CodeSymbol>();
  for (const part of parts) {
    if (typeof part === 'string') continue;
    const key = keyOf(part);
    if (found.get(key)?.isType !== false) found.set(key, part);
  }
  return [...found.values()];
}

/** The same for a thing as a type and as a value. */
function keyOf({ mark }: CodeSymbol): string {
  return mark.slice(2);
}
