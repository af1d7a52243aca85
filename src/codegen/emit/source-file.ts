import { type Code, type CodeSymbol, code, indentRest, type Printable, printMarks, symbolsIn } from './symbol';

/** What a file needs to know of its language. */
export interface SourceLanguage {
  readonly indent: string;
  /** The lines that import symbols into a module. */
  readonly imports: (imports: readonly Import[], module: string) => readonly string[];
  /** Another local name for a symbol of a module whose own is taken; called with 2, 3 and so on until it is free. */
  readonly alias: (name: string, attempt: number, module: string) => string;
  /** How to reach what is everywhere where a module has something of the same name. */
  readonly qualify: (name: string) => string;
  /** The file that a module is part of, where files have several; each its own if absent. */
  readonly fileOf?: (module: string) => string;
}

/** A symbol and the name that it has in the importing file. */
export interface Import {
  readonly symbol: CodeSymbol & { readonly module: string };
  /** The module that it is imported from. */
  readonly from: string;
  readonly local: string;
}

/** A file that imports what is printed into it. */
export class SourceFile {
  private readonly lines: string[] = [];
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

  /** Prints code that is at hand, or lines that have no symbols. */
  print(...pieces: readonly (Code | string)[]): void {
    const indent = this.language.indent.repeat(this.depth);
    for (const piece of pieces) {
      const text = typeof piece === 'string' ? piece : indentRest(piece, indent).text;
      this.lines.push(text === '' ? '' : indent + text);
    }
  }

  /** Prints lines that have no symbols, such as those of a comment. */
  printText(...lines: readonly string[]): void {
    const indent = this.language.indent.repeat(this.depth);
    for (const line of lines) this.lines.push(line === '' ? '' : indent + line);
  }

  /** An empty line, unless there is one or nothing is printed yet. */
  blank(): void {
    const last = this.lines.at(-1);
    if (last !== undefined && last !== '') this.lines.push('');
  }

  /** Prints what stands between a first and a last line, indented. */
  block(open: Code | string, close: string, body: () => void): void {
    this.print(open);
    this.depth++;
    body();
    this.depth--;
    this.printText(close);
  }

  /** What is printed meanwhile, as a text for {@link insert}; it is not printed here. */
  capture(body: () => void): string {
    const start = this.lines.length;
    body();
    return this.lines.splice(start).join('\n');
  }

  /** Prints what was captured, in this file or in another one of its module, where it was as deep. */
  insert(captured: string): void {
    this.lines.push(captured);
  }

  /** The whole file. */
  text(): string {
    const marked = this.lines.join('\n').trimEnd();
    const symbols = symbolsIn(marked);
    const locals = this.localNames(symbols);
    const text = printMarks(marked, locals);
    const imports = this.language.imports(this.importsOf(symbols, locals), this.module);
    if (imports.length === 0) return `${text}\n`;
    return `${imports.join('\n')}\n${text === '' ? '' : `\n${text}\n`}`;
  }

  /** What this file imports; a thing that is a value somewhere in it is imported as a value. */
  private importsOf(symbols: ReadonlySet<CodeSymbol>, locals: ReadonlyMap<CodeSymbol, string>): Import[] {
    const imports = new Map<number, Import>();
    for (const symbol of symbols) {
      if (!this.isElsewhere(symbol) || imports.get(symbol.thing)?.symbol.isType === false) continue;
      const from = this.fileOf(symbol.module);
      imports.set(symbol.thing, { symbol, from, local: locals.get(symbol) ?? symbol.name });
    }
    return [...imports.values()];
  }

  /** The names of symbols that have another one here: what they are called is taken, or declared by this file. */
  private localNames(symbols: ReadonlySet<CodeSymbol>): Map<CodeSymbol, string> {
    const taken = new Set(this.declared);
    const chosen = new Map<number, string>();
    const locals = new Map<CodeSymbol, string>();
    for (const symbol of symbols) {
      if (!this.isElsewhere(symbol)) continue;
      const { name, module, thing } = symbol;
      const local = chosen.get(thing) ?? this.free(name, module, taken);
      chosen.set(thing, local);
      taken.add(local);
      if (local !== name) locals.set(symbol, local);
    }
    for (const symbol of symbols) {
      const { name, module } = symbol;
      if (module === undefined && taken.has(name)) locals.set(symbol, this.language.qualify(name));
    }
    return locals;
  }

  private isElsewhere(symbol: CodeSymbol): symbol is Import['symbol'] {
    return symbol.module !== undefined && this.fileOf(symbol.module) !== this.module;
  }

  private fileOf(module: string): string {
    return this.language.fileOf?.(module) ?? module;
  }

  private free(name: string, module: string, taken: ReadonlySet<string>): string {
    let candidate = name;
    for (let attempt = 2; taken.has(candidate); attempt++) candidate = this.language.alias(name, attempt, module);
    return candidate;
  }
}
