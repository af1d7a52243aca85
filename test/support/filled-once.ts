import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder that is filled once, where it is not there yet. It is filled aside and moved, so that it is there whole or not at all; of two processes that do so
 * at the same time, one throws its own away.
 */
export function filledOnce(folder: string, fill: (fresh: string) => void): string {
  if (existsSync(folder)) return folder;
  mkdirSync(path.dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  try {
    fill(fresh);
    renameSync(fresh, folder);
  } catch (error) {
    // Unless another process was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
