import { readToolVersion } from '../shared/tool-version';
import type { Workspace } from '../shared/workspace';
import { type Bundled, bundlers } from './bundlers';
import { synthesize } from './synthesize';

/** What has to be done before an API can be served; each throws UsageError or SpecError when the developer is at fault. */
export interface Steps {
  readonly generate: Generate;
  /** Bundles the handlers; those that do not compile keep the bundle that they have. */
  bundle(): Promise<Bundled>;
  synthesize(): Promise<void>;
  dispose(): Promise<void>;
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
  const own = workspace.handlers.map((language) => bundlers[language]({ workspace, directory, log: options.log }));
  return {
    generate: options.generate,
    bundle: async () => {
      const all: Bundled[] = [];
      for (const bundler of own) all.push(await bundler.rebuild());
      const failures = all.flatMap(({ failure }) => failure ?? []);
      const changed = all.flatMap((each) => each.changed);
      return failures.length === 0 ? { changed } : { changed, failure: failures.join('\n') };
    },
    synthesize: async () => {
      // Apps that are neither installed nor compiled need none of it.
      if (workspace.app?.steps !== undefined) {
        const { prepareApp } = require('../build/run-build') as typeof import('../build/run-build');
        await prepareApp({ workspace, directory, toolVersion: readToolVersion(), log: options.log });
      }
      await synthesize(workspace, directory);
    },
    dispose: async () => {
      for (const bundler of own) await bundler.dispose();
    },
  };
}
