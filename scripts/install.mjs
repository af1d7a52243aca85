import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';

/**
 * Installs what package-lock.json says, unless that was done since it last changed. Not by `npm ci`, which refuses a lock file without the
 * packages of platforms that a registry does not have.
 */
export async function installIfNeeded() {
  const done = path.join(root, 'node_modules/.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return false;
  const { code } = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  if (code !== 0) throw new Error(`npm install failed with exit code ${code}`);
  return true;
}
