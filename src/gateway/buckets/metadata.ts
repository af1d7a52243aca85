import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isJsonObject, type Json } from '../../shared/json';
import type { Pair } from '../http/request';
import { unknownMediaType } from './media-types';

/** Headers of a request that are given back with the object; names that begin with `x-amz-meta-` are the user's own. */
const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** Picks what S3 keeps of the headers of an upload; it does not guess the type of one that comes without. */
export function metadataIn(headers: readonly Pair[]): ReadonlyMap<string, string> {
  const metadata = new Map([['content-type', unknownMediaType]]);
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (value !== '' && (kept.includes(lower) || lower.startsWith('x-amz-meta-'))) metadata.set(lower, value);
  }
  return metadata;
}

/**
 * Reads the file that is kept for an object; empty when there is none.
 * @throws Error when it is something else than header names with their values.
 */
export function readMetadata(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const headers = parse(readFileSync(file, 'utf8'));
  const entries = isJsonObject(headers) ? Object.entries(headers) : [];
  if (entries.length === 0 || !entries.every(([, value]) => typeof value === 'string')) {
    throw new Error(`${file} must hold a JSON object of headers and their values as text; mend or remove it`);
  }
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Writes the file of an object. */
export function writeMetadata(file: string, metadata: ReadonlyMap<string, string>): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(metadata), undefined, 2)}\n`);
}

/** Forgets what was kept for an object. */
export function removeMetadata(file: string): void {
  rmSync(file, { force: true });
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
