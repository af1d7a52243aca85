import path from 'node:path';
import { readToolVersion } from '../shared/tool-version';
import type { Workspace } from '../shared/workspace';
import { synthesize } from './synthesize';

/** What has to be done before an API can be served; each throws UsageError or SpecError when the developer is at fault. */
export interface Steps {
  readonly generate: Generate;
  /** Bundles the handlers; those that do not compile keep the bundle that they have. */
  bundle(): Promise<Bundled>;
  synthesize(): Promise<void>;
  dispose(): Promise<void>;
}

/** What became of the handlers. */
export interface Bundled {
  /** The bundles that are others than before, as folders relative to the folder of the API. */
  readonly changed: readonly string[];
  /** What is wrong with handlers that do not compile. */
  readonly failure?: string;
}

/** Regenerates the packages of an API. Gives the files that were written, relative to the folder of the API. */
export type Generate = () => Promise<readonly string[]>;

export interface StepsOptions {
  readonly generate: Generate;
  /** Told of what takes long: packages that are installed, for example. */
  readonly log: (line: string) => void;
}

/** The steps of a workspace. Their implementations are loaded when they are needed. */
export function createSteps(workspace: Workspace, directory: string, options: StepsOptions): Steps {
  const bundlers = createBundlers(workspace, directory);
  return {
    generate: options.generate,
    bundle: () => bundlers.rebuild(),
    synthesize: async () => {
      // Apps that are neither installed nor compiled need none of it.
      if (workspace.app?.steps !== undefined) {
        const { prepareApp } = require('../build/run-build') as typeof import('../build/run-build');
        await prepareApp({ workspace, directory, toolVersion: readToolVersion(), log: options.log });
      }
      await synthesize(workspace, directory);
    },
    dispose: () => bundlers.dispose(),
  };
}

/** Handlers in TypeScript; other languages run from their sources. */
function createBundlers({ handlers }: Workspace, directory: string) {
  const folder = 'handlers/typescript';
  let bundler: import('../bundle/bundle-handlers').HandlerBundler | undefined;
  return {
    rebuild: async (): Promise<Bundled> => {
      if (!handlers.includes('typescript')) return { changed: [] };
      if (bundler === undefined) {
        const { createHandlerBundler } = await import('../bundle/bundle-handlers.js');
        bundler = createHandlerBundler({ directory: path.join(directory, folder) });
      }
      const { changed, ...rest } = await bundler.rebuild();
      return { ...rest, changed: changed.map((name) => `${folder}/dist/lambda/${name}`) };
    },
    dispose: async (): Promise<void> => bundler?.dispose(),
  };
}
