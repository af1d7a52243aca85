import { isJsonObject, type Json } from '../../../../shared/json';
import { type Code, code, join } from '../../../emit/symbol';
import { imported } from '../runtime/models/symbols';
import { call, javaType, quote } from '../source';

/** `Map.of` takes up to ten pairs. */
const mostPairs = 10;

/** A JSON value as an expression of Java that Jackson writes so. */
export function plainLiteral(value: Json): Code {
  if (value === null) return code`${javaType('NullNode', 'com.fasterxml.jackson.databind.node')}.instance`;
  if (typeof value === 'string') return code`${quote(value)}`;
  if (typeof value === 'number') return code`${numberLiteral(value)}`;
  if (Array.isArray(value)) return call(code`${imported.list}.of`, value.map(plainLiteral), code``, 8);
  if (!isJsonObject(value)) return code`${String(value)}`;
  return mapOf(Object.entries(value).map(([name, member]) => [name, plainLiteral(member)]));
}

/** A map of texts to values, none of which is null. */
export function mapOf(entries: readonly (readonly [string, Code])[]): Code {
  const pairs = entries.map(([name, value]) => [code`${quote(name)}`, value]);
  if (pairs.length <= mostPairs) return call(code`${imported.map}.of`, pairs.flat(), code``, 8);
  const items = pairs.map((pair) => code`${imported.map}.entry(${join(pair, ', ')})`);
  return call(code`${imported.map}.ofEntries`, items, code``, 8);
}

/** What no `int` holds is a `long` or, as all numbers beyond those that JavaScript has exactly, a `double`. */
function numberLiteral(value: number): string {
  if (!Number.isSafeInteger(value)) return /[.e]/.test(String(value)) ? String(value) : `${value}d`;
  return value === (value | 0) ? String(value) : `${value}L`;
}
