import { essence } from '../../shared/media-type';
import type { StreamFormat } from '../../shared/streaming-media-types';
import type { ContentKind } from '../model/service';

/** How the bytes of a media type, taken whole, become a value; nothing for one that says nothing, such as one of any type. */
export function kindOfMediaType(mediaType: string): Exclude<ContentKind, StreamFormat> | undefined {
  const [type = '', subtype = ''] = essence(mediaType).split('/');
  if (type === '*' || (type === 'application' && subtype === '*')) return undefined;
  if (subtype === 'json' || subtype.endsWith('+json')) return 'json';
  if (type === 'application' && subtype === 'x-www-form-urlencoded') return 'form';
  if (type === 'multipart' && (subtype === 'form-data' || subtype === '*')) return 'multipart';
  const isText = type === 'text' || textual.has(subtype) || /\+(?:xml|yaml)$/.test(subtype);
  return isText ? 'text' : 'binary';
}

/** True for the form of a media type or of a range of them. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$&^*.+-]+\/[\w!#$&^*.+-]+\s*(?:;.*)?$/.test(text.trim());
}

const textual: ReadonlySet<string> = new Set([
  ...['xml', 'yaml', 'x-yaml', 'javascript', 'ecmascript', 'graphql', 'sql', 'toml', 'x-ndjson', 'ndjson', 'jsonl'],
  ...['json-seq', 'x-sh', 'x-pem-file', 'jose', 'jwt', 'csv'],
]);
