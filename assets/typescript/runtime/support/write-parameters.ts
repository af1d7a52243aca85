/** A path parameter: `a`, `a,b`, and of objects `k,v` or, exploded, `k=v`. */
export function simple(name: string, value: unknown, explode = false): string {
  return segment(name, scalars(value, explode, '=').map(encode).join(','));
}

/** A path parameter that may hold slashes, as `{proxy+}`. */
export function greedy(name: string, value: unknown): string {
  return String(value)
    .split('/')
    .map((part) => segment(name, encode(part)))
    .join('/');
}

/** `.a,b`, or exploded `.a.b`. */
export function label(_name: string, value: unknown, explode = false): string {
  return `.${scalars(value, explode, '=')
    .map(encode)
    .join(explode ? '.' : ',')}`;
}

/** `;name=a,b`, or exploded `;name=a;name=b`. */
export function matrix(name: string, value: unknown, explode = false): string {
  if (!explode) return `;${encode(name)}=${scalars(value, false, '=').map(encode).join(',')}`;
  return entriesOf(name, value)
    .map(([key, item]) => `;${encode(key)}=${encode(item)}`)
    .join('');
}

/** `name=a&name=b`: lists repeat the name, and the members of objects are parameters of their own. */
export function form(name: string, value: unknown): string | undefined {
  return isAbsent(value) ? undefined : toQuery(entriesOf(name, value));
}

/** `name=a,b`, or with another separator. */
export function joined(name: string, value: unknown, separator = ','): string | undefined {
  if (isAbsent(value)) return undefined;
  return `${encode(name)}=${scalars(value, false, '=').map(encode).join(encodeSeparator(separator))}`;
}

/** `name[member]=value` */
export function deepObject(name: string, value: unknown): string | undefined {
  if (isAbsent(value)) return undefined;
  const entries = Object.entries(Object(value) as object).flatMap(([key, item]) => entriesOf(`${name}[${key}]`, item));
  return toQuery(entries);
}

/** A query parameter whose value is JSON. */
export function jsonQuery(name: string, value: unknown): string | undefined {
  return isAbsent(value) ? undefined : `${encode(name)}=${encode(JSON.stringify(value))}`;
}

/** Headers hold their values as they are. */
export function header(value: unknown, explode = false): string | undefined {
  return isAbsent(value) ? undefined : scalars(value, explode, '=').join(',');
}

export function jsonText(value: unknown): string | undefined {
  return isAbsent(value) ? undefined : JSON.stringify(value);
}

export function cookie(name: string, value: unknown, explode = false): string | undefined {
  if (isAbsent(value)) return undefined;
  if (!explode) return `${name}=${scalars(value, false, '=').map(encode).join(',')}`;
  return entriesOf(name, value)
    .map(([key, item]) => `${key}=${encode(item)}`)
    .join('; ');
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** The texts of a value in one place; objects give their members' names too. */
function scalars(value: unknown, explode: boolean, assign: string): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'object' || value === null) return [String(value)];
  const members = Object.entries(value).filter(([, item]) => !isAbsent(item));
  return members.flatMap(([key, item]) => (explode ? [`${key}${assign}${item}`] : [key, String(item)]));
}

/** Names and values where each has a place of its own. */
function entriesOf(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map((item) => [name, String(item)]);
  if (typeof value !== 'object' || value === null) return isAbsent(value) ? [] : [[name, String(value)]];
  return Object.entries(value).flatMap(([key, item]) => entriesOf(key, item));
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

/** URLs resolve dots, and an empty segment is another resource: such a value would call another operation. */
function segment(name: string, text: string): string {
  if (text === '' || text === '.' || text === '..') {
    throw new TypeError(`the path parameter '${name}' must not be '${text}'`);
  }
  return text;
}
