import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { literalNameOf, namesOf, self } from './keys';

/** A folder that holds objects: its path, and whether its file system tells `A` from `a`. */
export interface BucketFolder {
  readonly path: string;
  readonly caseSensitive: boolean;
}

/** Thrown for a key whose file would be outside of the folder of its bucket, by way of a symbolic link. */
export class OutsideOfBucket extends Error {}

/** The file of an object that is there; nothing otherwise, and for what is not a file within the folder. */
export function findFile(folder: BucketFolder, key: string): string | undefined {
  const { found, missing } = walk(folder, key);
  if (missing.length > 0) return undefined;
  const file = isDirectory(found) ? path.join(found, self) : found;
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return isFile && isWithin(file, folder) ? file : undefined;
}

/**
 * Where an object goes, its folders made; an object that is in the way of a folder moves into it.
 * @throws OutsideOfBucket
 */
export function claimFile(folder: BucketFolder, key: string): string {
  mkdirSync(folder.path, { recursive: true });
  const { found, missing } = walk(folder, key);
  if (!isWithin(found, folder)) throw new OutsideOfBucket(`'${found}' leads out of '${folder.path}'`);
  const names = missing.flatMap((segment, index) => newNames(index === 0 ? found : undefined, segment, folder));
  const name = names.pop();
  if (name === undefined) return isDirectory(found) ? path.join(found, self) : found;
  if (!isDirectory(found)) turnIntoFolder(found);
  const parent = path.join(found, ...names);
  mkdirSync(parent, { recursive: true });
  return path.join(parent, name);
}

/** Follows the segments of a key as far as they are there. */
function walk(folder: BucketFolder, key: string): { readonly found: string; readonly missing: readonly string[] } {
  const segments = key.split('/');
  let found = folder.path;
  for (const [index, segment] of segments.entries()) {
    const next = findEntry(found, segment, folder);
    if (next === undefined) return { found, missing: segments.slice(index) };
    found = next;
  }
  return { found, missing: [] };
}

function findEntry(parent: string, segment: string, folder: BucketFolder): string | undefined {
  const literal = literalNameOf(segment);
  const candidates = [namesOf(segment), namesOf(segment, true), ...(literal === undefined ? [] : [[literal]])];
  return candidates
    .filter((names) => hasEntry(parent, names, folder))
    .map((names) => path.join(parent, ...names))
    .at(0);
}

function hasEntry(parent: string, names: readonly string[], { caseSensitive }: BucketFolder): boolean {
  if (caseSensitive) return isThere(path.join(parent, ...names));
  return names.every((name, index) => entriesOf(path.join(parent, ...names.slice(0, index))).includes(name));
}

/** The names for a segment that is not there yet, other ones than usual where they would hit upon a file of another key. */
function newNames(parent: string | undefined, segment: string, { caseSensitive }: BucketFolder): readonly string[] {
  const names = namesOf(segment);
  const known = caseSensitive || parent === undefined ? [] : entriesOf(parent).map(confusable);
  return known.includes(confusable(names[0] ?? '')) ? namesOf(segment, true) : names;
}

function confusable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function turnIntoFolder(file: string): void {
  const aside = path.join(path.dirname(file), '%moving');
  renameSync(file, aside);
  mkdirSync(file);
  renameSync(aside, path.join(file, self));
}

/** The folder itself may be a link: then it is the user who says where the bucket is. */
function isWithin(place: string, folder: BucketFolder): boolean {
  if (!existsSync(place)) return false;
  const relative = path.relative(realpathSync(folder.path), realpathSync(place));
  return !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}

/** True for a link that leads nowhere, too; false for what no file system could hold. */
function isThere(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function entriesOf(directory: string): readonly string[] {
  return isDirectory(directory) ? readdirSync(directory) : [];
}

function isDirectory(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}
