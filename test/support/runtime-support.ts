import path from 'node:path';
import { buildSync } from 'esbuild';

const folder = path.join(__dirname, '../../assets/typescript/runtime/support');

/** A module of the TypeScript runtime's support, loaded into this process; its type is that of the import of the source. */
export function loadSupport<Module>(name: string): Module {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(folder, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  return evaluate<Module>(outputFiles[0]?.text ?? '');
}

/** Runs the text of a CommonJS module. */
export function evaluate<Module>(text: string): Module {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', text)(module, module.exports, require);
  return module.exports as Module;
}
