import type { WireRequest } from './wire-request.js';

/** Where headers are: in requests, and in responses. */
export interface HeaderSource {
  readonly headers: { get(name: string): string | null | undefined };
}

/** The texts of a parameter that has several, or undefined where it did not come. */
export type Texts = readonly string[] | undefined;

/** The members of a parameter that is an object, in the order they came. */
export type Entries = readonly (readonly [name: string, value: string])[] | undefined;

/** Makes a value of a text. What it cannot convert stays a text, and the check that follows says what is wrong. */
export type Convert = (text: string | undefined) => unknown;

/** Makes the value of a member of the texts it came with. */
export type ReadField = (texts: readonly string[]) => unknown;

/** The text after what a style puts before it. */
export function pathText(wire: WireRequest, name: string, prefix = ''): string | undefined {
  const text = pathValue(wire, name, prefix);
  return text === undefined ? undefined : decode(text);
}

/** The parts between separators, which are told from those inside of the values by not being encoded. */
export function pathParts(wire: WireRequest, name: string, separator = ',', prefix = ''): Texts {
  const text = pathValue(wire, name, prefix);
  if (text === undefined) return undefined;
  return text === '' ? [] : text.split(separator).map(decode);
}

/** `k=v,l=w`, with a separator and a prefix of the style. */
export function pathEntries(wire: WireRequest, name: string, separator = ',', prefix = ''): Entries {
  const text = pathValue(wire, name, prefix);
  if (text === undefined) return undefined;
  return text === '' ? [] : text.split(separator).map((part) => assignment(part).map(decode) as [string, string]);
}

/** `;name=a;name=b`: the values. */
export function matrixParts(wire: WireRequest, name: string): Texts {
  return pathEntries(wire, name, ';', ';')?.map(([, text]) => text);
}

export function queryText(wire: WireRequest, name: string): string | undefined {
  return queryTexts(wire, name)?.at(-1);
}

export function queryTexts(wire: WireRequest, name: string): Texts {
  return Object.hasOwn(wire.query, name) ? wire.query[name] : undefined;
}

/** An object whose members are query parameters of their own. */
export function queryEntries(wire: WireRequest, names: readonly string[]): Entries {
  return orNothing(
    names.flatMap((name) => (queryTexts(wire, name) ?? []).map((text): [string, string] => [name, text])),
  );
}

/** The same for an object with members of any name: they are all that are not parameters of another kind. */
export function queryRest(wire: WireRequest, others: readonly string[], prefixes: readonly string[] = []): Entries {
  const isOther = (name: string) => others.includes(name) || prefixes.some((prefix) => name.startsWith(prefix));
  return queryEntries(
    wire,
    Object.keys(wire.query).filter((name) => !isOther(name)),
  );
}

/** `name[member]=value` */
export function deepEntries(wire: WireRequest, name: string): Entries {
  const entries = Object.entries(wire.query).flatMap(([key, texts = []]) =>
    key.startsWith(`${name}[`) && key.endsWith(']')
      ? texts.map((text): [string, string] => [key.slice(name.length + 1, -1), text])
      : [],
  );
  return orNothing(entries);
}

/** The name is in lower case. */
export function headerText(source: HeaderSource, name: string): string | undefined {
  return source.headers.get(name) ?? undefined;
}

export function cookieText(wire: WireRequest, name: string): string | undefined {
  return cookieTexts(wire, name)?.[0];
}

/** Every value of a cookie that came several times. */
export function cookieTexts(wire: WireRequest, name: string): Texts {
  const found = cookieEntries(wire, [name]);
  return found?.map(([, text]) => text);
}

/** The parts of a cookie between commas, which are told from those inside of the values by not being encoded. */
export function cookieParts(wire: WireRequest, name: string): Texts {
  const text = cookiesOf(wire).find(([key]) => key === name)?.[1];
  if (text === undefined) return undefined;
  return text === '' ? [] : text.split(',').map(decode);
}

/** An object whose members are cookies of their own. */
export function cookieEntries(wire: WireRequest, names: readonly string[]): Entries {
  const found = cookiesOf(wire).filter(([name]) => names.includes(name));
  return orNothing(found.map(([name, text]): [string, string] => [name, decode(text)]));
}

/** The same for an object with members of any name. */
export function cookieRest(wire: WireRequest, others: readonly string[]): Entries {
  const found = cookiesOf(wire).filter(([name]) => !others.includes(name));
  return orNothing(found.map(([name, text]): [string, string] => [name, decode(text)]));
}

/** Still encoded. */
function cookiesOf(wire: WireRequest): (readonly [name: string, text: string])[] {
  const cookies = wire.headers.get('cookie')?.split(';') ?? [];
  return cookies.map((text) => assignment(text.trim()));
}

/** The values of a list that stands in one text. */
export function split(text: string | undefined, separator: string): Texts {
  if (text === undefined) return undefined;
  return text === '' ? [] : text.split(separator);
}

/** The values of a header, with or without spaces between them. */
export function headerParts(source: HeaderSource, name: string): Texts {
  return split(headerText(source, name), ',')?.map((part) => part.trim());
}

/** `a,1,b,2` as members. */
export function pairs(texts: Texts): Entries {
  return texts?.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? ''] as const] : []));
}

/** `a=1,b=2` as members. */
export function assignments(texts: Texts): Entries {
  return texts?.map(assignment);
}

function assignment(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
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

/** Where a text is as good as a number: only what a number is written as is one, so that `01` stays as it is. */
export function toPlainNumber(text: string | undefined): unknown {
  return text !== undefined && Number.isFinite(Number(text)) && String(Number(text)) === text ? Number(text) : text;
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

function pathValue(wire: WireRequest, name: string, prefix: string): string | undefined {
  const text = wire.path[name];
  return text?.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function orNothing(entries: readonly (readonly [string, string])[]): Entries {
  return entries.length === 0 ? undefined : entries;
}

/** A `%` that starts no escape is a character like any other. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
