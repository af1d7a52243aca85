import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of this repository. */
export const repository = path.join(__dirname, '../..');

export interface SourceFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** The files of a folder and below with one of the endings. */
export function sourceFiles(folder: string, ...endings: readonly string[]): SourceFile[] {
  return readdirSync(path.join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(repository, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort()
    .map((file) => read(file));
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(repository, file), 'utf8');
  return { path: file, text, lines: text.split('\n') };
}
