import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { GeneratedFile } from '../../../emit/generated-file';
import { generatedNotice } from './notice';

const folder = join(__dirname, '..', '..', '..', '..', '..', 'assets', 'typescript', 'runtime');

/** The part of the runtime that is the same for every API: real source, copied as it is. */
export function supportFiles(): GeneratedFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({
      path: `src/${path.split(sep).join('/')}`,
      text: generatedNotice + readFileSync(join(folder, path), 'utf8'),
      owner: 'generated',
    }));
}
