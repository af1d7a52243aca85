import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Folders that no result depends on, wherever they are: what tools leave behind, and what is installed. */
const ignored = /^(?:node_modules|\.git|\.type-safe-api|cdk\.out|__pycache__|\.\w+_cache)$/;

/** A hash of the names and contents of files and folders; what does not exist counts as such. */
export function fingerprint(directory: string, inputs: readonly string[], salt: readonly string[]): string {
  const hash = createHash('sha256');
  for (const word of salt) addText(hash, word);
  for (const input of [...inputs].sort()) addPath(hash, directory, input);
  return hash.digest('hex');
}

function addPath(hash: Hash, directory: string, name: string): void {
  const file = path.join(directory, name);
  const stats = statSync(file, { throwIfNoEntry: false });
  addText(hash, name);
  if (stats?.isDirectory()) {
    for (const entry of readdirSync(file).sort()) {
      if (!ignored.test(entry)) addPath(hash, directory, `${name}/${entry}`);
    }
  } else if (stats?.isFile()) {
    const content = readFileSync(file);
    hash.update(`${content.length}:`).update(content);
  }
}

/** Lengths keep neighbours apart: `ab`, `c` is not `a`, `bc`. */
function addText(hash: Hash, text: string): void {
  hash.update(`${text.length}:${text}`);
}
