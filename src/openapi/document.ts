import type { Place } from '../shared/diagnostics';
import { type Json, type JsonObject, member } from '../shared/json';
import { fromPointer, toPointer } from '../shared/json-pointer';
import type { SourceFile } from './source-files';

/** The versions of OpenAPI that differ for a reader. */
export type OpenApiVersion = '3.0' | '3.1';

/** A model as one document, in which every reference stays inside. */
export interface ModelDocument {
  readonly root: JsonObject;
  readonly version: OpenApiVersion;
  /** The files that it was made of, the entry document first. */
  readonly files: readonly SourceFile[];
  /** Where a pointer into the document lies in the files of the user. */
  readonly place: (pointer: string) => Place;
}

/** A value of a document and where it is. */
export interface Located {
  readonly pointer: string;
  readonly value: Json;
}

/** What a reference of a bundled document points at; nothing for one that the bundler reported as unresolved. */
export function findTarget(root: Json, ref: string): Located | undefined {
  if (!ref.startsWith('#')) return undefined;
  const tokens = tokensOfFragment(ref.slice(1));
  if (tokens === undefined) return undefined;
  let value: Json | undefined = root;
  for (const token of tokens) {
    value = childOf(value, token);
    if (value === undefined) return undefined;
  }
  return { pointer: toPointer(tokens), value };
}

/** The child of an object or a list by a token of a pointer. */
export function childOf(value: Json, token: string): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return member(value as JsonObject, token);
}

/** The tokens of the part of a reference after `#`, which is percent-encoded; nothing if it is not a pointer. */
export function tokensOfFragment(fragment: string): string[] | undefined {
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;
  return fromPointer(decodePercent(fragment));
}

/** Decodes percent-encoding; what is not encoded properly is taken as it stands. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
