import { lastOf } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import type { Bucket } from './bucket';
import { arnOf, type S3Call, xmlReply } from './s3-call';
import { S3Error } from './s3-error';
import { element, s3Document } from './xml';

/** Objects of one answer, at most. */
const longestPage = 1000;

interface Page {
  readonly keys: readonly string[];
  /** Beginnings of keys up to a delimiter, in place of the keys themselves. */
  readonly prefixes: readonly string[];
  /** The last key or beginning; nothing when it is the last page. */
  readonly last?: string;
}

interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  readonly after: string;
  readonly size: number;
}

/** `ListObjects`, and with `list-type=2` `ListObjectsV2`. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects({ request, bucket, caller }: S3Call): BackendReply {
  const parameter = (name: string) => lastOf(request.query, name);
  const prefix = parameter('prefix') ?? '';
  const refusal = caller.refusal('s3:ListBucket', arnOf(request.bucket), prefix);
  if (refusal !== undefined) throw new S3Error('AccessDenied', { message: refusal });
  const second = parameter('list-type') === '2';
  const token = parameter('continuation-token');
  const marker = parameter(second ? 'start-after' : 'marker');
  const after = second && token !== undefined ? Buffer.from(token, 'base64url').toString() : (marker ?? '');
  const delimiter = parameter('delimiter') ?? '';
  const size = sizeOf(parameter('max-keys'));
  const page = pageOf(bucket.keys(), { prefix, delimiter, after, size });
  const encoded = parameter('encoding-type') === 'url';
  const name = (key: string) => (encoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key);
  const first = delimiter === '' ? [] : [element('NextMarker', name(page.last ?? ''))];
  const next = second ? [element('NextContinuationToken', Buffer.from(page.last ?? '').toString('base64url'))] : first;
  return xmlReply(
    s3Document('ListBucketResult', [
      element('Name', request.bucket),
      element('Prefix', name(prefix)),
      ...(second ? [element('KeyCount', page.keys.length + page.prefixes.length)] : []),
      ...(marker === undefined && second ? [] : [element(second ? 'StartAfter' : 'Marker', name(marker ?? ''))]),
      element('MaxKeys', size),
      ...(delimiter === '' ? [] : [element('Delimiter', name(delimiter))]),
      ...(encoded ? [element('EncodingType', 'url')] : []),
      element('IsTruncated', page.last !== undefined),
      ...(second && token !== undefined ? [element('ContinuationToken', token)] : []),
      ...(page.last === undefined ? [] : next),
      ...page.keys.map((key) => describe(key, name(key), bucket)),
      ...page.prefixes.map((common) => element('CommonPrefixes', [element('Prefix', name(common))])),
    ]),
  );
}

function pageOf(all: readonly string[], { prefix, delimiter, after, size }: Listing): Page {
  const keys: string[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  for (const key of all) {
    if (!key.startsWith(prefix) || compare(key, after) <= 0) continue;
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const common = cut < 0 ? undefined : key.slice(0, cut + delimiter.length);
    if (common !== undefined && (common === last || common === after)) continue;
    if (keys.length + prefixes.length === size)
      return last === undefined ? { keys, prefixes } : { keys, prefixes, last };
    if (common === undefined) keys.push(key);
    else prefixes.push(common);
    last = common ?? key;
  }
  return { keys, prefixes };
}

function describe(key: string, shown: string, bucket: Bucket): string {
  const object = bucket.read(key);
  if (object === undefined) return '';
  return element('Contents', [
    element('Key', shown),
    element('LastModified', object.modified.toISOString()),
    element('ETag', object.etag),
    element('Size', object.body.length),
    element('StorageClass', 'STANDARD'),
  ]);
}

function sizeOf(given: string | undefined): number {
  if (given === undefined) return longestPage;
  if (/^\d+$/.test(given)) return Math.min(longestPage, Number(given));
  const message = 'Provided max-keys not an integer or within integer range';
  throw new S3Error('InvalidArgument', { message, elements: { ArgumentName: 'max-keys', ArgumentValue: given } });
}

function compare(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
