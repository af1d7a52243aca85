import type { IncomingMessage } from 'node:http';
import type { RuntimeError } from './runtime-endpoint';

/**
 * What a function streams, as it comes: in the pace in which it is read. It ends with an error when the function reports one in the
 * trailers, or goes before its time.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming
 */
export class FunctionStream implements AsyncIterable<Buffer> {
  /** What went wrong, once it has. */
  error: RuntimeError | undefined;
  private isCancelled = false;
  private release = (): void => undefined;

  /** Holds when the function takes no part in it any more, and its process is free or gone. */
  readonly released = new Promise<void>((resolve) => {
    this.release = resolve;
  });

  constructor(private readonly request: IncomingMessage) {
    // Whoever reads hears of it; nobody may.
    request.on('error', () => undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of this.request) yield chunk as Buffer;
    } catch {
      if (this.isCancelled && this.error === undefined) throw new Error('nobody reads the stream any more');
      // Where the process is gone, it is known why in a moment.
      await this.released;
      throw this.fail({ type: 'Runtime.ExitError', message: 'the function went before its stream ended', trace: [] });
    }
    const reported = readTrailers(this.request.trailers);
    if (reported !== undefined) throw this.fail(reported);
  }

  /** Stops reading: the function's next write fails. */
  cancel(error?: RuntimeError): void {
    if (error !== undefined) this.error ??= error;
    this.isCancelled = true;
    this.request.destroy();
  }

  /** Called when the process is free or gone. */
  free(): void {
    this.release();
  }

  private fail(error: RuntimeError): Error {
    this.error ??= error;
    return new Error(`${this.error.type}: ${this.error.message}`);
  }
}

function readTrailers(trailers: NodeJS.Dict<string>): RuntimeError | undefined {
  const type = trailers['lambda-runtime-function-error-type'];
  if (type === undefined) return undefined;
  const body = Buffer.from(trailers['lambda-runtime-function-error-body'] ?? '', 'base64').toString();
  try {
    const { errorMessage, trace } = JSON.parse(body) as Record<string, unknown>;
    return { type, message: String(errorMessage ?? ''), trace: Array.isArray(trace) ? trace.map(String) : [] };
  } catch {
    return { type, message: body, trace: [] };
  }
}
