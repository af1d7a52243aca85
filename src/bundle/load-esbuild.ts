import { createRequire } from 'node:module';
import * as path from 'node:path';
import type * as Esbuild from 'esbuild';
import { UsageError } from '../shared/diagnostics';

/** The esbuild of the workspace that a package belongs to: its version is the user's choice. */
export function loadEsbuild(directory: string): typeof Esbuild {
  const requireThere = createRequire(path.join(path.resolve(directory), 'package.json'));
  try {
    return requireThere('esbuild') as typeof Esbuild;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `esbuild, which compiles for Node, is not installed in '${directory}' or above: run 'npm install --save-dev esbuild'`,
    );
  }
}
