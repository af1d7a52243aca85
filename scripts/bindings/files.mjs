import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files of a folder, by their paths in it with `/`, sorted. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** The files of a folder as entries of an archive. */
export function entriesOf(folder) {
  return filesOf(folder).map((file) => [file, readFileSync(path.join(folder, file))]);
}
