import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject } from '../../shared/json';

/** What the generator remembers of its last run in a folder. It is a file on disk, so nothing in it is believed where it could do harm. */
export interface Manifest {
  /** Under what the run happened: options and version of the tool. */
  readonly key: string;
  /** The files of the model, by absolute path. */
  readonly inputs: Readonly<Record<string, Print>>;
  /** The generated files, by path relative to the folder. */
  readonly outputs: Readonly<Record<string, Print>>;
  /** The files of the user's that were created, by path relative to the folder. */
  readonly created: readonly string[];
  /** Those of them that nothing needs any more. */
  readonly orphaned: readonly string[];
}

/** Size, time of modification in milliseconds, and hash of the text of a file. */
export type Print = readonly [size: number, modified: number, hash: string];

/** Where it is, in the folder of the API. */
export const manifestFile = '.type-safe-api/generate.json';

export const emptyManifest: Manifest = { key: '', inputs: {}, outputs: {}, created: [], orphaned: [] };

/** Reads the manifest of a folder; an empty one, if there is none or it is damaged. */
export function readManifest(directory: string): Manifest {
  try {
    const read: unknown = JSON.parse(readFileSync(path.join(directory, manifestFile), 'utf8'));
    return isManifest(read) ? read : emptyManifest;
  } catch {
    return emptyManifest;
  }
}

/** Writes the manifest of a folder. */
export function writeManifest(directory: string, manifest: Manifest): void {
  const file = path.join(directory, manifestFile);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(manifest)}\n`);
}

/** The hash of a text or of its bytes, for comparing. */
export function hashOf(text: string | Buffer): string {
  return hash('sha1', text, 'base64');
}

/** The key of a run: two runs with the same key and the same files give the same. */
export function keyOf(...parts: readonly unknown[]): string {
  return hashOf(JSON.stringify(parts));
}

function isManifest(read: unknown): read is Manifest {
  if (!isJsonObject(read)) return false;
  const { key, inputs, outputs, created, orphaned } = read;
  const areLists = isListOfText(created) && isListOfText(orphaned);
  return typeof key === 'string' && arePrints(inputs) && arePrints(outputs) && areLists;
}

function arePrints(prints: unknown): boolean {
  return isJsonObject(prints) && Object.values(prints).every((print) => Array.isArray(print) && print.length === 3);
}

function isListOfText(list: unknown): boolean {
  return Array.isArray(list) && list.every((item) => typeof item === 'string');
}
