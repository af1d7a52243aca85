import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../openapi/hash';
import type { SourceFile } from '../../openapi/source-files';
import { type Manifest, type Print, readManifest } from './manifest';

/**
 * The last run, if generating under a key would change nothing: the same model, options and version as in the last run, and every file as that run
 * left it. Looks at sizes and times only, and at the text of a model file that was touched.
 */
export function findUpToDate(directory: string, key: string): Manifest | undefined {
  const manifest: Manifest = readManifest(directory);
  if (manifest.key !== key || Object.keys(manifest.inputs).length === 0) return undefined;
  const isSame =
    Object.entries(manifest.inputs).every(([file, print]) => isUnchanged(file, print) || hasText(file, print)) &&
    Object.entries(manifest.outputs).every(([file, print]) => isUnchanged(path.join(directory, file), print)) &&
    manifest.created.every((file) => existsSync(path.join(directory, file)));
  return isSame ? manifest : undefined;
}

/** True if a file has the size and time of its print. */
export function isUnchanged(file: string, [size, modified]: Print): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && stats.size === size && stats.mtimeMs === modified;
}

function hasText(file: string, [, , hash]: Print): boolean {
  if (!existsSync(file)) return false;
  return hashOf(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) === hash;
}

/** The prints of the files of a model, for the next run to compare. */
export function printsOf(files: readonly SourceFile[]): Record<string, Print> {
  return Object.fromEntries(files.map(({ path: file, size, modified, hash }) => [file, [size, modified, hash]]));
}
