import path from 'node:path';
import type { Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import { listObjects } from './list-objects';
import { deleteObject, type Place, readObject, writeObject } from './objects';
import { escapeXml, etagOf } from './xml';

/** A call of S3, as an integration makes it. */
export interface S3Request {
  readonly method: string;
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  readonly query: readonly Pair[];
  readonly body: Buffer;
  readonly contentType?: string;
}

/** Buckets that are folders: what is put there can be looked at, and what is laid there can be fetched. */
export class FolderBuckets {
  /**
   * @param base The folder that paths are shown relative to.
   * @param directory Holds one folder for each bucket.
   */
  constructor(
    readonly base: string,
    readonly directory: string,
  ) {}

  /** Answers as S3 does, errors in XML included. */
  handle(request: S3Request): BackendReply {
    const { method, bucket, key } = request;
    const place: Place = { directory: this.directory, bucket, key };
    if (bucket === '' || /[\\/]|^\.+$/.test(bucket)) return xmlError(404, 'NoSuchBucket', place);
    if (key === '') {
      const folder = path.join(this.directory, bucket);
      return method === 'GET' ? listObjects(folder, bucket, request.query) : xmlError(405, 'MethodNotAllowed', place);
    }
    switch (method) {
      case 'GET':
        return this.get(place, true);
      case 'HEAD':
        return this.get(place, false);
      case 'PUT':
        writeObject(place, request.body, request.contentType);
        return { status: 200, headers: [['ETag', etagOf(request.body)]], body: Buffer.alloc(0) };
      case 'DELETE':
        deleteObject(place);
        return { status: 204, headers: [], body: Buffer.alloc(0) };
      default:
        return xmlError(405, 'MethodNotAllowed', place);
    }
  }

  private get(place: Place, withBody: boolean): BackendReply {
    const object = readObject(place);
    if (object === undefined) {
      const error = xmlError(404, 'NoSuchKey', place);
      return withBody ? error : { ...error, body: Buffer.alloc(0) };
    }
    const headers: Pair[] = [
      ['Content-Type', object.contentType],
      ['Content-Length', String(object.body.length)],
      ['ETag', etagOf(object.body)],
      ['Last-Modified', object.modified.toUTCString()],
      ['Accept-Ranges', 'bytes'],
    ];
    return { status: 200, headers, body: withBody ? object.body : Buffer.alloc(0) };
  }
}

const explanations: Readonly<Record<string, string>> = {
  NoSuchKey: 'The specified key does not exist.',
  NoSuchBucket: 'The specified bucket does not exist',
  MethodNotAllowed: 'The specified method is not allowed against this resource.',
};

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
function xmlError(status: number, code: string, { bucket, key }: Place): BackendReply {
  const resource =
    code === 'NoSuchKey' ? `<Key>${escapeXml(key)}</Key>` : `<BucketName>${escapeXml(bucket)}</BucketName>`;
  const inner = `<Code>${code}</Code><Message>${explanations[code] ?? code}</Message>${resource}`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inner}<RequestId>local</RequestId></Error>`;
  return { status, headers: [['Content-Type', 'application/xml']], body: Buffer.from(body) };
}
