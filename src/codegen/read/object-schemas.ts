import { isJsonObject, type Json } from '../../shared/json';
import type { ReadContext } from './context';

/** As far as schemas of schemas are followed: deeper than authors go, and an end to circles. */
const deepest = 16;

/**
 * True if the schemas composed with `type: object` are of objects anyhow. Saying so once more, as authors do, would make every type an
 * intersection for nothing.
 */
export function composesObjects(context: ReadContext, schema: Json): boolean {
  if (!isJsonObject(schema)) return false;
  const { allOf, oneOf, anyOf } = schema;
  if (Array.isArray(allOf) && allOf.some((member) => isOfObjects(context, member, 0))) return true;
  return [oneOf, anyOf].some((members) => everyIsOfObjects(context, members, 0));
}

function isOfObjects(context: ReadContext, schema: Json, depth: number): boolean {
  if (!isJsonObject(schema) || depth > deepest || schema.nullable === true) return false;
  if (typeof schema.$ref === 'string') {
    const target = context.target(schema.$ref);
    return target !== undefined && isOfObjects(context, target.value, depth + 1);
  }
  const { type, allOf, oneOf, anyOf } = schema;
  if (type === 'object') return true;
  if (Array.isArray(allOf) && allOf.some((member) => isOfObjects(context, member, depth + 1))) return true;
  return [oneOf, anyOf].some((members) => everyIsOfObjects(context, members, depth + 1));
}

function everyIsOfObjects(context: ReadContext, members: Json | undefined, depth: number): boolean {
  return Array.isArray(members) && members.length > 0 && members.every((member) => isOfObjects(context, member, depth));
}
