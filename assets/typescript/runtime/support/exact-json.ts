import { type Content, json, toText } from './content.js';
import { toExact } from './int64.js';
import type { Check } from './validation.js';
import type { RequestBody } from './write-body.js';

/** Where a value has integers of 64 bits. What refers to itself is a function. */
export type Int64Places = Places | (() => Int64Places);

interface Places {
  /** The value is one. */
  readonly here?: true;
  /** Members by name, and items by position. */
  readonly members?: { readonly [name: string]: Int64Places };
  /** All other members and items. */
  readonly others?: Int64Places;
  /** Alternatives, of which any may be meant. */
  readonly either?: readonly Int64Places[];
}

/** A value that is an integer of 64 bits. */
export const int64: Int64Places = { here: true };

/** JSON with integers of 64 bits, of which no digit is lost. */
export function exactJson(places: Int64Places, check?: Check, mediaType?: string): Content {
  const content = json(check, mediaType);
  return {
    ...content,
    // Most values need nothing else, and what is no JSON is told there.
    decode: (bytes, contentType) => {
      const value = content.decode(bytes, contentType);
      const text = toText(bytes, contentType, false);
      return mayBeInexact(text) ? parse(text, places) : value;
    },
    encode: printExact,
  };
}

/** Reads such JSON from a response, where there is some. */
export function readExact(places: Int64Places): (bytes: Uint8Array, contentType: string) => unknown {
  return (bytes, contentType) =>
    bytes.length === 0 ? undefined : parseExact(toText(bytes, contentType, false), places);
}

/** Reads such JSON from a parameter or a field. A text that is not JSON stays a text. */
export function toExactJson(places: Int64Places): (text: string | undefined) => unknown {
  return (text) => {
    try {
      return text === undefined ? undefined : parseExact(text, places);
    } catch {
      return text;
    }
  };
}

/** @throws SyntaxError where a text is not JSON */
export function parseExact(text: string, places: Int64Places): unknown {
  const value: unknown = JSON.parse(text);
  return mayBeInexact(text) ? parse(text, places) : value;
}

/** A body of JSON as a client sends it. */
export function exactJsonBody(value: unknown, contentType = 'application/json'): RequestBody | undefined {
  return value === undefined ? undefined : { contentType, data: printExact(value) };
}

/** A value as JSON, with every digit of a bigint. */
export function printExact(value: unknown): string {
  return print(value) ?? 'null';
}

/** A value for a parameter or a form, which have JSON for what is inside of their items and members. */
export function withExactJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested);
  if (!isPlain(value)) return value;
  const members = Object.entries(value).map(([name, item]) => [
    name,
    Array.isArray(item) ? item.map(nested) : nested(item),
  ]);
  return Object.fromEntries(members);
}

function nested(value: unknown): unknown {
  return Array.isArray(value) || isPlain(value) ? printExact(value) : value;
}

/** Bytes and files are no JSON. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Blob) && !(value instanceof Uint8Array);
}

function print(value: unknown): string | undefined {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || hasOwnForm(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printExact).join()}]`;
  const members = Object.entries(value).flatMap(([name, item]) => {
    const text = print(item);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join()}}`;
}

function hasOwnForm(value: object): boolean {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** Every integer that a number cannot hold has so many digits. */
function mayBeInexact(text: string): boolean {
  return /\d{16}/.test(text);
}

/** Parses what is known to be JSON. */
function parse(text: string, places: Int64Places): unknown {
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s,:"[\]{}]+/g);
  const next = () => tokens.next().value?.[0] ?? '';
  return read(next(), expand(places));

  function read(token: string, found: readonly Places[]): unknown {
    if (token === '[') {
      const items: unknown[] = [];
      for (let item = next(); item !== ']'; item = next()) items.push(read(item, below(found, String(items.length))));
      return items;
    }
    if (token === '{') {
      const members: [string, unknown][] = [];
      for (let quoted = next(); quoted !== '}'; quoted = next()) {
        const name: string = JSON.parse(quoted);
        members.push([name, read(next(), below(found, name))]);
      }
      return Object.fromEntries(members);
    }
    const exact = found.some(({ here }) => here) ? toExact(token) : undefined;
    return exact ?? JSON.parse(token);
  }
}

function below(found: readonly Places[], name: string): readonly Places[] {
  return found.flatMap(({ members = {}, others }) => {
    const inner = Object.hasOwn(members, name) ? members[name] : others;
    return inner === undefined ? [] : expand(inner);
  });
}

function expand(places: Int64Places): readonly Places[] {
  if (typeof places === 'function') return expand(places());
  return [places, ...(places.either ?? []).flatMap(expand)];
}
