import type { Diagnostic, Place } from '../../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { findTarget, type Located } from '../document';
import { refOf } from '../references';

/** The model that a gateway document is derived from, and where findings go. */
export interface Source {
  readonly root: JsonObject;
  /** In 3.0 keywords beside a `$ref` have no effect. */
  readonly version: '3.0' | '3.1';
  readonly report: (kind: (place: Place) => Diagnostic, pointer: string) => void;
}

/** An object of the model and where it is. */
export interface LocatedObject extends Located {
  readonly value: JsonObject;
}

/** Follows references until there is none; nothing where they lead nowhere or in a circle. */
export function follow(source: Source, from: Located): LocatedObject | undefined {
  const seen = new Set<string>();
  let at: Located | undefined = from;
  for (let ref = refOf(at.value); ref !== undefined; ref = refOf(at.value)) {
    if (seen.has(ref)) return undefined;
    seen.add(ref);
    at = findTarget(source.root, ref);
    if (at === undefined) return undefined;
  }
  return isJsonObject(at.value) ? { pointer: at.pointer, value: at.value } : undefined;
}

/** A list of strings, without what is not one. */
export function stringsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/**
 * What is behind a reference that is nothing but one, and behind those that it leads to; any other schema is its own target. Nothing
 * where the references lead nowhere or in a circle.
 */
export function targetOf(source: Source, from: Located): Located | undefined {
  const seen = new Set<string>();
  let at: Located | undefined = from;
  for (let ref = aliasOf(source, at); ref !== undefined; ref = aliasOf(source, at)) {
    if (seen.has(ref)) return undefined;
    seen.add(ref);
    at = findTarget(source.root, ref);
    if (at === undefined) return undefined;
  }
  return at;
}

function aliasOf({ version }: Source, { value }: Located): string | undefined {
  const alone = version === '3.0' || (isJsonObject(value) && Object.keys(value).length === 1);
  return alone ? refOf(value) : undefined;
}
