import type { Check } from './validation.js';

/** A media type of a body: how its bytes become a value and back, and what the value has to be. */
export interface Content {
  /** As in the model, where it may be a range such as `image/*`. */
  readonly mediaType: string;
  /** What a body of a range is sent as. */
  readonly usual?: string;
  readonly check?: Check | undefined;
  /** @throws an error whose message says what is wrong with the bytes. */
  readonly decode: (bytes: Uint8Array, contentType: string) => unknown;
  readonly encode: (value: unknown) => string | Uint8Array;
}

/** The media types of a body; of JSON and nothing else, its check. */
export type Contents = Check | readonly Content[];

/** Contents as a list. */
export function listed(contents: Contents): readonly Content[] {
  return typeof contents === 'function' ? [json(contents)] : contents;
}

export function json(check?: Check, mediaType = 'application/json'): Content {
  return { mediaType, usual: 'application/json', check, decode: parseJson, encode: (value) => JSON.stringify(value) };
}

/** The conversion is that of a parameter. */
export function text(check?: Check, mediaType = 'text/plain', convert?: (text: string) => unknown): Content {
  const decode = (bytes: Uint8Array, contentType: string) => {
    const characters = toText(bytes, contentType);
    return convert === undefined ? characters : convert(characters);
  };
  return { mediaType, usual: 'text/plain', check, decode, encode: String };
}

export function binary(check?: Check, mediaType = 'application/octet-stream'): Content {
  return { mediaType, usual: 'application/octet-stream', check, decode: (bytes) => bytes, encode: toBytes };
}

/** The content that a media type asks for: the most exact one that matches, and the first where none is asked for. */
export function findContent(contents: readonly Content[], contentType: string | undefined): Content | undefined {
  if (contentType === undefined) return contents[0];
  const wanted = essence(contentType);
  const range = `${wanted.split('/')[0]}/*`;
  const find = (mediaType: string) => contents.find((content) => essence(content.mediaType) === mediaType);
  return find(wanted) ?? find(range) ?? find('*/*') ?? (isJson(wanted) ? contents.find(isJsonContent) : undefined);
}

/** A media type without its parameters. */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The characters of a body, in the charset of its media type. */
export function toText(bytes: Uint8Array, contentType: string, ignoreBOM = true): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { ignoreBOM }).decode(bytes);
  } catch {
    throw new Error(`cannot be read: the charset '${charset}' is not known`);
  }
}

function parseJson(bytes: Uint8Array, contentType: string): unknown {
  const characters = toText(bytes, contentType, false);
  try {
    return JSON.parse(characters);
  } catch (error) {
    throw new Error(`is not valid JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function toBytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
}

function isJson(mediaType: string): boolean {
  return /^application\/json$|\+json$/.test(mediaType);
}

function isJsonContent({ mediaType }: Content): boolean {
  return isJson(essence(mediaType));
}
