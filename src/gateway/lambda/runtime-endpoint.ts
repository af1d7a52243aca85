import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FunctionStream } from './function-stream';

/** A call of a function, as its process gets it. */
export interface Invocation {
  readonly id: string;
  readonly payload: string;
  /** Milliseconds that the function has, from when its process takes the call. */
  readonly timeout: number;
  readonly arn: string;
}

/** An error as a runtime reports it. */
export interface RuntimeError {
  readonly type: string;
  readonly message: string;
  readonly trace: readonly string[];
  /** Set when the process of the function told it, and not its end. */
  readonly isReported?: true;
}

/** What the process of a function tells. */
export interface RuntimeListener {
  /** It has loaded the handler and asks for work. */
  ready(): void;
  /** It has taken an invocation. */
  taken(id: string): void;
  response(id: string, payload: Buffer): void;
  /** It has begun to stream a response. */
  stream(id: string, stream: FunctionStream): void;
  error(id: string, error: RuntimeError): void;
  initError(error: RuntimeError): void;
}

/**
 * The Runtime API for one process, whichever runtime interface client is at the other end.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export class RuntimeEndpoint {
  private waiting: ServerResponse | undefined;
  private invocation: Invocation | undefined;

  private constructor(
    private readonly server: Server,
    private readonly listener: RuntimeListener,
  ) {}

  /** Opens the endpoint on a free port of the loopback. */
  static async open(listener: RuntimeListener): Promise<RuntimeEndpoint> {
    const server = createServer();
    const endpoint = new RuntimeEndpoint(server, listener);
    server.on('request', (request, response) => void endpoint.answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return endpoint;
  }

  /** The value of AWS_LAMBDA_RUNTIME_API. */
  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Hands out an invocation, now or when the process asks for it. */
  offer(invocation: Invocation): void {
    this.invocation = invocation;
    this.deliver();
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , kind, id = '', outcome] = (request.url ?? '').split('/');
    if (request.method === 'GET' && kind === 'invocation' && id === 'next') {
      this.waiting = response;
      this.listener.ready();
      this.deliver();
      return;
    }
    if (outcome === 'response' && request.headers['lambda-runtime-function-response-mode'] === 'streaming') {
      request.once('end', () => accept(response));
      this.listener.stream(id, new FunctionStream(request));
      return;
    }
    const body = await readAll(request);
    accept(response);
    if (kind === 'init') this.listener.initError(readError(body));
    else if (outcome === 'response') this.listener.response(id, body);
    else if (outcome === 'error') this.listener.error(id, readError(body));
  }

  private deliver(): void {
    const { waiting, invocation } = this;
    if (waiting === undefined || invocation === undefined) return;
    this.waiting = undefined;
    this.invocation = undefined;
    waiting.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Date.now() + invocation.timeout),
      'lambda-runtime-invoked-function-arn': invocation.arn,
      'lambda-runtime-trace-id': `Root=1-${invocation.id.slice(0, 8)}-${invocation.id.replaceAll('-', '').slice(8)};Sampled=0`,
    });
    waiting.end(invocation.payload);
    this.listener.taken(invocation.id);
  }
}

function accept(response: ServerResponse): void {
  response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readError(body: Buffer): RuntimeError {
  try {
    const { errorType, errorMessage, trace, stackTrace } = JSON.parse(body.toString()) as Record<string, unknown>;
    const lines = Array.isArray(trace) ? trace : Array.isArray(stackTrace) ? stackTrace : [];
    return {
      type: String(errorType ?? 'Error'),
      message: String(errorMessage ?? ''),
      trace: lines.map(String),
      isReported: true,
    };
  } catch {
    return { type: 'Error', message: body.toString(), trace: [], isReported: true };
  }
}
