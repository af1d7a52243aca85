import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { objectOf } from './stack';

/** The files of an assembly by what its templates call them. */
export interface Assets {
  /** The file or folder that an S3 key such as `<hash>.zip` stands for. */
  find(key: string): string | undefined;
}

/** Reads `<stack>.assets.json` files, whose entries are named by hash and published under `<hash>.<extension>`. */
export function readAssets(directory: string, manifests: readonly string[]): Assets {
  const places = new Map<string, string>();
  for (const manifest of manifests) {
    if (!existsSync(manifest)) continue;
    for (const [hash, file] of Object.entries(objectOf(member(readJsonObject(manifest), 'files')))) {
      const source = isJsonObject(file) ? member(objectOf(member(file, 'source')), 'path') : undefined;
      if (typeof source === 'string') places.set(hash, path.resolve(directory, source));
    }
  }
  return { find: (key) => places.get(key) ?? places.get(hashOf(key)) };
}

/** Reads a file that must hold a JSON object. */
export function readJsonObject(file: string): JsonObject {
  const value = JSON.parse(readFileSync(file, 'utf8')) as Json;
  if (!isJsonObject(value)) throw new Error(`${file} does not hold a JSON object`);
  return value;
}

function hashOf(key: string): string {
  return path.posix.basename(key).replace(/\..*$/, '');
}
