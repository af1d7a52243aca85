import { headerOf, type Pair } from '../http/request';
import { S3Error } from './s3-error';

/** What conditions of a request are about. */
export interface Validators {
  readonly etag: string;
  readonly modified: Date;
}

/**
 * Checks the conditions under which an object is read.
 * @returns True when the client has the object already: the answer is 304.
 * @throws S3Error 412, naming the condition that does not hold.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function checkRead(headers: readonly Pair[], { etag, modified }: Validators): boolean {
  const [match, noneMatch] = [headerOf(headers, 'if-match'), headerOf(headers, 'if-none-match')];
  const [since, unmodifiedSince] = [dateOf(headers, 'if-modified-since'), dateOf(headers, 'if-unmodified-since')];
  if (match !== undefined && !lists(match, etag)) throw failed('If-Match');
  // With If-Match, the dates say nothing more.
  const changed = unmodifiedSince !== undefined && seconds(modified) > unmodifiedSince;
  if (match === undefined && changed) throw failed('If-Unmodified-Since');
  if (noneMatch !== undefined) return lists(noneMatch, etag);
  return since !== undefined && seconds(modified) <= since;
}

/**
 * Checks the conditions under which an object is written: that there is none, or that it is still the one that the client knows.
 * @throws S3Error 412, or 404 when it is gone.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function checkWrite(headers: readonly Pair[], existing: Validators | undefined, missing: () => S3Error): void {
  const [match, noneMatch] = [headerOf(headers, 'if-match'), headerOf(headers, 'if-none-match')];
  if (noneMatch === '*' && existing !== undefined) throw failed('If-None-Match');
  if (match === undefined) return;
  if (existing === undefined) throw missing();
  if (!lists(match, existing.etag)) throw failed('If-Match');
}

function failed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', { elements: { Condition: condition } });
}

/** S3 takes entity tags without quotes, too. */
function lists(header: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '').replaceAll('"', '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag));
}

/** Seconds since 1970; a date that cannot be read is no condition. */
function dateOf(headers: readonly Pair[], name: string): number | undefined {
  const time = Date.parse(headerOf(headers, name) ?? '');
  return Number.isNaN(time) ? undefined : time / 1000;
}

/** Headers know no parts of a second. */
function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
