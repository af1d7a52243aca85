import { existsSync } from 'node:fs';
import * as path from 'node:path';
import type * as Esbuild from 'esbuild';
import { UsageError } from '../shared/diagnostics';
import { findEntries, type HandlerEntry } from './find-entries';
import { loadEsbuild } from './load-esbuild';
import { removeStale, writeChanged } from './write-bundles';

/** Where the handlers of a package are, and which of them to bundle. */
export interface BundleOptions {
  /** The handlers package, such as `handlers/typescript`. */
  readonly directory: string;
  /** The names of the handlers to bundle, such as `say-hello`; without it all of them. */
  readonly entries?: readonly string[];
}

/** What a run of the bundler did. */
export interface BundleResult {
  /** The names of all bundled handlers. */
  readonly bundled: readonly string[];
  /** Those whose bundle is another one than before. */
  readonly changed: readonly string[];
  /** What esbuild warned of, ready to print. */
  readonly warnings: readonly string[];
}

/** What a run of the bundler did when a handler that does not compile is left as it was. */
export interface RebuildResult extends BundleResult {
  /** What is wrong with the handlers that do not compile, ready to print. */
  readonly failure?: string;
}

/** Bundles again and again, for `dev`: unchanged modules are not read twice. */
export interface HandlerBundler {
  /** @throws UsageError when the folder or esbuild is not there. */
  rebuild(): Promise<RebuildResult>;
  dispose(): Promise<void>;
}

/**
 * Bundles handlers into one small CommonJS file each, `dist/lambda/<name>/index.js`, in one run of esbuild, whose metafile goes to
 * `dist/meta.json`.
 *
 * @throws UsageError when the folder or esbuild is not there or a handler does not compile.
 */
export async function bundleHandlers(options: BundleOptions): Promise<BundleResult> {
  const entries = chosenEntries(options);
  if (options.entries === undefined) removeStale(options.directory, entries);
  if (entries.length === 0) return { bundled: [], changed: [], warnings: [] };
  const esbuild = loadEsbuild(options.directory);
  const result = await reported(esbuild, () => esbuild.build(buildOptions(options.directory, entries)));
  return finished(esbuild, options.directory, entries, result);
}

/** A bundler that keeps what it read; handlers that come and go are noticed at each rebuild. */
export function createHandlerBundler(options: BundleOptions): HandlerBundler {
  const { directory } = options;
  const esbuild = loadEsbuild(directory);
  let current: { readonly names: string; readonly context: Esbuild.BuildContext<Options> } | undefined;
  const dispose = async () => {
    await current?.context.dispose();
    current = undefined;
  };
  const contextFor = async (entries: readonly HandlerEntry[]) => {
    const names = entries.map(({ source }) => source).join('\n');
    if (current?.names === names) return current.context;
    await dispose();
    current = { names, context: await esbuild.context(buildOptions(directory, entries)) };
    return current.context;
  };
  const rebuild = async (): Promise<RebuildResult> => {
    const entries = chosenEntries(options);
    if (entries.length === 0) return { bundled: [], changed: [], warnings: [] };
    const context = await contextFor(entries);
    try {
      return await finished(esbuild, directory, entries, await context.rebuild());
    } catch (error) {
      const { errors } = error as Partial<Esbuild.BuildFailure>;
      if (errors === undefined) throw error;
      return { ...(await bundleSound(esbuild, directory, entries)), failure: await describe(esbuild, errors) };
    }
  };
  return { rebuild, dispose };
}

interface Options extends Esbuild.BuildOptions {
  readonly write: false;
  readonly metafile: true;
}

type Result = Pick<Esbuild.BuildResult<Options>, 'outputFiles' | 'metafile' | 'warnings'>;

function buildOptions(directory: string, entries: readonly HandlerEntry[]): Options {
  const absWorkingDir = path.resolve(directory);
  return {
    absWorkingDir,
    entryPoints: entries.map(({ name, source }) => ({ in: path.resolve(source), out: `${name}/index` })),
    outdir: path.join(absWorkingDir, 'dist', 'lambda'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    // The Lambda runtime brings it.
    external: ['@aws-sdk/*'],
    legalComments: 'none',
    // For the local gateway only: bundles do not refer to their maps, and are deployed without them.
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    write: false,
    metafile: true,
  };
}

function chosenEntries({ directory, entries }: BundleOptions): readonly HandlerEntry[] {
  if (!existsSync(directory)) {
    throw new UsageError(
      `the handlers package '${directory}' does not exist; give a folder such as 'handlers/typescript'`,
    );
  }
  const all = findEntries(directory);
  if (entries === undefined) return all;
  const missing = entries.filter((name) => !all.some((entry) => entry.name === name));
  if (missing.length > 0) {
    const file = path.join(directory, 'src', `${missing[0]}.ts`);
    throw new UsageError(`there is no handler '${missing[0]}': '${file}' does not exist or does not export 'handler'`);
  }
  return all.filter(({ name }) => entries.includes(name));
}

async function finished(
  esbuild: typeof Esbuild,
  directory: string,
  entries: readonly HandlerEntry[],
  { outputFiles, metafile, warnings }: Result,
): Promise<BundleResult> {
  return {
    bundled: entries.map(({ name }) => name),
    changed: writeChanged(directory, outputFiles, metafile),
    warnings: await esbuild.formatMessages([...warnings], { kind: 'warning' }),
  };
}

/** Bundles the handlers that compile, those that do not being among them: esbuild gives nothing at all for a run with an error. */
async function bundleSound(
  esbuild: typeof Esbuild,
  directory: string,
  entries: readonly HandlerEntry[],
): Promise<BundleResult> {
  const builds = entries.map(async (entry) => [entry, await esbuild.build(buildOptions(directory, [entry]))] as const);
  const sound = (await Promise.allSettled(builds)).flatMap((build) =>
    build.status === 'fulfilled' ? [build.value] : [],
  );
  const results = sound.map(([, result]) => result);
  const metafiles = results.map(({ metafile }) => metafile);
  return finished(
    esbuild,
    directory,
    sound.map(([entry]) => entry),
    {
      outputFiles: results.flatMap(({ outputFiles }) => outputFiles),
      warnings: results.flatMap(({ warnings }) => warnings),
      metafile: {
        inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)),
        outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)),
      },
    },
  );
}

/** What esbuild finds in the user's code is the user's to mend: printed with the place, without our stack. */
async function reported(esbuild: typeof Esbuild, build: () => Promise<Result>): Promise<Result> {
  try {
    return await build();
  } catch (error) {
    const { errors } = error as Partial<Esbuild.BuildFailure>;
    if (errors === undefined) throw error;
    throw new UsageError(await describe(esbuild, errors));
  }
}

async function describe(esbuild: typeof Esbuild, errors: readonly Esbuild.Message[]): Promise<string> {
  const messages = await esbuild.formatMessages([...errors], { kind: 'error' });
  return `the handlers could not be bundled\n${messages.join('').trimEnd()}`;
}
