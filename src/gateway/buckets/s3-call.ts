import type { Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import type { Bucket } from './bucket';
import { S3Error } from './s3-error';

/** A call of S3, as an integration makes it. */
export interface S3Request {
  readonly id: string;
  readonly method: string;
  /** Empty for S3 itself, whose buckets are listed. */
  readonly bucket: string;
  /** Decoded; empty for the bucket itself. */
  readonly key: string;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: Buffer;
}

/** Whoever calls: says what of it is allowed. */
export interface Caller {
  /**
   * Why an action may not be done; nothing when it may.
   * @param resource The ARN of the object or of the bucket.
   * @param prefix The value of `s3:prefix`, which only listing has.
   */
  refusal(action: string, resource: string, prefix?: string): string | undefined;
}

/** A call on its way. */
export interface S3Call {
  readonly request: S3Request;
  readonly bucket: Bucket;
  readonly caller: Caller;
}

/** The ARN of a bucket, or of an object in it. */
export function arnOf(bucket: string, key?: string): string {
  return `arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}`;
}

/** @throws S3Error unless the caller may do this with the object of the call. */
export function permit(action: string, { request, caller }: S3Call): void {
  const refusal = caller.refusal(action, arnOf(request.bucket, request.key));
  if (refusal !== undefined) throw new S3Error('AccessDenied', { message: refusal });
}

/**
 * What S3 says of an object that is not there: only those who may list the key, which a condition on `s3:prefix` may narrow down, are
 * told so; others get 403.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function missingObject({ request, caller }: S3Call): S3Error {
  const { bucket, key } = request;
  const refusal = caller.refusal('s3:ListBucket', arnOf(bucket), key);
  if (refusal !== undefined) return new S3Error('AccessDenied', { message: refusal });
  return new S3Error('NoSuchKey', { elements: { Key: key } });
}

/** A reply without a body. */
export function emptyReply(status: number, headers: readonly Pair[] = []): BackendReply {
  return { status, headers, body: Buffer.alloc(0) };
}

/** A reply with a document. */
export function xmlReply(document: string): BackendReply {
  return { status: 200, headers: [['Content-Type', 'application/xml']], body: Buffer.from(document) };
}

/** A failed call in the words of the log. */
export function failureNote({ status, code, message }: S3Error, { method, bucket, key }: S3Request): string {
  return `S3: ${status} ${code} for ${method} s3://${bucket}/${key}: ${message}`;
}
