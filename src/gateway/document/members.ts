import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';

/** The member as an object; an empty one when it is absent or something else. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = member(object, name);
  return isJsonObject(value) ? value : {};
}

/** The member as an array; an empty one when it is absent or something else. */
export function arrayAt(object: JsonObject, name: string): readonly Json[] {
  const value = member(object, name);
  return Array.isArray(value) ? value : [];
}

/** The member as text; numbers count, since YAML and CloudFormation write statuses either way. */
export function textAt(object: JsonObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** The members that are text, in order. */
export function textsOf(object: JsonObject): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(object)) {
    if (typeof value === 'string') texts.set(name, value);
    else if (typeof value === 'number' || typeof value === 'boolean') texts.set(name, String(value));
  }
  return texts;
}
