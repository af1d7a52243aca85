import path from 'node:path';
import { loadEsbuild } from './load-esbuild';

/**
 * Writes the copy in CommonJS of a generated runtime, `cjs` from its `esm`, for what does not read ES modules, such as Jest.
 *
 * @throws UsageError when esbuild is not there.
 */
export async function writeCommonJs(directory: string): Promise<void> {
  await loadEsbuild(directory).build({
    absWorkingDir: path.resolve(directory),
    entryPoints: ['esm/**/*.js'],
    outdir: 'cjs',
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
}
