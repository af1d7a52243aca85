import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { PythonToolchain } from './toolchains';

/** What mypy is to check, and where. */
export interface MypyRun {
  /** Files, folders, or `-p` and a package. */
  readonly targets: readonly string[];
  readonly cwd: string;
  /** Folders in which packages are found that are not installed. */
  readonly packages: readonly string[];
}

/**
 * Runs `mypy --strict` and gives its messages, such as `app.py:3: error: …`; notes go with the error before them. All tests share one cache, since
 * the types of the CDK take a minute to read; it is one of many files, so that runs at the same time do not wait for each other.
 */
export function runMypy({ bin }: PythonToolchain, { targets, cwd, packages }: MypyRun): string[] {
  const cache = path.resolve(bin('mypy'), '../../mypy');
  const options = ['--strict', '--no-error-summary', '--hide-error-context', '--no-pretty', '--no-color-output'];
  const { status, stdout, stderr } = spawnSync(
    bin('mypy'),
    ['--cache-dir', cache, '--no-sqlite-cache', ...options, ...targets],
    { cwd, encoding: 'utf8', env: { ...process.env, MYPYPATH: packages.join(path.delimiter) } },
  );
  if (status !== 0 && stdout === '') throw new Error(`mypy failed:\n${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}
