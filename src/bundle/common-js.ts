import { rmSync } from 'node:fs';
import path from 'node:path';
import { loadEsbuild } from './load-esbuild';

/**
 * Writes the copy in CommonJS of a generated runtime, `cjs` from its `esm`, for what does not read ES modules, such as Jest.
 *
 * @throws UsageError when esbuild is not there.
 */
export async function writeCommonJs(directory: string): Promise<void> {
  const esbuild = loadEsbuild(directory);
  // With what is there no longer, such as an operation that was removed.
  rmSync(path.join(directory, 'cjs'), { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: path.resolve(directory),
    entryPoints: ['esm/**/*.js'],
    outdir: 'cjs',
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
}
