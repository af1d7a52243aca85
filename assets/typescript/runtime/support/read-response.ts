/** How the body of a response is read: by media type, for those of which the type alone does not tell. */
export interface ResponseKinds {
  readonly [mediaType: string]: ResponseKind;
}

export type ResponseKind = 'json' | 'text' | 'binary';

/** The value of a response's body; undefined where there is none. */
export async function readBody(response: globalThis.Response, kinds: ResponseKinds = {}): Promise<unknown> {
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const kind = Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : kindOf(mediaType);
  if (kind === 'binary') {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length === 0 && mediaType === '' ? undefined : bytes;
  }
  const text = await response.text();
  if (kind === 'text') return text;
  return text === '' ? undefined : JSON.parse(text);
}

function kindOf(mediaType: string): ResponseKind {
  if (/^application\/json$|\+json$/.test(mediaType)) return 'json';
  return /^text\/|[/+](?:xml|yaml|javascript|x-www-form-urlencoded)$/.test(mediaType) ? 'text' : 'binary';
}
