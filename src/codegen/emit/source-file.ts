import { type Code, type CodeSymbol, code, indentRest, type Printable, symbolsOf, withNames } from './symbol';

/** What a file needs to know of its language. */
export interface SourceLanguage {
  readonly indent: string;
  /** The lines that import symbols into a module. */
  readonly imports: (imports: readonly Import[], module: string) => readonly string[];
  /** Another local name for a symbol of a module whose own is taken; called with 2, 3 and so on until it is free. */
  readonly alias: (name: string, attempt: number, module: string) => string;
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
    const body = this.lines.map((line) => line.text).join('\n');
    const symbols = symbolsOf(body);
    const locals = this.localNames(symbols);
    const text = withNames(body, locals).trimEnd();
    const imports = this.language.imports(this.importsOf(symbols, locals), this.module);
    if (imports.length === 0) return `${text}\n`;
    return `${imports.join('\n')}\n${text === '' ? '' : `\n${text}\n`}`;
  }

  /** What this file imports; a thing that is a value somewhere in it is imported as a value. */
  private importsOf(symbols: ReadonlyMap<string, CodeSymbol>, locals: ReadonlyMap<string, string>): Import[] {
    const imports = new Map<string, Import>();
    for (const [mark, symbol] of symbols) {
      const { module } = symbol;
      if (module === undefined || module === this.module) continue;
      const key = nameKey(mark);
      if (imports.get(key)?.symbol.isType === false) continue;
      imports.set(key, { symbol: { ...symbol, module }, local: locals.get(mark) ?? symbol.name });
    }
    return [...imports.values()];
  }

  /** The names of symbols that have another one here, by their marks: what they are called is taken, or declared by this file. */
  private localNames(symbols: ReadonlyMap<string, CodeSymbol>): Map<string, string> {
    const taken = new Set(this.declared);
    const chosen = new Map<string, string>();
    const locals = new Map<string, string>();
    for (const [mark, { name, module }] of symbols) {
      if (module === undefined || module === this.module) continue;
      const key = nameKey(mark);
      const local = chosen.get(key) ?? this.free(name, module, taken);
      chosen.set(key, local);
      taken.add(local);
      if (local !== name) locals.set(mark, local);
    }
    for (const [mark, { name, module }] of symbols) {
      if (module === undefined && taken.has(name)) locals.set(mark, this.language.qualify(name));
    }
    return locals;
  }

  private free(name: string, module: string, taken: ReadonlySet<string>): string {
    let candidate = name;
    for (let attempt = 2; taken.has(candidate); attempt++) candidate = this.language.alias(name, attempt, module);
    return candidate;
  }
}

/** The same for a thing as a type and as a value. */
function nameKey(mark: string): string {
  return mark.slice(2);
}
