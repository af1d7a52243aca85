import { statSync } from 'node:fs';
import { readToolVersion } from '../shared/tool-version';

/** Differs for every build of this package: what one build generated, another generates again. */
export function readToolBuild(): string {
  return `${readToolVersion()} ${statSync(__filename).mtimeMs}`;
}
