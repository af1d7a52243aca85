import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { GeneratedFile } from '../../../emit/generated-file';
import { moduleFolders } from './module';
import { generatedNotice } from './notice';

const compiled = join(__dirname, '..', '..', '..', '..', '..', 'assets', 'typescript', 'compiled');

/** The part of the runtime that is the same for every API, as scripts/runtime.mjs compiles it. */
export function supportFiles(): GeneratedFile[] {
  return Object.values(moduleFolders).flatMap((folder) =>
    readdirSync(join(compiled, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|js)$/.test(path))
      .sort()
      .map((path) => ({
        path: `${folder}/${path.split(sep).join('/')}`,
        text: generatedNotice + readFileSync(join(compiled, folder, path), 'utf8'),
        owner: 'generated',
      })),
  );
}
