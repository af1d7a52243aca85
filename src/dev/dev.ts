import path from 'node:path';
import { identitiesFile } from '../gateway/identities/identities';
import { type LocalGateway, serve } from '../gateway/serve';
import { SpecError, UsageError } from '../shared/diagnostics';
import type { LanguageName, Workspace } from '../shared/workspace';
import type { Reporter } from './reporter';
import type { Steps } from './steps';
import { servedAssembly } from './synthesize';
import { watch } from './watch';

/** How to run an API while it is worked on. */
export interface DevOptions {
  /** The folder of the API. */
  readonly directory: string;
  readonly workspace: Workspace;
  readonly port?: number;
  /** Take over changes as they are saved. */
  readonly watch: boolean;
  readonly reporter: Reporter;
  /** How the API is made. */
  readonly steps: Steps;
}

/** An API that runs until it is closed. */
export interface DevSession {
  close(): Promise<void>;
}

/**
 * Generates, bundles, synthesizes and serves an API, and again whatever a change demands. What does not build leaves what was served
 * before in place; at the start it is waited for.
 */
export async function dev(options: DevOptions): Promise<DevSession> {
  const { directory, workspace, reporter, steps } = options;
  let gateway: LocalGateway | undefined;
  let isWhole = false;

  const update = async (files: readonly string[]): Promise<void> => {
    // What failed was left half done, so that the next change, which may mend it, does it all.
    const needs = isWhole ? needsOf(files, workspace) : everything;
    isWhole = false;
    const done = await refresh(needs, options);
    isWhole = true;
    if (gateway === undefined) gateway = await open(options);
    else {
      if (done.synthesized) gateway.reload();
      if (needs.identities) gateway.reloadIdentities();
    }
    gateway.reloadFunctions(done.bundles);
    const words = [...done.words, ...(files.includes(identitiesFile) ? ['identities read'] : [])];
    if (files.length > 0 && !(done.failed && words.length === 0))
      reporter.changed(files, words.join(', ') || 'nothing to do');
    reporter.ready(gateway.apis());
  };
  const guarded = (files: readonly string[]): Promise<void> =>
    update(files).catch(async (error: unknown) => {
      if (options.watch) return reporter.failed(explain(error));
      await steps.dispose();
      throw error;
    });

  await guarded([]);
  const queue = createQueue(guarded);
  const stop = options.watch ? await watch(directory, watchedOf(workspace), queue.add) : async () => {};
  return {
    close: async () => {
      await stop();
      await queue.idle();
      await gateway?.close();
      await steps.dispose();
    },
  };
}

/** What a change demands. */
interface Needs {
  readonly generate: boolean;
  readonly bundle: boolean;
  readonly synthesize: boolean;
  readonly identities: boolean;
}

const everything: Needs = { generate: true, bundle: true, synthesize: true, identities: true };

function needsOf(files: readonly string[], { model, app }: Workspace): Needs {
  const within = (folder: string) => files.some((file) => file.startsWith(`${folder}/`));
  const generate = within(path.posix.dirname(model.file));
  const synthesize = app !== undefined && within(app.directory);
  const identities = files.includes(identitiesFile);
  return { generate, bundle: generate || within('handlers'), synthesize, identities };
}

interface Done {
  readonly bundles: readonly string[];
  readonly synthesized: boolean;
  /** Whether a handler did not compile, as was reported. */
  readonly failed: boolean;
  readonly words: readonly string[];
}

/** Does what is needed, in order: bundles must be there when the app looks for them. */
async function refresh(needs: Needs, { steps, reporter, watch: goesOn }: DevOptions): Promise<Done> {
  const words: string[] = [];
  const written = needs.generate ? await timed(() => steps.generate()) : undefined;
  if (written !== undefined) words.push(`${count(written.value.length, 'file')} written in ${written.took}`);
  const bundled = needs.bundle ? await timed(() => steps.bundle()) : undefined;
  const { changed: bundles = [], failure } = bundled?.value ?? {};
  if (failure !== undefined) {
    if (!goesOn) throw new UsageError(failure);
    reporter.failed(failure);
  }
  if (bundled !== undefined) words.push(...wordsOf(bundles, bundled.took));
  const synthesize = needs.synthesize || (written?.value ?? []).some((file) => /(^|\/)infrastructure\//.test(file));
  const failed = failure !== undefined;
  if (!synthesize) return { bundles, synthesized: false, failed, words };
  const { took } = await noticed('synthesizing the app', reporter, () => timed(() => steps.synthesize()));
  return { bundles, synthesized: true, failed, words: [...words, `app synthesized in ${took}`] };
}

/** Handlers in Python and Java have one bundle for all of them. */
function wordsOf(bundles: readonly string[], took: string): string[] {
  const of = (language: LanguageName) => bundles.filter((bundle) => bundle.startsWith(`handlers/${language}/`)).length;
  return [
    ...(of('typescript') === 0 ? [] : [`${count(of('typescript'), 'handler')} bundled in ${took}`]),
    ...(of('python') === 0 ? [] : ['handlers in Python start anew']),
    ...(of('java') === 0 ? [] : [`handlers in Java compiled in ${took}`]),
  ];
}

function open({ directory, port, reporter }: DevOptions): Promise<LocalGateway> {
  return serve({
    assembly: path.join(directory, servedAssembly),
    root: directory,
    listener: reporter,
    ...(port === undefined ? {} : { port }),
  });
}

function watchedOf({ model, handlers, app }: Workspace): string[] {
  const own = handlers.map((language) => `handlers/${language}`);
  return [path.posix.dirname(model.file), ...own, ...(app === undefined ? [] : [app.directory]), identitiesFile];
}

/** Runs one update at a time; what changes meanwhile is taken over by the next one, all at once. */
function createQueue(update: (files: readonly string[]) => Promise<void>) {
  const waiting = new Set<string>();
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (waiting.size > 0) {
      const files = [...waiting];
      waiting.clear();
      await update(files);
    }
    running = undefined;
  };
  return {
    add: (files: readonly string[]): void => {
      for (const file of files) waiting.add(file);
      running ??= run();
    },
    idle: async (): Promise<void> => running,
  };
}

/** Says what is being done when it is not done soon. */
async function noticed<T>(what: string, reporter: Reporter, action: () => Promise<T>): Promise<T> {
  const notice = setTimeout(() => reporter.busy(`${what} …`), patience);
  try {
    return await action();
  } finally {
    clearTimeout(notice);
  }
}

/** Milliseconds after which one wonders whether anything happens. */
const patience = 1500;

async function timed<T>(action: () => Promise<T>): Promise<{ readonly value: T; readonly took: string }> {
  const start = performance.now();
  const value = await action();
  const milliseconds = performance.now() - start;
  const took = milliseconds < 500 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  return { value, took };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What is the developer's to mend is said without a stack. */
function explain(error: unknown): string {
  if (error instanceof SpecError || error instanceof UsageError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
