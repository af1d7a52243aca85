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

/** An object with every text in it changed, however deep it is. */
export function mapTexts(object: JsonObject, change: (text: string) => string): JsonObject {
  const map = (value: Json): Json => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(map);
    return isJsonObject(value) ? mapTexts(value, change) : value;
  };
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}
