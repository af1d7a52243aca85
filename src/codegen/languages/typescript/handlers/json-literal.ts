import { isJsonObject, type Json } from '../../../../shared/json';
import { type Code, code } from '../../../emit/symbol';
import { list, objectLiteral, propertyName, quote } from '../source';

/** A JSON value as TypeScript. */
export function jsonLiteral(value: Json): Code {
  if (typeof value === 'string') return code`${quote(value)}`;
  if (Array.isArray(value)) return list('[', value.map(jsonLiteral), ']');
  if (!isJsonObject(value)) return code`${String(value)}`;
  return objectLiteral(
    Object.entries(value).map(([name, member]) => code`${propertyName(name)}: ${jsonLiteral(member)}`),
  );
}
