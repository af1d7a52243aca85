import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The version of this package. */
export function readToolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

/** Differs for every build of this package: what one build generated, another generates again. */
export function readToolBuild(): string {
  return `${readToolVersion()} ${statSync(__filename).mtimeMs}`;
}
