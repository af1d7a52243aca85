import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeSegment } from '../http/router';

/** Where an object is: its bucket within the folder of buckets, and its key. */
export interface Place {
  readonly directory: string;
  readonly bucket: string;
  readonly key: string;
}

/** An object with what S3 knows of it. */
export interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  readonly modified: Date;
}

/** S3 may hold `a` and `a/b`; where `a` is a folder here, the object of that name is this file in it. */
const self = '%self';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
};

/** The object, or nothing. Files that were laid in the folder by hand are objects too. */
export function readObject(place: Place): StoredObject | undefined {
  const file = fileOf(place);
  if (file === undefined) return undefined;
  const contentType = existsSync(typeFile(place))
    ? readFileSync(typeFile(place), 'utf8')
    : (types[path.extname(place.key).toLowerCase()] ?? 'binary/octet-stream');
  return { body: readFileSync(file), contentType, modified: statSync(file).mtime };
}

/** Stores an object, and its media type beside the bucket. */
export function writeObject(place: Place, body: Buffer, contentType: string | undefined): void {
  const file = locate(place);
  makeFolder(path.dirname(file), path.join(place.directory, place.bucket));
  writeFileSync(isDirectory(file) ? path.join(file, self) : file, body);
  rmSync(typeFile(place), { force: true });
  if (contentType === undefined) return;
  mkdirSync(path.dirname(typeFile(place)), { recursive: true });
  writeFileSync(typeFile(place), contentType);
}

/** Removes an object; one that is not there counts as removed. */
export function deleteObject(place: Place): void {
  const file = fileOf(place);
  if (file !== undefined) rmSync(file);
  rmSync(typeFile(place), { force: true });
}

/** The key of a file of a bucket, from its path within the bucket's folder. */
export function keyOf(relative: string): string {
  const segments = relative.split(path.sep);
  if (segments.at(-1) === self) segments.pop();
  return segments.map((segment) => (segment === '%00' ? '' : decodeSegment(segment))).join('/');
}

function fileOf(place: Place): string | undefined {
  const file = locate(place);
  const inner = isDirectory(file) ? path.join(file, self) : file;
  return existsSync(inner) ? inner : undefined;
}

function locate({ directory, bucket, key }: Place): string {
  return path.join(directory, bucket, ...segmentsOf(key));
}

function typeFile({ directory, bucket, key }: Place): string {
  return path.join(directory, '.types', bucket, ...segmentsOf(key), '%type');
}

/** Each part of a key as a name that every file system takes and that leads nowhere else: `..` is a name like any other in S3. */
function segmentsOf(key: string): string[] {
  return key.split('/').map((segment) => {
    if (segment === '') return '%00';
    if (/^\.+$/.test(segment)) return segment.replaceAll('.', '%2E');
    return segment.replace(/[%\\:*?"<>|]/g, (character) => encodeURIComponent(character).replace('*', '%2A'));
  });
}

/** Makes a folder; an object that is in the way of one moves into it. */
function makeFolder(folder: string, root: string): void {
  if (folder !== root && folder.startsWith(root)) makeFolder(path.dirname(folder), root);
  if (existsSync(folder) && !isDirectory(folder)) {
    renameSync(folder, `${folder}%moving`);
    mkdirSync(folder);
    renameSync(`${folder}%moving`, path.join(folder, self));
  }
  mkdirSync(folder, { recursive: true });
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}
