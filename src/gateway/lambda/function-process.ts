import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { LocalFunction } from '../assembly/local-app';
import { environmentOf } from './environment';
import type { FunctionStream } from './function-stream';
import { RuntimeEndpoint, type RuntimeError } from './runtime-endpoint';
import type { Launch } from './runtimes/runtime';

/** What became of an invocation. */
export type Outcome =
  | { readonly kind: 'response'; readonly payload: Buffer; readonly coldMilliseconds?: number }
  | { readonly kind: 'stream'; readonly stream: FunctionStream; readonly coldMilliseconds?: number }
  | { readonly kind: 'error'; readonly error: RuntimeError; readonly coldMilliseconds?: number }
  | { readonly kind: 'timeout' };

/** Hears every line that a function prints. */
export type OutputListener = (line: string) => void;

/** Milliseconds that a process has to load its handler. @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const initLimit = 10_000;

/** One warm process of a function: one invocation at a time, as in the cloud. */
export class FunctionProcess {
  /** Set when it will take no more invocations. */
  ended = false;
  private closed = false;
  private closeWhenIdle = false;
  private opening: Promise<RuntimeEndpoint> | undefined;
  private endpoint: RuntimeEndpoint | undefined;
  private child: ChildProcess | undefined;
  private current: { readonly id: string; readonly settle: (outcome: Outcome) => void } | undefined;
  /** Set while an invocation that has been answered goes on. */
  private streaming: FunctionStream | undefined;
  private timer: NodeJS.Timeout | undefined;
  private coldMilliseconds: number | undefined;
  private isReady = false;
  /** When the request that waits for the start came. */
  private awaitedAt: number | undefined;

  constructor(
    private readonly lambda: LocalFunction,
    private readonly launch: Launch,
    private readonly directory: string,
    private readonly output: OutputListener,
  ) {}

  get busy(): boolean {
    return this.current !== undefined || this.streaming !== undefined;
  }

  /** Calls the function once; starts the process with the first call. */
  invoke(payload: string): Promise<Outcome> {
    const id = randomUUID();
    const timeout = this.lambda.timeoutSeconds * 1000;
    this.awaitedAt ??= performance.now();
    return new Promise((resolve) => {
      const settle = (outcome: Outcome): void => {
        this.current = undefined;
        resolve(outcome);
        if (outcome.kind === 'stream') this.streaming = outcome.stream;
        else this.finish();
      };
      this.current = { id, settle };
      void this.open().then((endpoint) => {
        this.expireAfter(initLimit + timeout);
        endpoint.offer({ id, payload, timeout, arn: this.lambda.arn });
      });
    });
  }

  /** Starts the process, unless it has been started. */
  open(): Promise<RuntimeEndpoint> {
    this.opening ??= this.start();
    return this.opening;
  }

  /** Takes no more invocations; ends when the one under way is answered. */
  endAfterInvocation(): void {
    this.ended = true;
    this.closeWhenIdle = true;
  }

  /** Ends the process at once; an invocation under way is answered with an error. */
  close(): void {
    this.ended = true;
    this.closed = true;
    this.child?.kill('SIGKILL');
    this.endpoint?.close();
    this.stop({ type: 'Stopped', message: 'the process was ended', trace: [] });
  }

  /** What becomes of an invocation under way when the process goes. */
  private stop(error: RuntimeError): void {
    const { streaming } = this;
    this.streaming = undefined;
    streaming?.cancel(error);
    streaming?.free();
    this.current?.settle({ kind: 'error', error });
  }

  private finish(): void {
    clearTimeout(this.timer);
    if (this.closeWhenIdle) this.close();
  }

  private async start(): Promise<RuntimeEndpoint> {
    const endpoint = await RuntimeEndpoint.open({
      ready: () => this.noteReady(),
      taken: (id) => this.current?.id === id && this.expireAfter(this.lambda.timeoutSeconds * 1000),
      response: (id, payload) => this.settle(id, { kind: 'response', payload, ...this.cold() }),
      stream: (id, stream) => this.begin(id, stream),
      error: (id, error) => this.noteError(id, error),
      initError: (error) => this.fail(error),
    });
    this.endpoint = endpoint;
    if (this.closed) endpoint.close();
    else this.spawn(endpoint.address);
    return endpoint;
  }

  private spawn(address: string): void {
    const { file, args, environment = {} } = this.launch;
    const child = spawn(file, args, {
      cwd: this.directory,
      env: { ...environmentOf(this.lambda, this.directory, address), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.output(line));
    }
    child.once('error', (error) => this.fail({ type: error.name, message: error.message, trace: [] }));
    child.once('exit', (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      this.fail({ type: 'Runtime.ExitError', message: `the process ended with ${how}`, trace: [] });
    });
  }

  /** Whoever asks for work is done with a stream. A start that nobody waited for was not a cold one. */
  private noteReady(): void {
    const { streaming } = this;
    this.streaming = undefined;
    if (streaming !== undefined) this.finish();
    streaming?.free();
    if (this.isReady) return;
    this.isReady = true;
    if (this.awaitedAt !== undefined) this.coldMilliseconds = performance.now() - this.awaitedAt;
  }

  /** The time of the start, told once: with the first outcome. */
  private cold(): { readonly coldMilliseconds?: number } {
    const { coldMilliseconds } = this;
    this.coldMilliseconds = undefined;
    return coldMilliseconds === undefined ? {} : { coldMilliseconds };
  }

  private begin(id: string, stream: FunctionStream): void {
    if (this.current?.id === id) this.current.settle({ kind: 'stream', stream, ...this.cold() });
    else stream.cancel();
  }

  /** What is reported while a function streams is of the stream: its response has begun. */
  private noteError(id: string, error: RuntimeError): void {
    if (this.streaming === undefined) this.settle(id, { kind: 'error', error, ...this.cold() });
    else this.streaming.cancel(error);
  }

  private settle(id: string, outcome: Outcome): void {
    if (this.current?.id === id) this.current.settle(outcome);
  }

  /** A start is no part of a function's time: that counts from when the process takes a call. */
  private expireAfter(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.expire(), milliseconds);
  }

  private expire(): void {
    const { current, streaming, lambda } = this;
    this.current = undefined;
    const seconds = lambda.timeoutSeconds.toFixed(2);
    streaming?.cancel({ type: 'Sandbox.Timedout', message: `Task timed out after ${seconds} seconds`, trace: [] });
    this.close();
    current?.settle({ kind: 'timeout' });
  }

  private fail(error: RuntimeError): void {
    this.ended = true;
    this.endpoint?.close();
    clearTimeout(this.timer);
    this.stop(error);
  }
}
