import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    if (!isHeld(owner)) rmSync(folder, { recursive: true, force: true });
    await sleep(pollMilliseconds);
  }
  try {
    return await task();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder, owner) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(owner, String(process.pid));
  return true;
}

/** Whether the process that took a lock still runs. One that has not written its number yet does. */
function isHeld(owner) {
  try {
    const pid = Number(readFileSync(owner, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'ENOENT' || error.code === 'EPERM';
  }
}
