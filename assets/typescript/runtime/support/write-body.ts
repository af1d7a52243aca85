/** A body on its way to `fetch`. */
export interface RequestBody {
  /** Absent where `fetch` knows it better: a form's boundary. */
  readonly contentType: string | undefined;
  readonly data: NonNullable<RequestInit['body']>;
}

/** A body as clients give it: where a handler gets bytes, a `Blob` does, too, such as the `File` of a browser. */
export type WithFiles<Body> = Body extends Uint8Array
  ? File<Body>
  : Body extends object
    ? { [Name in keyof Body]: File<Body[Name]> }
    : Body;

type File<Value> = Value extends Uint8Array
  ? Value | Blob
  : Value extends (infer Item)[]
    ? Item extends Uint8Array
      ? (Item | Blob)[]
      : Value
    : Value;

/** Bytes that no other thread shares, said without the type argument that compilers before TypeScript 5.7 do not know. */
export type OwnBytes = Uint8Array & { readonly buffer: ArrayBuffer };

export function jsonBody(value: unknown, contentType = 'application/json'): RequestBody | undefined {
  return value === undefined ? undefined : { contentType, data: JSON.stringify(value) };
}

export function textBody(value: unknown, contentType = 'text/plain'): RequestBody | undefined {
  return value === undefined ? undefined : { contentType, data: String(value) };
}

export function binaryBody(value: unknown, contentType = 'application/octet-stream'): RequestBody | undefined {
  return value === undefined ? undefined : { contentType, data: value as RequestBody['data'] };
}

/** Writes a field as a query parameter would be; by name, for those of which the model says how. */
export interface FieldStyles {
  readonly [name: string]: (value: unknown) => string | undefined;
}

/** `application/x-www-form-urlencoded`: lists repeat their field, and objects are JSON, where the model does not say otherwise. */
export function formBody(
  value: unknown,
  contentType = 'application/x-www-form-urlencoded',
  styles: FieldStyles = {},
  convert: (rest: unknown) => unknown = (rest) => rest,
): RequestBody | undefined {
  if (value === undefined) return undefined;
  const search = new URLSearchParams();
  for (const [name, item] of fieldsOf(value, styles, convert)) search.append(name, toText(name, item));
  return { contentType, data: search.toString() };
}

/** `multipart/form-data`: bytes are files, and so is what has a media type of its own, since forms of `fetch` have no other way to say it. */
export function multipartBody(
  value: unknown,
  types: { readonly [name: string]: string } = {},
  styles: FieldStyles = {},
  convert: (rest: unknown) => unknown = (rest) => rest,
): RequestBody | undefined {
  if (value === undefined) return undefined;
  const data = new FormData();
  for (const [name, item] of fieldsOf(value, styles, convert)) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const options = type === undefined ? {} : { type };
    if (item instanceof Blob) data.append(name, item);
    else if (item instanceof Uint8Array) data.append(name, new Blob([item as OwnBytes], options));
    else if (type !== undefined) data.append(name, new Blob([toText(name, item)], options));
    else data.append(name, toText(name, item));
  }
  return { contentType: undefined, data };
}

function fieldsOf(
  value: unknown,
  styles: FieldStyles,
  convert: (rest: unknown) => unknown,
): [name: string, item: unknown][] {
  const members = Object.entries(Object(value) as object);
  const rest = Object.fromEntries(members.filter(([name]) => !Object.hasOwn(styles, name)));
  const styled = members.map(([name, field]) => (Object.hasOwn(styles, name) ? styles[name]?.(field) : undefined));
  const plain = Object.entries(Object(convert(rest)) as object).flatMap(([name, field]) =>
    (Array.isArray(field) ? field : [field])
      .filter((item) => item !== undefined)
      .map((item): [string, unknown] => [name, item]),
  );
  return [...plain, ...styled.flatMap((text) => [...new URLSearchParams(text ?? '')])];
}

/** Text has no null: a handler could not tell it from the word. */
function toText(name: string, item: unknown): string {
  if (item === null) throw new TypeError(`the field '${name}' of a form cannot hold null`);
  return typeof item === 'object' ? JSON.stringify(item) : String(item);
}
