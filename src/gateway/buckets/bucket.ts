import { createHash, randomUUID } from 'node:crypto';
import {
  type Dirent,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { keyOf, namesOf } from './keys';
import { mediaTypeOfKey } from './media-types';
import { readMetadata, removeMetadata, writeMetadata } from './metadata';
import { type BucketFolder, claimFile, findFile } from './place';

/** An object with what S3 knows of it. */
export interface StoredObject {
  readonly body: Buffer;
  /** Headers that came with it, in lower case; `content-type` is always there. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly etag: string;
  readonly modified: Date;
}

/** Names of files that are being written. */
const unfinished = '%writing-';

/** A bucket: a folder of objects, and one beside it for what came with them. */
export class Bucket {
  /**
   * @param name What it is called in S3.
   * @param folder Holds a file for each object.
   * @param metadata Holds a file for each object that came with headers.
   */
  constructor(
    readonly name: string,
    private readonly folder: BucketFolder,
    private readonly metadata: string,
  ) {}

  /** The object, or nothing. Files that were laid in the folder by hand are objects too. */
  read(key: string): StoredObject | undefined {
    const file = findFile(this.folder, key);
    if (file === undefined) return undefined;
    const body = readFileSync(file);
    const metadata = new Map([['content-type', mediaTypeOfKey(key)], ...readMetadata(this.metadataFile(key))]);
    return { body, metadata, etag: etagOf(body), modified: statSync(file).mtime };
  }

  /**
   * Stores an object, in one step: nobody reads half of it.
   * @throws OutsideOfBucket
   */
  write(key: string, body: Buffer, metadata: ReadonlyMap<string, string>): void {
    const file = claimFile(this.folder, key);
    const draft = path.join(path.dirname(file), `${unfinished}${randomUUID()}`);
    writeFileSync(draft, body);
    renameSync(draft, file);
    writeMetadata(this.metadataFile(key), metadata);
  }

  /** Removes an object; one that is not there counts as removed. */
  remove(key: string): void {
    const file = findFile(this.folder, key);
    if (file !== undefined) rmSync(file);
    removeMetadata(this.metadataFile(key));
  }

  /** The keys of all objects, in the order of S3: by their bytes. */
  keys(): readonly string[] {
    const keys = new Set(this.filesBelow([]).map(keyOf));
    return [...keys].filter((key) => findFile(this.folder, key) !== undefined).sort(byBytes);
  }

  private filesBelow(names: readonly string[]): string[][] {
    const directory = path.join(this.folder.path, ...names);
    if (!existsSync(directory)) return [];
    return readdirSync(directory, { withFileTypes: true }).flatMap((entry: Dirent): string[][] => {
      if (entry.name.startsWith(unfinished)) return [];
      const below = [...names, entry.name];
      return entry.isDirectory() ? this.filesBelow(below) : [below];
    });
  }

  private metadataFile(key: string): string {
    const names = key.split('/').flatMap((segment) => namesOf(segment, !this.folder.caseSensitive));
    return `${path.join(this.metadata, ...names)}%.json`;
  }
}

/** Objects that were put in one piece have their MD5 as entity tag. */
export function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
