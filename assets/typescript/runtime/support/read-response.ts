import { essence, toText } from './content.js';

/** How the body of a response is read: by media type, for those of which the type alone does not tell. */
export interface ResponseKinds {
  readonly [mediaType: string]: ResponseKind;
}

export type ResponseKind = 'json' | 'text' | 'binary' | ((bytes: Uint8Array, contentType: string) => unknown);

/** The value of a response's body; undefined where there is none. */
export async function readBody(response: globalThis.Response, kinds: ResponseKinds = {}): Promise<unknown> {
  const contentType = response.headers.get('content-type') ?? '';
  const mediaType = essence(contentType);
  const kind = Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : kindOf(mediaType);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0 && (kind === 'json' || mediaType === '')) return undefined;
  if (kind === 'binary') return bytes;
  if (typeof kind === 'function') return kind(bytes, contentType);
  return kind === 'text' ? toText(bytes, contentType) : JSON.parse(toText(bytes, contentType, false));
}

function kindOf(mediaType: string): ResponseKind {
  if (/^application\/json$|\+json$/.test(mediaType)) return 'json';
  return /^text\/|[/+](?:xml|yaml|javascript|x-www-form-urlencoded)$/.test(mediaType) ? 'text' : 'binary';
}
