import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Metafile, OutputFile } from 'esbuild';
import type { HandlerEntry } from './find-entries';

/** Writes the bundles that are not on disk as they should be, and names them: an unchanged bundle is an unchanged asset. */
export function writeChanged(directory: string, files: readonly OutputFile[], metafile: Metafile): readonly string[] {
  const dist = path.resolve(directory, 'dist');
  // The handlers package is ESM, the bundles are not: where they run from this folder, Node reads the nearest package.json.
  writeIfChanged(path.join(dist, 'lambda', 'package.json'), Buffer.from('{ "type": "commonjs" }\n'));
  writeIfChanged(path.join(dist, 'meta.json'), Buffer.from(JSON.stringify(metafile)));
  const isMap = ({ path: file }: OutputFile) => file.endsWith('.map');
  for (const file of files.filter(isMap)) writeIfChanged(mapFile(dist, file.path), file.contents);
  const changed = files.filter((file) => !isMap(file) && writeIfChanged(file.path, file.contents));
  return changed.map((file) => path.basename(path.dirname(file.path)));
}

/** Maps lie apart from what is deployed, as deep as the bundles: `dist/maps/<name>/index.js.map`. */
function mapFile(dist: string, file: string): string {
  return path.join(dist, 'maps', path.relative(path.join(dist, 'lambda'), file));
}

/** Removes the bundles of handlers that are gone. Only folders that hold nothing but a bundle are ours. */
export function removeStale(directory: string, entries: readonly HandlerEntry[]): void {
  const folder = path.resolve(directory, 'dist', 'lambda');
  if (!existsSync(folder)) return;
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const bundle = path.join(folder, entry.name);
    if (!entry.isDirectory() || names.has(entry.name)) continue;
    if (readdirSync(bundle).every((file) => file === 'index.js')) rmSync(bundle, { recursive: true });
  }
}

function writeIfChanged(file: string, contents: Uint8Array): boolean {
  if (existsSync(file) && readFileSync(file).equals(contents)) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
  return true;
}
