import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalFunction } from '../assembly/local-app';
import { FunctionProcess, type Outcome } from './function-process';
import type { FunctionStream } from './function-stream';
import type { RuntimeError } from './runtime-endpoint';
import { findRuntime } from './runtimes/registry';
import type { Runtime } from './runtimes/runtime';

/** What became of an invocation that nobody reads as a stream. */
export type WholeOutcome = Exclude<Outcome, { readonly kind: 'stream' }>;

/** Hears every line that any function prints. */
export type FunctionOutput = (lambda: LocalFunction, line: string) => void;

/** Processes that one function may have at a time; further requests wait. */
const bound = 4;

interface Pool {
  readonly lambda: LocalFunction;
  processes: FunctionProcess[];
  readonly queue: (() => void)[];
}

/** Why a function cannot be called here. */
export class FunctionUnavailable extends Error {}

/** The functions of the assembly that is served, with their warm processes. */
export class Functions {
  private pools = new Map<string, Pool>();

  /**
   * @param root The folder of the API, in which bundles are found before the copies in the assembly.
   * @param state A folder of ours for inline code.
   */
  constructor(
    private readonly root: string | undefined,
    private readonly state: string,
    private readonly output: FunctionOutput,
  ) {}

  /** Takes over the functions of a new assembly. Processes of functions that did not change stay warm. */
  replace(lambdas: readonly LocalFunction[]): void {
    const next = new Map<string, Pool>();
    for (const lambda of lambdas) {
      const known = this.pools.get(lambda.name);
      const same = known !== undefined && JSON.stringify(known.lambda) === JSON.stringify(lambda);
      next.set(lambda.name, same ? known : { lambda, processes: [], queue: [] });
    }
    for (const [name, pool] of this.pools) if (next.get(name) !== pool) retire(pool);
    this.pools = next;
  }

  find(name: string): LocalFunction | undefined {
    return this.pools.get(name)?.lambda;
  }

  /** Why a function cannot be run here; nothing when it can. */
  whyNot(lambda: LocalFunction): string | undefined {
    const runtime = findRuntime(lambda.runtime);
    if (runtime === undefined) return `runtime ${lambda.runtime || 'unknown'} does not run here`;
    const { code } = lambda;
    const isLive = this.liveCode(lambda, runtime) !== undefined;
    if (code.kind === 'unavailable' && !isLive) return code.reason;
    if (code.kind === 'archive' && !isLive && !runtime.runsArchives) return 'its code is an archive, not a folder';
    if (code.kind === 'inline' && runtime.inlineFile === undefined)
      return `runtime ${lambda.runtime} has no inline code`;
    return runtime.whyNot(this.root);
  }

  /**
   * Calls a function by name; of one that streams, the response is all that it streams.
   * @throws FunctionUnavailable when there is none, or when it cannot be run here.
   */
  async invoke(name: string, payload: string): Promise<WholeOutcome> {
    const outcome = await this.invokeStreaming(name, payload);
    if (outcome.kind !== 'stream') return outcome;
    const { stream, kind: _, ...rest } = outcome;
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      return { kind: 'response', payload: Buffer.concat(chunks), ...rest };
    } catch (error) {
      if (stream.error === undefined) throw error;
      return { kind: 'error', error: stream.error, ...rest };
    }
  }

  /**
   * Calls a function by name; one that streams has answered when it begins.
   * @throws FunctionUnavailable when there is none, or when it cannot be run here.
   */
  async invokeStreaming(name: string, payload: string): Promise<Outcome> {
    for (;;) {
      const pool = this.pools.get(name);
      if (pool === undefined) throw new FunctionUnavailable(`there is no function named '${name}' in the assembly`);
      const process = this.available(pool);
      if (process !== undefined) {
        const outcome = await process.invoke(payload);
        if (outcome.kind === 'stream') void this.follow(pool, outcome.stream);
        else pool.queue.shift()?.();
        if (outcome.kind === 'error') this.report(pool.lambda, outcome.error);
        return outcome;
      }
      await new Promise<void>((resolve) => pool.queue.push(resolve));
    }
  }

  /** Restarts the processes of functions that run one of these bundles, relative to the root, or of all functions. */
  reload(bundles?: readonly string[]): void {
    for (const pool of this.pools.values()) {
      if (bundles !== undefined && !bundles.some((bundle) => this.runs(pool.lambda, bundle))) continue;
      const warm = pool.processes.length > 0;
      retire(pool);
      if (warm && this.whyNot(pool.lambda) === undefined) void this.start(pool).open();
    }
  }

  close(): void {
    for (const { processes } of this.pools.values()) for (const process of processes) process.close();
    this.pools.clear();
  }

  /** A process is free for the next request when its stream is over. */
  private async follow(pool: Pool, stream: FunctionStream): Promise<void> {
    await stream.released;
    pool.queue.shift()?.();
    if (stream.error !== undefined) this.report(pool.lambda, stream.error);
  }

  /** Prints the stack of an error, without the frames that are not the user's. */
  private report(lambda: LocalFunction, { type, message, trace, isReported }: RuntimeError): void {
    if (isReported === true && findRuntime(lambda.runtime)?.printsErrors === true) return;
    const own = trace.filter((line) => !/node-runtime\.mjs|\(?node:/.test(line));
    for (const line of own.length === 0 ? [`${type}: ${message}`] : own) this.output(lambda, line);
  }

  private available(pool: Pool): FunctionProcess | undefined {
    pool.processes = pool.processes.filter(({ ended }) => !ended);
    const idle = pool.processes.find(({ busy }) => !busy);
    return idle ?? (pool.processes.length < bound ? this.start(pool) : undefined);
  }

  private start(pool: Pool): FunctionProcess {
    const { lambda } = pool;
    const reason = this.whyNot(lambda);
    const runtime = findRuntime(lambda.runtime);
    if (reason !== undefined || runtime === undefined) throw new FunctionUnavailable(`${lambda.name}: ${reason}`);
    const code = this.codeOf(lambda, runtime);
    const launch = runtime.launch({ lambda, code, root: this.root });
    const directory = statSync(code).isDirectory() ? code : path.dirname(code);
    const process = new FunctionProcess(lambda, launch, directory, (line) => this.output(lambda, line));
    pool.processes.push(process);
    return process;
  }

  /** Whether a function runs a bundle: as what was generated for it, or from a folder that is or holds the bundle. */
  private runs({ code, origin }: LocalFunction, bundle: string): boolean {
    if (origin?.bundle !== undefined) return origin.bundle === bundle;
    if (this.root === undefined || (code.kind !== 'folder' && code.kind !== 'archive')) return false;
    return `${path.resolve(this.root, bundle)}${path.sep}`.startsWith(`${code.path}${path.sep}`);
  }

  /** Where the handler of a function is made, if it is there. */
  private liveCode({ origin }: LocalFunction, runtime: Runtime): string | undefined {
    if (this.root === undefined || origin?.bundle === undefined) return undefined;
    return runtime.liveCode(path.resolve(this.root, origin.bundle));
  }

  private codeOf(lambda: LocalFunction, runtime: Runtime): string {
    const { name, code } = lambda;
    const live = this.liveCode(lambda, runtime);
    if (live !== undefined) return live;
    if (code.kind === 'unavailable') throw new FunctionUnavailable(`${name}: ${code.reason}`);
    if (code.kind !== 'inline') return code.path;
    const directory = path.join(this.state, 'functions', name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, runtime.inlineFile ?? 'index'), code.source);
    return directory;
  }
}

/** Ends idle processes now and busy ones after their invocation, so that no answer is lost. */
function retire(pool: Pool): void {
  for (const process of pool.processes) {
    if (process.busy) process.endAfterInvocation();
    else process.close();
  }
  pool.processes = [];
}
