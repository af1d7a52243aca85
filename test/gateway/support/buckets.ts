import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FolderBuckets } from '../../../src/gateway/buckets/folder-buckets';
import type { Caller, S3Request } from '../../../src/gateway/buckets/s3-call';
import { headerOf, type Pair } from '../../../src/gateway/http/request';

/** What a test says of a call; it is on the bucket `Pets` of one who may do everything, unless it says otherwise. */
export interface CallSpec {
  readonly bucket?: string;
  readonly query?: readonly Pair[];
  readonly headers?: readonly Pair[];
  readonly body?: string | Buffer;
  readonly caller?: Caller;
}

const everything: Caller = { refusal: () => undefined };
let current = '';
let buckets: FolderBuckets;

/** Gives every test of a file buckets in a folder of their own. */
export function useBuckets(): void {
  beforeEach(() => {
    current = mkdtempSync(path.join(tmpdir(), 'buckets-'));
    buckets = new FolderBuckets(current, path.join(current, 'buckets'));
  });
  afterEach(() => rmSync(current, { recursive: true, force: true }));
}

/** A place in the folder of the test; `inFolder('buckets', 'Pets')` is that of the bucket. */
export function inFolder(...names: readonly string[]): string {
  return path.join(current, ...names);
}

/** Calls the buckets of the test. */
export function call(method: string, key: string, spec: CallSpec = {}) {
  const { bucket = 'Pets', query = [], headers = [], body = '', caller = everything } = spec;
  const request: S3Request = { id: 'r1', method, bucket, key, query, headers, body: Buffer.from(body) };
  const reply = buckets.handle(request, caller, new Set(['Pets']));
  return { ...reply, header: (name: string) => headerOf(reply.headers, name), text: reply.body.toString() };
}
