import type { WireRequest } from './wire-request.js';

/** The texts of a parameter that has several, or undefined where it did not come. */
export type Texts = readonly string[] | undefined;

/** The members of a parameter that is an object, in the order they came. */
export type Entries = readonly (readonly [name: string, value: string])[] | undefined;

/** Makes a value of a text. What it cannot convert stays a text, and the check that follows says what is wrong. */
export type Convert = (text: string | undefined) => unknown;

/** Makes the value of a member of the texts it came with. */
export type ReadField = (texts: readonly string[]) => unknown;

export function pathText(wire: WireRequest, name: string): string | undefined {
  const text = wire.path[name];
  return text === undefined ? undefined : decode(text);
}

/** The parts between separators, which are told from those inside of the values by not being encoded. */
export function pathParts(wire: WireRequest, name: string, separator = ',', prefix = ''): Texts {
  const text = wire.path[name];
  if (text === undefined) return undefined;
  return split(text.startsWith(prefix) ? text.slice(prefix.length) : text, separator)?.map(decode);
}

/** `;name=a,b`, or `;name=a;name=b`: the values. */
export function matrixParts(wire: WireRequest, name: string): Texts {
  const assignments = pathParts(wire, name, ';', ';');
  return assignments?.flatMap((text) => text.slice(text.indexOf('=') + 1).split(','));
}

export function queryText(wire: WireRequest, name: string): string | undefined {
  return queryTexts(wire, name)?.at(-1);
}

export function queryTexts(wire: WireRequest, name: string): Texts {
  return Object.hasOwn(wire.query, name) ? wire.query[name] : undefined;
}

/** An object whose members are query parameters of their own. Without names, all of them are. */
export function queryEntries(wire: WireRequest, names?: readonly string[]): Entries {
  const entries = (names ?? Object.keys(wire.query)).flatMap((name) =>
    (queryTexts(wire, name) ?? []).map((text) => [name, text] as const),
  );
  return entries.length === 0 ? undefined : entries;
}

/** `name[member]=value` */
export function deepEntries(wire: WireRequest, name: string): Entries {
  const entries = Object.entries(wire.query).flatMap(([key, texts = []]) =>
    key.startsWith(`${name}[`) && key.endsWith(']')
      ? texts.map((text) => [key.slice(name.length + 1, -1), text] as const)
      : [],
  );
  return entries.length === 0 ? undefined : entries;
}

/** The name is in lower case. */
export function headerText(wire: WireRequest, name: string): string | undefined {
  return wire.headers.get(name);
}

export function cookieText(wire: WireRequest, name: string): string | undefined {
  const prefix = `${name}=`;
  const pairs = wire.headers.get('cookie')?.split(';') ?? [];
  const pair = pairs.map((text) => text.trim()).find((text) => text.startsWith(prefix));
  return pair === undefined ? undefined : decode(pair.slice(prefix.length));
}

export function split(text: string | undefined, separator: string): Texts {
  if (text === undefined) return undefined;
  return text === '' ? [] : text.split(separator).map((part) => part.trim());
}

/** `a,1,b,2` as members. */
export function pairs(texts: Texts): Entries {
  return texts?.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? ''] as const] : []));
}

/** `a=1,b=2` as members. */
export function assignments(texts: Texts): Entries {
  return texts?.map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? ([text, ''] as const) : ([text.slice(0, at), text.slice(at + 1)] as const);
  });
}

export function toList(texts: Texts, convert: Convert = asText): unknown {
  return texts?.map((text) => convert(text));
}

/** For parameters that are one value or a list: one text is the value. */
export function toListOrOne(texts: Texts, convert: Convert = asText): unknown {
  return texts?.length === 1 ? convert(texts[0]) : toList(texts, convert);
}

/** Members that have no reader are texts. */
export function toObject(entries: Entries, fields: { readonly [name: string]: ReadField } = {}): unknown {
  if (entries === undefined) return undefined;
  const texts = new Map<string, string[]>();
  for (const [name, text] of entries) texts.set(name, [...(texts.get(name) ?? []), text]);
  return Object.fromEntries(
    [...texts].map(([name, values]) => [name, Object.hasOwn(fields, name) ? fields[name]?.(values) : one()(values)]),
  );
}

/** A member with one value; the last wins. */
export function one(convert: Convert = asText): ReadField {
  return (texts) => convert(texts.at(-1));
}

/** A member that is a list. */
export function many(convert: Convert = asText): ReadField {
  return (texts) => texts.map((text) => convert(text));
}

/** A member that is one value or a list. */
export function oneOrMany(convert: Convert = asText): ReadField {
  return (texts) => toListOrOne(texts, convert);
}

export function toNumber(text: string | undefined): unknown {
  return text !== undefined && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

export function toBoolean(text: string | undefined): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}

export function toNull(text: string | undefined): unknown {
  return text === '' || text === 'null' ? null : text;
}

/** The first conversion that makes something else of the text. */
export function toFirst(...converts: readonly Convert[]): Convert {
  return (text) => converts.map((convert) => convert(text)).find((value) => value !== text) ?? text;
}

/** A text that is not JSON stays a text. */
export function toJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function asText(text: string | undefined): unknown {
  return text;
}

/** A `%` that starts no escape is a character like any other. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
