import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from '../build/run-build';
import { UsageError } from '../shared/diagnostics';
import { readToolVersion } from '../shared/tool-version';
import { handlerBundles, type LanguageName, type Workspace } from '../shared/workspace';

/** What became of the handlers. */
export interface Bundled {
  /** The bundles that are others than before, as paths relative to the folder of the API. */
  readonly changed: readonly string[];
  /** What is wrong with handlers that do not compile. */
  readonly failure?: string;
}

/** Makes the handlers of a language ready to run, again and again. */
export interface Bundler {
  rebuild(): Promise<Bundled>;
  dispose(): Promise<void>;
}

/** What the bundlers of a workspace need. */
export interface BundlerOptions {
  readonly workspace: Workspace;
  /** The folder of the API. */
  readonly directory: string;
  /** Told of what takes long. */
  readonly log: (line: string) => void;
}

/** The bundler of a language, which is loaded when it is asked for. */
export const bundlers: Readonly<Record<LanguageName, (options: BundlerOptions) => Bundler>> = {
  typescript: createTypeScript,
  python: createPython,
  java: createJava,
};

/** Handlers in TypeScript run as esbuild bundles them. */
function createTypeScript({ directory }: BundlerOptions): Bundler {
  const folder = 'handlers/typescript';
  let bundler: import('../bundle/bundle-handlers').HandlerBundler | undefined;
  return {
    rebuild: async () => {
      if (bundler === undefined) {
        const { createHandlerBundler } = await import('../bundle/bundle-handlers.js');
        bundler = createHandlerBundler({ directory: path.join(directory, folder) });
      }
      const { changed, ...rest } = await bundler.rebuild();
      return { ...rest, changed: changed.map((name) => `${handlerBundles.typescript}/${name}`) };
    },
    dispose: async () => bundler?.dispose(),
  };
}

/** Handlers in Python run from their sources. What is deployed of them is only packed where the app would not find it. */
function createPython(options: BundlerOptions): Bundler {
  const bundle = handlerBundles.python;
  const { modules = [] } = options.workspace.python?.handlers ?? {};
  const hasChanged = createWatch(options.directory, modules);
  return {
    rebuild: async () => {
      await runSteps(options, ['install:python', ...missing(options, 'bundle:python', bundle)]);
      return { changed: hasChanged() ? [bundle] : [] };
    },
    dispose: async () => {},
  };
}

/** Handlers in Java run from what was compiled last. */
function createJava(options: BundlerOptions): Bundler {
  const bundle = handlerBundles.java;
  const classes = ['handlers/java', 'generated/runtime/java'].map((folder) => `${folder}/target/classes`);
  const hasChanged = createWatch(options.directory, classes);
  return {
    rebuild: async () => {
      await runSteps(options, ['install:java']);
      try {
        await runSteps(options, ['compile:java', ...missing(options, 'bundle:java', bundle)]);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        return { changed: [], failure: error.message };
      }
      return { changed: hasChanged() ? [bundle] : [] };
    },
    dispose: async () => {},
  };
}

function missing({ directory }: BundlerOptions, step: string, bundle: string): string[] {
  return existsSync(path.join(directory, bundle)) ? [] : [step];
}

/** Tells whether some files are others than when it was last asked. */
function createWatch(directory: string, inputs: readonly string[]): () => boolean {
  let last: string | undefined;
  return () => {
    const { fingerprint } = require('../build/fingerprint') as typeof import('../build/fingerprint');
    const now = fingerprint(directory, inputs, []);
    const isOther = now !== last;
    last = now;
    return isOther;
  };
}

async function runSteps({ workspace, directory, log }: BundlerOptions, steps: readonly string[]): Promise<void> {
  const { runNeeded } = require('../build/run-build') as typeof import('../build/run-build');
  const known = new Set(workspace.steps.map(({ name }) => name));
  const wanted: BuildOptions['steps'] = steps.filter((name) => known.has(name));
  await runNeeded({ workspace, directory, toolVersion: readToolVersion(), log }, wanted);
}
