import { essence } from './media-type';

/**
 * How the items of a stream stand one after the other: as server-sent events, as lines of JSON, or as JSON texts that each begin with a
 * record separator.
 */
export type StreamFormat = 'events' | 'json-lines' | 'json-sequence';

/** Media types of bodies that are many values, each of which means something before the next one is there. */
const formats: Readonly<Record<string, StreamFormat>> = {
  'text/event-stream': 'events',
  'application/jsonl': 'json-lines',
  'application/x-jsonl': 'json-lines',
  'application/jsonlines': 'json-lines',
  'application/x-jsonlines': 'json-lines',
  'application/ndjson': 'json-lines',
  'application/x-ndjson': 'json-lines',
  'application/json-seq': 'json-sequence',
};

/**
 * The format of a streaming media type; nothing for any other.
 * @see https://spec.openapis.org/oas/v3.2.0#sequential-media-types
 */
export function streamFormatOf(mediaType: string): StreamFormat | undefined {
  const type = essence(mediaType);
  if (Object.hasOwn(formats, type)) return formats[type];
  // RFC 8091 has them for any type, such as application/geo+json-seq.
  return type.endsWith('+json-seq') ? 'json-sequence' : undefined;
}

/** True for a status, or a range of them, that says that all went well. */
export function isSuccessStatus(status: string): boolean {
  return /^2(?:\d\d|XX)$/i.test(status);
}
