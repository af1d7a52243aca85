import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compilerOptions } from '../corpus/compiler-options';

/** As strict as all generated code is compiled. Scripts say nothing of the types of their parameters. */
const scriptOptions = {
  ...compilerOptions,
  module: 'preserve',
  moduleResolution: 'bundler',
  noImplicitAny: false,
  noUnusedLocals: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: false,
};

/**
 * What the compiler says of TypeScript runtimes that were generated into folders below one: of their declarations, and of what their scripts do with
 * what is declared. The part that does not depend on a model has types of its own. Nothing if all is well.
 */
export function checkRuntimes(directory: string, folders: readonly string[]): string {
  const files = folders.flatMap((folder) => {
    const both = path.join(folder, 'both');
    for (const each of ['esm', 'types'])
      cpSync(path.join(directory, folder, each), path.join(directory, both), { recursive: true });
    return readdirSync(path.join(directory, both), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.d.ts') || (file.endsWith('.js') && !file.startsWith('support')))
      .filter((file) => !file.startsWith('interceptors'))
      .map((file) => path.join(both, file));
  });
  const config = path.join(directory, 'tsconfig.runtimes.json');
  writeFileSync(config, JSON.stringify({ compilerOptions: scriptOptions, files }));
  const tsc = require.resolve('typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return stdout + stderr;
}
