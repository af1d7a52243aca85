import type { Json } from '../../../../../shared/json';
import { type Code, type CodeSymbol, code, valueSymbol } from '../../../../emit/symbol';
import { brackets, call, quote, type Text } from '../../source';

/** A name of a module in `_support`. */
export function support(module: string, name: string): CodeSymbol {
  return valueSymbol(name, `_support/${module}`);
}

/** How many columns arguments have less where they do not fit behind their call: they are indented, and a comma follows them. */
export const step = 5;

/** A keyword argument of a call, printed when it is known how many columns are taken. */
export interface Keyword {
  readonly name: string;
  readonly print: (indent: number) => Text;
}

/** A keyword argument, unless there is no value. */
export function keyword(name: string, value: Text | number | undefined): Keyword[] {
  if (value === undefined) return [];
  const text = typeof value === 'number' ? String(value) : value;
  return [{ name, print: () => text }];
}

/** A keyword argument whose value may take several lines. */
export function nested(name: string, print: (indent: number) => Text): Keyword {
  return { name, print };
}

/** A call with arguments by position, then by name. */
export function callWith(
  callee: CodeSymbol,
  positional: readonly Text[],
  keywords: readonly Keyword[],
  indent: number,
): Code {
  if (keywords.length === 0) return call(callee, positional, indent);
  const named = keywords.map(({ name, print }) => code`${name}=${print(indent + step + name.length + 1)}`);
  return call(callee, [...positional, ...named], indent);
}

/** A tuple. */
export function tuple(items: readonly Text[], indent: number): Code {
  return items.length === 1 ? code`(${items[0] ?? ''},)` : brackets('(', items, ')', indent);
}

/** A tuple of texts. */
export function texts(values: readonly string[], indent: number): Code {
  return tuple(values.map(quote), indent);
}

/** A JSON value as an expression. */
export function literal(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, member]) => `${quote(name)}: ${literal(member)}`)
    .join(', ')}}`;
}

/** A number, as Python writes the same: without a fraction it is an `int`. */
export function numberLiteral(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}
