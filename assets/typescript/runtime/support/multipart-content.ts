import { type Content, toText } from './content.js';
import { readStyled, type StyledFields } from './styled-fields.js';
import type { Check } from './validation.js';

/** One part of a form. */
export interface Part {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Makes the value of a field of the parts it came with. */
export type ReadPart = (parts: readonly Part[]) => unknown;

export interface PartFields {
  readonly [name: string]: ReadPart;
}

/** `multipart/form-data`, which only requests have. */
export function multipart(
  fields: PartFields,
  check?: Check,
  mediaType = 'multipart/form-data',
  styled?: StyledFields,
): Content {
  return {
    mediaType,
    usual: 'multipart/form-data',
    check,
    decode: (bytes, contentType) => {
      const parts = readParts(bytes, contentType);
      if (styled === undefined) return toFields(parts, fields);
      const others = parts.filter(({ name }) => styled.isOther(name));
      const texts = parts
        .filter(({ name }) => !styled.isOther(name))
        .map((part) => [part.name, partText(part)] as const);
      return Object.assign(toFields(others, fields), readStyled(texts, styled));
    },
    encode: () => {
      throw new Error('a multipart form cannot be a response');
    },
  };
}

/** A field with one text; the conversion is that of a parameter. */
export function textPart(convert: (text: string | undefined) => unknown = (text) => text): ReadPart {
  return (parts) => parts.map((part) => convert(partText(part))).at(-1);
}

export function textParts(convert: (text: string | undefined) => unknown = (text) => text): ReadPart {
  return (parts) => parts.map((part) => convert(partText(part)));
}

export function bytesPart(): ReadPart {
  return (parts) => parts.at(-1)?.bytes;
}

export function bytesParts(): ReadPart {
  return (parts) => parts.map(({ bytes }) => bytes);
}

function partText(part: Part): string {
  return toText(part.bytes, part.contentType);
}

function toFields(parts: readonly Part[], fields: PartFields): object {
  const byName = new Map<string, Part[]>();
  for (const part of parts) byName.set(part.name, [...(byName.get(part.name) ?? []), part]);
  return Object.fromEntries(
    [...byName].map(([name, found]) => [name, Object.hasOwn(fields, name) ? fields[name]?.(found) : textPart()(found)]),
  );
}

/** The parts between the boundaries. @see https://www.rfc-editor.org/rfc/rfc7578 */
function readParts(bytes: Uint8Array, contentType: string): Part[] {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (boundary === null) throw new Error("is not a form: its content type has no 'boundary'");
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const all = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let start = all.indexOf(delimiter);
  for (let end = next(start); start >= 0 && end >= 0; start = end, end = next(start)) {
    parts.push(readPart(all.subarray(start + delimiter.length, end)));
  }
  return parts;

  function next(from: number): number {
    return all.indexOf(delimiter, from + delimiter.length);
  }
}

function readPart(raw: Buffer): Part {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('is not a form: a part has no headers');
  const headers = raw.subarray(0, end).toString('utf8');
  const disposition = /^content-disposition:[^\r\n]*?;\s*name=(?:"([^"]*)"|([^;\s]+))/im.exec(headers);
  if (disposition === null) throw new Error('is not a form: a part has no name');
  return {
    name: unescapeName(disposition[1] ?? disposition[2] ?? ''),
    contentType: /^content-type:\s*([^\r\n]*)/im.exec(headers)?.[1] ?? 'text/plain',
    bytes: new Uint8Array(raw.subarray(end + 4)),
  };
}

/** Forms escape the characters that would end a name. @see https://html.spec.whatwg.org/#multipart-form-data */
function unescapeName(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}
