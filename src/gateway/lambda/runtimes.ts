import path from 'node:path';

/** How the functions of a family of runtimes are run here. */
export interface Runtime {
  /** What the identifiers of the family begin with: `nodejs` of `nodejs22.x`. */
  readonly prefix: string;
  /** The name of the file that inline code is written to. */
  readonly inlineFile: string;
  /** The program that speaks the Runtime API, with its arguments. */
  command(): readonly [program: string, ...args: string[]];
}

/** Every family of runtimes that runs locally. Adding one is a runtime interface client in assets/gateway and an entry here. */
export const runtimes: readonly Runtime[] = [
  {
    prefix: 'nodejs',
    inlineFile: 'index.js',
    command: () => [process.execPath, '--enable-source-maps', asset('node-runtime.mjs')],
  },
];

/** The runtime of an identifier such as `nodejs22.x`; nothing when it cannot be run here. */
export function findRuntime(identifier: string): Runtime | undefined {
  return runtimes.find(({ prefix }) => identifier.startsWith(prefix));
}

/** The folder is as deep in src as in lib. */
function asset(name: string): string {
  return path.join(__dirname, '..', '..', '..', 'assets', 'gateway', name);
}
