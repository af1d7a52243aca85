import type { Json } from '../../shared/json';
import type { NamedShape, Response, ResponseHeader } from '../model/service';
import { isValid } from './is-valid';
import type { MockValues } from './mock-values';

/** What a mock sends as headers, and those that it would have to send and cannot. */
export interface MockHeaders {
  /** By name, as they are sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

/**
 * Makes the headers that the model describes for a response: of examples, of what is usual, else of their schemas. Optional ones are sent as well, as
 * optional members of bodies are.
 * @param place what the values depend on, besides the name of the header
 */
export function mockHeaders(
  { headers }: Response,
  shapes: ReadonlyMap<string, NamedShape>,
  values: MockValues,
  place: string,
): MockHeaders {
  const made = mockedHeaders(headers).map((header) => {
    const text = candidates(header, values, `${place} ${header.name}`)
      .filter((value) => value !== undefined && isValid(value, header.shape, shapes))
      .map((value) => textOf(header, value as Json))
      .find(isSendable);
    return { header, text };
  });
  return {
    headers: Object.fromEntries(made.flatMap(({ header, text }) => (text === undefined ? [] : [[header.name, text]]))),
    missing: made.filter(({ header, text }) => header.required && text === undefined).map(({ header }) => header.name),
  };
}

/** The headers that a mock has: not those that the gateway decides on, or that say how the body is sent. */
export function mockedHeaders(headers: readonly ResponseHeader[]): readonly ResponseHeader[] {
  return headers.filter(({ name }) => {
    const lower = name.toLowerCase();
    return !decidedElsewhere.has(lower) && !lower.startsWith('access-control-');
  });
}

const decidedElsewhere: ReadonlySet<string> = new Set([
  ...['connection', 'content-encoding', 'content-length', 'content-md5', 'date', 'expect', 'host', 'max-forwards'],
  ...['proxy-authenticate', 'server', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via'],
]);

/** What is usual for headers that everybody knows, where the schema allows it. */
const usual: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['cache-control', 'no-store'],
  ['content-disposition', 'inline'],
  ['content-language', 'en'],
  ['etag', '"1"'],
  ['expires', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['last-modified', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['location', '/'],
  ['retry-after', 1],
  ['vary', 'Accept'],
]);

function candidates(header: ResponseHeader, values: MockValues, place: string): readonly (Json | undefined)[] {
  const { name, shape, examples = [] } = header;
  const known = shape.examples === undefined && shape.default === undefined ? usual.get(name.toLowerCase()) : undefined;
  return [...examples, known, values.member(shape, place, name)];
}

/**
 * A value as a header has it.
 * @see https://spec.openapis.org/oas/v3.1.0#style-values
 */
function textOf({ name, explode, mediaType = '' }: ResponseHeader, value: Json): string {
  if (/[/+]json\b/i.test(mediaType)) return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escapeCharacter);
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (Array.isArray(value)) {
    // A mapping of API Gateway sends a header once.
    return (name.toLowerCase() === 'set-cookie' ? value.slice(0, 1) : value).map(scalarText).join(',');
  }
  const members = Object.entries(value);
  return members.map(([key, item]) => `${key}${explode ? '=' : ','}${scalarText(item)}`).join(',');
}

function scalarText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** HTTP has no spaces around a value and no control characters in it, and API Gateway no way to write a quote or nothing. */
function isSendable(text: string): boolean {
  return /^[!-&(-~](?:[ -&(-~]*[!-&(-~])?$/.test(text);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
