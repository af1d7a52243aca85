import { isJsonObject, type Json, type JsonObject } from '../../shared/json';

/** Values of more members than this are not made smaller one by one: that takes the square of it. */
const most = 200;

/**
 * A value without some of what is in it, from little to a lot: without one member or item each, then without more and more, from the end.
 * Of two members that exclude each other, one is gone at some point.
 */
export function* smaller(value: Json): Iterable<Json> {
  if (Array.isArray(value)) yield* parts(value);
  else if (isJsonObject(value)) {
    for (const entries of parts(Object.entries(value))) yield Object.fromEntries(entries) as JsonObject;
  }
}

function* parts<T>(list: readonly T[]): Iterable<T[]> {
  if (list.length > most) return;
  for (let index = list.length - 1; index >= 0; index -= 1) yield list.filter((_, other) => other !== index);
  for (let length = list.length - 2; length >= 0; length -= 1) yield list.slice(0, length);
  // What was made for others may stand in front of it.
  for (let start = 2; start < list.length; start += 1) yield list.slice(start);
}
