import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../shared/diagnostics';
import { Contained } from './contained';
import { Folders } from './folders';
import type { EncodedFile } from './generated-file';
import { hashOf, type Manifest, type Print, readManifest, writeManifest } from './manifest';
import { isUnchanged } from './up-to-date';

/** What a run did. */
export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files of the user's that an earlier run created and nothing needs any more. */
  readonly orphaned: readonly string[];
}

/** Everything of here is generated, so what is stale is removed even if somebody edited it. */
const generatedFolder = 'generated/';

/**
 * Writes files into a folder: generated ones where they differ, those of the user where there is none. Removes what the last run generated
 * and this one does not. The manifest is written before the first change and after the last: a run that is interrupted in between is
 * repaired by the next.
 */
export function writeOutput(
  directory: string,
  files: readonly EncodedFile[],
  run: Pick<Manifest, 'key' | 'inputs'>,
): Written {
  checkDistinct(files);
  try {
    mkdirSync(directory, { recursive: true });
    return write(new Contained(directory), files, run);
  } catch (error) {
    const { code, path: file = directory } = error as NodeJS.ErrnoException;
    if (code === undefined || code.startsWith('ERR_')) throw error;
    throw new UsageError(`'${file}' cannot be written (${code}); check that it may be, and run this again`);
  }
}

function write(contained: Contained, files: readonly EncodedFile[], run: Pick<Manifest, 'key' | 'inputs'>): Written {
  const { directory } = contained;
  const before = readManifest(directory);
  const targets = files.map((file) => [file, targetOf(contained, file.path)] as const);
  const ours = files.filter(({ owner }) => owner === 'user').map((file) => file.path);
  announce(directory, before, files, ours);
  const written: string[] = [];
  const outputs: Record<string, Print> = {};
  const folders = new Folders();
  for (const [file, target] of targets) {
    const { bytes } = file;
    const print = before.outputs[file.path];
    const hash = file.owner === 'generated' ? hashOf(bytes) : '';
    const isAlone = folders.make(path.dirname(target));
    const changed = isAlone ? create(target, bytes) : update(file.owner, bytes, target, hash, print);
    if (changed) written.push(file.path);
    if (file.owner === 'generated') outputs[file.path] = printOf(target, hash);
  }
  const stale = Object.entries(before.outputs).filter(([file]) => !Object.hasOwn(outputs, file));
  const removed = stale.filter(([file, print]) => removeStale(contained, file, print)).map(([file]) => file);
  const orphaned = findOrphans(contained, before.created, files);
  writeManifest(directory, { ...run, outputs, created: [...ours, ...orphaned], orphaned });
  return { written, removed, orphaned };
}

/** Says in the manifest what may be there from now on, and that the run is not over. */
function announce(directory: string, before: Manifest, files: readonly EncodedFile[], ours: readonly string[]): void {
  const unwritten: Print = [-1, 0, ''];
  const generated = files.filter(({ owner }) => owner === 'generated').map((file) => file.path);
  const pending = Object.fromEntries(generated.map((file) => [file, before.outputs[file] ?? unwritten]));
  const created = [...new Set([...before.created, ...ours])];
  writeManifest(directory, { key: '', inputs: {}, outputs: { ...before.outputs, ...pending }, created, orphaned: [] });
}

function printOf(target: string, hash: string): Print {
  const { size, mtimeMs } = statSync(target);
  return [size, mtimeMs, hash];
}

function targetOf(contained: Contained, file: string): string {
  const target = contained.resolve(file);
  if (target !== undefined) return target;
  throw new UsageError(
    `'${file}' would be written outside of ${contained.directory}: a symbolic link leads there; remove it`,
  );
}

/** Two files of one name, or of names that some file systems take for one, would overwrite each other. */
function checkDistinct(files: readonly EncodedFile[]): void {
  const seen = new Map<string, string>();
  for (const { path: file } of files) {
    const other = seen.get(file.toLowerCase());
    if (other !== undefined) throw new Error(`two generated files are one: '${other}' and '${file}'`);
    seen.set(file.toLowerCase(), file);
  }
}

function update(
  owner: EncodedFile['owner'],
  bytes: Buffer,
  target: string,
  hash: string,
  print: Print | undefined,
): boolean {
  if (owner === 'generated') return writeIfChanged(target, bytes, hash, print);
  return lstatSync(target, { throwIfNoEntry: false }) === undefined && create(target, bytes);
}

function create(target: string, bytes: Buffer): boolean {
  writeFileSync(target, bytes, { flag: 'wx' });
  return true;
}

/** A link in the place of a file is replaced by the file, never written through. */
function writeIfChanged(target: string, bytes: Buffer, hash: string, print: Print | undefined): boolean {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isFile()) {
    if (print !== undefined && print[2] === hash && isUnchanged(target, print)) return false;
    if (readFileSync(target).equals(bytes)) return false;
  } else if (stats?.isDirectory()) {
    throw new UsageError(`a folder is in the place of the generated file ${target}; remove it`);
  } else if (stats !== undefined) {
    rmSync(target);
  }
  writeFileSync(target, bytes);
  return true;
}

/** Outside of the folder for generated code, only what still has the text that was written is removed. */
function removeStale(contained: Contained, file: string, [, , hash]: Print): boolean {
  const target = contained.resolve(file);
  const stats = target === undefined ? undefined : lstatSync(target, { throwIfNoEntry: false });
  if (target === undefined || stats === undefined || stats.isDirectory()) return false;
  if (!file.startsWith(generatedFolder) && hashOf(readFileSync(target)) !== hash) return false;
  rmSync(target);
  removeEmptyFolders(contained.directory, path.dirname(target));
  return true;
}

function removeEmptyFolders(directory: string, folder: string): void {
  if (!folder.startsWith(`${directory}${path.sep}`) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmptyFolders(directory, path.dirname(folder));
}

function findOrphans(contained: Contained, created: readonly string[], files: readonly EncodedFile[]): string[] {
  const current = new Set(files.map((file) => file.path));
  return created.filter((file) => {
    const target = current.has(file) ? undefined : contained.resolve(file);
    return target !== undefined && lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  });
}
