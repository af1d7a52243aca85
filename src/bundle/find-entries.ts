import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** One handler: the name of its file without the ending, which is the name of its bundle. */
export interface HandlerEntry {
  /** Such as `say-hello`. */
  readonly name: string;
  /** Absolute. */
  readonly source: string;
}

/** The handlers of a package: the files directly in its `src` that export a `handler`. What they import may lie anywhere. */
export function findEntries(directory: string): readonly HandlerEntry[] {
  const folder = path.join(directory, 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.[cm]?tsx?$/.test(file) && !/\.(d|test|spec)\.[cm]?tsx?$/.test(file))
    .map((file) => ({ name: path.parse(file).name, source: path.join(folder, file) }))
    .filter(({ source }) => exportsHandler.test(readFileSync(source, 'utf8')))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Helpers may lie beside the handlers: bundling them would deploy nothing, and take time. */
const exportsHandler =
  /^\s*export\s+(?:(?:const|let|var|(?:async\s+)?function)\s+handler\b|\{[^}]*\bhandler\b[^}]*\})/m;
