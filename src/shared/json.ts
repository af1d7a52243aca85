/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Parsed documents have no prototype surprises: look members up with {@link member}. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** True for objects, not for arrays and not for null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of an object, so that a name such as `constructor` is not found on the prototype. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
