import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { median, root, scratch } from './measure.mjs';

/**
 * How long the compiler takes to check all modules of a folder, under the strictest common settings, without writing anything.
 * @param paths where packages are that are not among the dependencies of this one
 * @param options of the compiler, besides the usual ones
 */
export async function compileSeconds(folder, paths = {}, options = {}) {
  const config = path.join(scratch, `tsconfig.${path.basename(path.dirname(folder))}-${Date.now()}.json`);
  const compilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'] },
    ...{
      module: 'esnext',
      moduleResolution: 'bundler',
      types: ['node'],
      typeRoots: [path.join(root, 'node_modules/@types')],
    },
    paths: {
      ...paths,
      'type-safe-api-project/lib/*': [path.join(root, 'lib/*')],
      '*': [path.join(root, 'node_modules/*')],
    },
    ...options,
  };
  // They need packages that nobody installed here.
  const exclude = [`${folder}/interceptors`];
  writeFileSync(config, JSON.stringify({ compilerOptions, include: [`${folder}/**/*.ts`], exclude }));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const result = await median([process.execPath, tsc, '-p', config], { times: 3 });
  return result.seconds;
}

/** Checks the declarations of a generated runtime under its own settings. */
export function compileRuntime(workspace) {
  const project = path.join(workspace, 'generated/runtime/typescript');
  const config = path.join(scratch, 'tsconfig.runtime.json');
  const compilerOptions = {
    noEmit: true,
    typeRoots: [path.join(root, 'node_modules/@types')],
  };
  const include = [`${project}/types/**/*.ts`];
  writeFileSync(config, JSON.stringify({ extends: path.join(project, 'tsconfig.json'), compilerOptions, include }));
  return median([process.execPath, path.join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { times: 1 });
}
