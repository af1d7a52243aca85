import path from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles the infrastructure package that was generated into a folder, over the constructs of this repository, and loads it. */
export function loadInfrastructure<Exports>(directory: string): Exports {
  return require(bundleInfrastructure(directory)) as Exports;
}

/** Bundles the infrastructure package that was generated into a folder, over the constructs of this repository. Gives the path of the bundle. */
export function bundleInfrastructure(directory: string): string {
  const folder = path.join(directory, 'generated/infrastructure/typescript');
  const outfile = path.join(folder, 'lib/index.js');
  buildSync({
    entryPoints: [path.join(folder, 'src/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    external: ['aws-cdk-lib', 'constructs'],
    alias: { 'type-safe-api-project/lib/constructs': path.join(__dirname, '../../src/constructs/index.ts') },
  });
  return outfile;
}
