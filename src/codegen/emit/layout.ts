import type { Code, CodeSymbol } from './symbol';

/** The texts and symbols of a piece in their order, with the lines indented as the pieces around them say. */
export function layout(code: Code): readonly (string | CodeSymbol)[] {
  return layoutLines([code]);
}

/** The same of several pieces, with a line break between them. */
export function layoutLines(lines: readonly Code[]): readonly (string | CodeSymbol)[] {
  const sheet = new Sheet();
  for (const [index, line] of lines.entries()) {
    if (index > 0) sheet.parts.push('\n');
    sheet.put(line, '');
  }
  return sheet.parts;
}

/** A piece as a text, with its symbols told apart by their modules. */
export function keyOf(code: Code): string {
  return layout(code)
    .map((part) => (typeof part === 'string' ? part : `${part.module}:${part.name}`))
    .join('');
}

class Sheet {
  readonly parts: (string | CodeSymbol)[] = [];
  /** The indent of a line that was begun and has nothing yet: one that stays empty gets none. */
  private pending = '';

  put({ children, indent }: Code, outer: string): void {
    const inner = outer + indent;
    for (const child of children) {
      if (typeof child === 'string') this.putText(child, inner);
      else if (child.kind === 'code') this.put(child, inner);
      else this.putSymbol(child);
    }
  }

  private putText(text: string, indent: string): void {
    if (this.pending !== '') {
      if (!text.startsWith('\n')) this.parts.push(this.pending);
      this.pending = '';
    }
    if (indent === '' || !text.includes('\n')) {
      this.parts.push(text);
      return;
    }
    this.parts.push(text.replaceAll(/\n(?!\n|$)/g, `\n${indent}`));
    if (text.endsWith('\n')) this.pending = indent;
  }

  private putSymbol(symbol: CodeSymbol): void {
    if (this.pending !== '') this.parts.push(this.pending);
    this.pending = '';
    this.parts.push(symbol);
  }
}
