import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a step's inputs were when it last succeeded; undefined when it never did. */
export function readStamp(directory: string, step: string): string | undefined {
  try {
    return readFileSync(stampFile(directory, step), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Remembers that a step succeeded. */
export function writeStamp(directory: string, step: string, fingerprint: string): void {
  const file = stampFile(directory, step);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${fingerprint}\n`);
}

/** Forgets a step before it runs, so that one which is interrupted runs again. */
export function removeStamp(directory: string, step: string): void {
  rmSync(stampFile(directory, step), { force: true });
}

function stampFile(directory: string, step: string): string {
  return path.join(directory, '.type-safe-api', 'steps', step.replaceAll(/[^\w.-]/g, '-'));
}
