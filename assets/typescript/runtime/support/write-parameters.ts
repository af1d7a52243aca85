/** Writes a value as JSON. */
type Print = (value: unknown) => string;

/** A path parameter: `a`, `a,b`, and of objects `k,v` or, exploded, `k=v`. */
export function simple(name: string, value: unknown, explode = false): string {
  return segment(name, parts(name, value, explode).join(','));
}

/** A path parameter that may hold slashes, as `{proxy+}`. */
export function greedy(name: string, value: unknown): string {
  return toText(name, value)
    .split('/')
    .map((part) => segment(name, encode(part)))
    .join('/');
}

/** `.a,b`, or exploded `.a.b`. */
export function label(name: string, value: unknown, explode = false): string {
  const texts = parts(name, value, explode);
  // A dot inside of a value is told from those between them by being encoded.
  return segment(name, `.${texts.map((text) => text.replaceAll('.', '%2E')).join(explode ? '.' : ',')}`);
}

/** `;name=a,b`, or exploded `;name=a;name=b`. */
export function matrix(name: string, value: unknown, explode = false): string {
  if (!explode) return `;${encode(name)}=${parts(name, value, false).join(',')}`;
  const entries = entriesOf(name, name, value);
  return segment(name, entries.map(([key, item]) => `;${encode(key)}=${encode(item)}`).join(''));
}

/** `name=a&name=b`: lists repeat the name, and the members of objects are parameters of their own. */
export function form(name: string, value: unknown): string | undefined {
  return isAbsent(value) ? undefined : toQuery(entriesOf(name, name, value));
}

/** `name=a,b`, or with another separator. */
export function joined(name: string, value: unknown, separator = ','): string | undefined {
  if (isAbsent(value)) return undefined;
  // Handlers get it decoded, with nothing to tell a separator from a character of a value.
  const texts = joinable(name, scalars(name, value, undefined), value, separator);
  return `${encode(name)}=${texts.map(encode).join(encodeSeparator(separator))}`;
}

/** `name[member]=value` */
export function deepObject(name: string, value: unknown): string | undefined {
  if (isAbsent(value)) return undefined;
  const entries = Object.entries(Object(value) as object);
  return toQuery(entries.flatMap(([key, item]) => memberEntries(name, `${name}[${key}]`, item)));
}

/** A query parameter whose value is JSON. */
export function jsonQuery(name: string, value: unknown, print: Print = JSON.stringify): string | undefined {
  return value === undefined ? undefined : `${encode(name)}=${encode(print(value))}`;
}

/** Headers hold their values as they are. */
export function header(name: string, value: unknown, explode = false): string | undefined {
  if (isAbsent(value)) return undefined;
  const texts = scalars(name, value, explode ? '=' : undefined);
  if (typeof value !== 'object') return texts.join('');
  if (texts.some((text) => text.trim() !== text)) throw refuse(name, 'cannot have spaces around a value of a list');
  return joinable(name, texts, value, ',').join(',');
}

/** JSON in a header, which has no characters but those of ASCII. */
export function jsonText(value: unknown, print: Print = JSON.stringify): string | undefined {
  return value === undefined ? undefined : print(value).replace(/[\u007f-\uffff]/g, escapeCharacter);
}

export function cookie(name: string, value: unknown, explode = false): string | undefined {
  if (isAbsent(value)) return undefined;
  if (!explode) return `${name}=${parts(name, value, false).join(',')}`;
  return entriesOf(name, name, value)
    .map(([key, item]) => `${key}=${encode(item)}`)
    .join('; ');
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** The texts of a value in one place, encoded; exploded, with `=` between names and values. */
function parts(name: string, value: unknown, explode: boolean): string[] {
  if (!explode || Array.isArray(value) || typeof value !== 'object' || value === null) {
    const texts = scalars(name, value, undefined).map(encode);
    if (texts.length === 1 && texts[0] === '' && Array.isArray(value)) throw refuse(name, 'cannot be one empty text');
    return texts;
  }
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${encode(key)}=${encode(toText(name, item))}`);
}

/** The texts of a value; objects give their members' names too, one by one or assigned. */
function scalars(name: string, value: unknown, assign: string | undefined): string[] {
  if (Array.isArray(value)) return value.map((item) => toText(name, item));
  if (typeof value !== 'object' || value === null) return [toText(name, value)];
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return members.flatMap(([key, item]) => {
    if (Array.isArray(item)) throw refuse(name, `cannot have a list in '${key}'`);
    if (assign !== undefined && key.includes(assign)) throw refuse(name, `cannot have '${assign}' in a name`);
    return assign === undefined ? [key, toText(name, item)] : [`${key}${assign}${toText(name, item)}`];
  });
}

/** Texts that are told apart when they stand together. */
function joinable(name: string, texts: string[], value: unknown, separator: string): string[] {
  if (typeof value !== 'object') return texts;
  if (texts.some((text) => text.includes(separator))) throw refuse(name, `cannot have '${separator}' in a value`);
  if (texts.length === 1 && texts[0] === '') throw refuse(name, 'cannot be one empty text');
  return texts;
}

/** Names and values where each has a place of its own. */
function entriesOf(parameter: string, name: string, value: unknown): [string, string][] {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return memberEntries(parameter, name, value);
  return Object.entries(value).flatMap(([key, item]) => memberEntries(parameter, key, item));
}

function memberEntries(parameter: string, name: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => [name, toText(parameter, item)]);
}

/** What is neither text nor list stands as JSON: OpenAPI has no form for it. */
function toText(name: string, value: unknown): string {
  if (isAbsent(value)) throw refuse(name, `cannot hold ${value}`);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toQuery(entries: readonly [string, string][]): string {
  return entries.map(([key, item]) => `${encode(key)}=${encode(item)}`).join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text);
}

function encodeSeparator(separator: string): string {
  return separator === ',' ? separator : encode(separator);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** URLs resolve dots, and an empty segment is another resource: such a value would call another operation. */
function segment(name: string, text: string): string {
  const resolved = text.replaceAll(/%2e/gi, '.');
  if (resolved === '' || resolved === '.' || resolved === '..') {
    throw new TypeError(`the path parameter '${name}' must not be '${resolved}'`);
  }
  return text;
}

function refuse(name: string, reason: string): TypeError {
  return new TypeError(`the parameter '${name}' ${reason}`);
}
