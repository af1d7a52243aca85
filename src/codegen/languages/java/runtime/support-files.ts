import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../../../emit/generated-file';
import { toSupportFile } from '../source';
import type { RuntimePackages } from './packages';

const folder = join(__dirname, '..', '..', '..', '..', '..', 'assets', 'java', 'runtime');

/** The packages of the source. */
const placeholder = /\bcom\.example\.runtime\.(support|interceptors|client|testing)\b/g;

/** The parts of the runtime that are the same for every API. */
export type SupportPart = 'support' | 'interceptors' | 'powertools' | 'client' | 'testing';

const allParts: readonly SupportPart[] = ['support', 'interceptors', 'powertools', 'client', 'testing'];

/** What is the same for every API: real source, moved to the packages of the API. */
export function supportFiles(packages: RuntimePackages, parts: readonly SupportPart[] = allParts): GeneratedFile[] {
  return parts.flatMap((part) =>
    readdirSync(join(folder, part))
      .sort()
      .filter((file) => file.endsWith('.java'))
      .map((file) => {
        const source = readFileSync(join(folder, part, file), 'utf8');
        const moved = source.replaceAll(placeholder, (_, of: SupportPart) => packages[of]);
        return toSupportFile(packages[part], file.replace(/\.java$/, ''), moved);
      }),
  );
}
