import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../../../emit/generated-file';
import { toSupportFile } from '../source';
import type { RuntimePackages } from './packages';

const folder = join(__dirname, '..', '..', '..', '..', '..', 'assets', 'java', 'runtime');

/** What the packages of the source are below. */
const placeholder = /\bcom\.example\.runtime\b/g;

/** The part of the runtime that is the same for every API: real source, moved to the packages of the API. */
export function supportFiles({ base }: RuntimePackages): GeneratedFile[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .sort()
        .filter((file) => file.endsWith('.java'))
        .map((file) => {
          const source = readFileSync(join(folder, name, file), 'utf8').replaceAll(placeholder, base);
          return toSupportFile(`${base}.${name}`, file.replace(/\.java$/, ''), source);
        }),
    );
}
