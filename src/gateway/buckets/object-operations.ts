import { createHash } from 'node:crypto';
import { headerOf, lastOf, type Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import { etagOf, type StoredObject } from './bucket';
import { rangeOf } from './byte-range';
import { metadataIn } from './metadata';
import { checkRead, checkWrite } from './preconditions';
import { emptyReply, missingObject, permit, type S3Call } from './s3-call';
import { S3Error } from './s3-error';

/** `GetObject`, and `HeadObject`, which is the same without a body. */
export function getObject(call: S3Call): BackendReply {
  const { request, bucket } = call;
  permit('s3:GetObject', call);
  const object = bucket.read(request.key);
  if (object === undefined) throw missingObject(call);
  const validators: Pair[] = [
    ['ETag', object.etag],
    ['Last-Modified', object.modified.toUTCString()],
  ];
  if (checkRead(request.headers, object)) return emptyReply(304, validators);
  const range = rangeOf(headerOf(request.headers, 'range'), object.body.length);
  const body = range === undefined ? object.body : object.body.subarray(range.start, range.end);
  const contentRange: Pair[] =
    range === undefined ? [] : [['Content-Range', `bytes ${range.start}-${range.end - 1}/${object.body.length}`]];
  return {
    status: range === undefined ? 200 : 206,
    headers: [
      ...validators,
      ['Accept-Ranges', 'bytes'],
      ['Content-Length', String(body.length)],
      ...contentRange,
      ...metadataHeaders(object, request.query),
      ...encryption,
    ],
    body,
  };
}

/** `PutObject`: the object is there when the call returns, and with the headers it came with. */
export function putObject(call: S3Call): BackendReply {
  const { request, bucket } = call;
  const { key, body, headers } = request;
  permit('s3:PutObject', call);
  if (headerOf(headers, 'x-amz-copy-source') !== undefined) {
    throw new S3Error('NotImplemented', { message: 'the local gateway does not copy objects (x-amz-copy-source)' });
  }
  checkDigest(headerOf(headers, 'content-md5'), body);
  checkWrite(headers, bucket.read(key), () => missingObject(call));
  bucket.write(key, body, metadataIn(headers));
  return emptyReply(200, [['ETag', etagOf(body)], ...encryption]);
}

/** `DeleteObject`: what is not there counts as deleted. */
export function deleteObject(call: S3Call): BackendReply {
  permit('s3:DeleteObject', call);
  call.bucket.remove(call.request.key);
  return emptyReply(204);
}

/** Every bucket encrypts what it holds, and says so. */
const encryption: readonly Pair[] = [['x-amz-server-side-encryption', 'AES256']];

/** Names of headers as S3 writes them. */
const titles: Readonly<Record<string, string>> = {
  'cache-control': 'Cache-Control',
  'content-disposition': 'Content-Disposition',
  'content-encoding': 'Content-Encoding',
  'content-language': 'Content-Language',
  'content-type': 'Content-Type',
  expires: 'Expires',
};

/** What came with the object, where the query does not ask for something else: `response-content-type=text/plain`. */
function metadataHeaders({ metadata }: StoredObject, query: readonly Pair[]): Pair[] {
  const headers = new Map(metadata);
  for (const name of Object.keys(titles)) {
    const override = lastOf(query, `response-${name}`);
    if (override !== undefined) headers.set(name, override);
  }
  return [...headers].map(([name, value]) => [titles[name] ?? name, value]);
}

function checkDigest(given: string | undefined, body: Buffer): void {
  if (given === undefined) return;
  const elements = { 'Content-MD5': given };
  if (Buffer.from(given, 'base64').length !== 16) throw new S3Error('InvalidDigest', { elements });
  const calculated = createHash('md5').update(body).digest('base64');
  if (calculated === given) return;
  throw new S3Error('BadDigest', { elements: { ExpectedDigest: given, CalculatedDigest: calculated } });
}
