import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache } from './cache.mjs';

const pollMilliseconds = 100;

/**
 * Does something that only one process at a time may do; others that ask for the same wait. A lock whose process is gone is taken over.
 *
 * @param name names the lock, as a file name
 */
export async function withLock(name, task) {
  const folder = path.join(cache, `${name}.lock`);
  const owner = path.join(folder, 'owner');
  mkdirSync(cache, { recursive: true });
  while (!take(folder, owner)) {
    if (!isHeld(owner)) remove(folder);
    await sleep(pollMilliseconds);
  }
  try {
    return await task();
  } finally {
    remove(folder);
  }
}

/** A folder with the number of this process is put in place at once, so a lock always says whose it is. */
function take(folder, owner) {
  if (existsSync(folder)) return false;
  const own = mkdtempSync(`${folder}-`);
  writeFileSync(path.join(own, path.basename(owner)), String(process.pid));
  try {
    renameSync(own, folder);
    return true;
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (existsSync(folder)) return false;
    throw error;
  }
}

/** Moved away first: a folder that is half removed would look like a lock that can be taken. */
function remove(folder) {
  const away = `${folder}-${process.pid}`;
  try {
    renameSync(folder, away);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  rmSync(away, { recursive: true, force: true });
}

/** Whether the process that took a lock still runs, or the lock is gone already. */
function isHeld(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}
