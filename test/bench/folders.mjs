import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { scratch } from './measure.mjs';

/**
 * A folder that was never there. None is emptied to be used again: ext4 passes over each file that was removed in the last half minute when it makes a new
 * one, which a run that is measured would pay for.
 */
export function freshFolder(name) {
  return mkdtempSync(path.join(scratch, `${name}-`));
}

/** The bytes of a file, or of all files of a folder. */
export function bytesIn(place) {
  if (!statSync(place).isDirectory()) return statSync(place).size;
  const entries = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
