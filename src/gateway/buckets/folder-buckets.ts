import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import { Bucket } from './bucket';
import { keyOf, namesOf } from './keys';
import { listObjects } from './list-objects';
import { deleteObject, getObject, putObject } from './object-operations';
import { OutsideOfBucket } from './place';
import { arnOf, type Caller, emptyReply, failureNote, type S3Call, type S3Request, xmlReply } from './s3-call';
import { S3Error } from './s3-error';
import { element, s3Document } from './xml';

/** Bytes of a key. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const longestKey = 1024;

/** Parts of a query that make another operation of a call, none of which is there here. */
const subresources = new Set(
  'accelerate acl analytics attributes cors delete encryption intelligent-tiering inventory legal-hold lifecycle location logging metrics notification object-lock ownershipControls partNumber policy policyStatus publicAccessBlock renameObject replication requestPayment restore retention select session tagging torrent uploadId uploads versionId versioning versions website'.split(
    ' ',
  ),
);

const ofObjects: Readonly<Record<string, (call: S3Call) => BackendReply>> = {
  GET: getObject,
  HEAD: getObject,
  PUT: putObject,
  DELETE: deleteObject,
};

/** Buckets that are folders: what is put there can be looked at, and what is laid there can be fetched. */
export class FolderBuckets {
  private caseSensitive: boolean | undefined;

  /**
   * @param base The folder that paths are shown relative to.
   * @param directory Holds one folder for each bucket.
   */
  constructor(
    private readonly base: string,
    private readonly directory: string,
  ) {}

  /** The folder of a bucket, for people. */
  shown(bucket: string): string {
    const relative = path.relative(this.base, this.folderOf(bucket)).split(path.sep).join('/');
    return `./${relative}`;
  }

  /**
   * Answers as S3 does, errors in XML included.
   * @param known The buckets that there are, whether they have a folder yet or not.
   */
  handle(request: S3Request, caller: Caller, known: ReadonlySet<string>): BackendReply {
    const hostId = Buffer.from(`local gateway ${request.id}`).toString('base64');
    const ids: Pair[] = [
      ['x-amz-request-id', request.id],
      ['x-amz-id-2', hostId],
      ['Server', 'AmazonS3'],
    ];
    try {
      const reply = this.answer(request, caller, known);
      const body = request.method === 'HEAD' ? Buffer.alloc(0) : reply.body;
      return { ...reply, headers: [...ids, ...reply.headers], body };
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      const body = Buffer.from(request.method === 'HEAD' ? '' : error.toXml(request.id, hostId));
      const headers: Pair[] = [...ids, ['Content-Type', 'application/xml'], ...(error.details.headers ?? [])];
      return { status: error.status, headers, body, note: failureNote(error, request) };
    }
  }

  private answer(request: S3Request, caller: Caller, known: ReadonlySet<string>): BackendReply {
    const { method, bucket, key, query } = request;
    if (bucket === '') return this.listBuckets(request, caller, known);
    // No bucket has such a name, and folders with one are not for objects.
    const isName = !bucket.startsWith('.');
    if (!isName || !(known.has(bucket) || existsSync(this.folderOf(bucket)))) {
      throw new S3Error('NoSuchBucket', { elements: { BucketName: bucket } });
    }
    const subresource = query.find(([name]) => subresources.has(name))?.[0];
    if (subresource !== undefined) throw notHere(`the query '${subresource}'`);
    if (Buffer.byteLength(key) > longestKey) {
      const elements = { Size: String(Buffer.byteLength(key)), MaxSizeAllowed: String(longestKey) };
      throw new S3Error('KeyTooLongError', { elements });
    }
    const call = { request, bucket: this.bucketOf(bucket), caller };
    if (key === '') return ofBucket(call);
    const operation = ofObjects[method];
    if (operation === undefined) throw notAllowed(method, 'OBJECT', Object.keys(ofObjects));
    try {
      return operation(call);
    } catch (error) {
      if (error instanceof OutsideOfBucket) throw new S3Error('AccessDenied', { message: error.message });
      throw error;
    }
  }

  private listBuckets({ method }: S3Request, caller: Caller, known: ReadonlySet<string>): BackendReply {
    if (method !== 'GET') throw notAllowed(method, 'SERVICE', ['GET']);
    const refusal = caller.refusal('s3:ListAllMyBuckets', arnOf('*'));
    if (refusal !== undefined) throw new S3Error('AccessDenied', { message: refusal });
    const folders = existsSync(this.directory) ? readdirSync(this.directory) : [];
    const names = folders.filter((name) => !name.startsWith('.')).map((name) => keyOf([name]));
    const buckets = [...new Set([...known, ...names])].sort().map((name) => {
      const created = statSync(this.folderOf(name), { throwIfNoEntry: false })?.birthtime ?? new Date(0);
      return element('Bucket', [element('Name', name), element('CreationDate', created.toISOString())]);
    });
    const owner = element('Owner', [element('ID', 'local')]);
    return xmlReply(s3Document('ListAllMyBucketsResult', [owner, element('Buckets', buckets)]));
  }

  private bucketOf(name: string): Bucket {
    this.caseSensitive ??= isCaseSensitive(this.directory);
    const folder = { path: this.folderOf(name), caseSensitive: this.caseSensitive };
    return new Bucket(name, folder, path.join(this.directory, '.metadata', ...namesOf(name)));
  }

  private folderOf(bucket: string): string {
    return path.join(this.directory, ...namesOf(bucket));
  }
}

/** Calls on a bucket itself. Buckets are made and removed by deployments, not by calls. */
function ofBucket(call: S3Call): BackendReply {
  const { method, bucket } = call.request;
  if (method === 'GET') return listObjects(call);
  if (method !== 'HEAD') throw notHere(`${method} of a bucket`);
  const refusal = call.caller.refusal('s3:ListBucket', arnOf(bucket));
  if (refusal !== undefined) throw new S3Error('AccessDenied', { message: refusal });
  return emptyReply(200);
}

function notHere(what: string): S3Error {
  return new S3Error('NotImplemented', { message: `the local gateway has no ${what}` });
}

function notAllowed(method: string, type: string, allowed: readonly string[]): S3Error {
  const elements = { Method: method, ResourceType: type };
  return new S3Error('MethodNotAllowed', { elements, headers: [['Allow', allowed.join(', ')]] });
}

/** File systems of macOS and Windows usually take `A` and `a` for the same. */
function isCaseSensitive(directory: string): boolean {
  mkdirSync(directory, { recursive: true });
  const name = path.basename(directory);
  const other = path.join(
    path.dirname(directory),
    name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase(),
  );
  return statSync(other, { throwIfNoEntry: false })?.ino !== statSync(directory).ino;
}
