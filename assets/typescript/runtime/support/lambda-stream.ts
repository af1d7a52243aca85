import type { ApiGatewayEvent, LambdaContext, LambdaFunction } from './api-gateway.js';
import type { LambdaResponseStream, StreamedResult, StreamingLambdaFunction } from './streaming-handler.js';

/** What the Node.js runtimes of AWS Lambda have as a global. @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html */
interface AwsLambda {
  streamifyResponse<Handler>(handler: Handler): Handler;
  readonly HttpResponseStream: { from(stream: LambdaResponseStream, prelude: object): LambdaResponseStream };
}

type Open = (event: ApiGatewayEvent, context: LambdaContext) => Promise<StreamedResult>;

/** Makes a Lambda function that streams where the runtime can, and answers whole where it is called without a stream. */
export function streamify(open: Open, buffered: LambdaFunction): StreamingLambdaFunction {
  const handle = async (event: ApiGatewayEvent, ...rest: readonly (LambdaResponseStream | LambdaContext)[]) => {
    const [second, third] = rest;
    if (!isStream(second)) return buffered(event, second as LambdaContext);
    await writeTo(second, await open(event, third as LambdaContext));
    return undefined;
  };
  const streamed = runtime()?.streamifyResponse(handle) ?? handle;
  return Object.assign(streamed, { buffered }) as StreamingLambdaFunction;
}

function runtime(): AwsLambda | undefined {
  return (globalThis as { readonly awslambda?: AwsLambda }).awslambda;
}

function isStream(value: unknown): value is LambdaResponseStream {
  return typeof value === 'object' && value !== null && 'write' in value && typeof value.write === 'function';
}

/**
 * Writes a response: status and headers before the body, as API Gateway wants them; items no faster than they are taken. Where nobody takes
 * them any more, their source is told to end.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
async function writeTo(target: LambdaResponseStream, { body, ...head }: StreamedResult): Promise<void> {
  const stream = runtime()?.HttpResponseStream.from(target, head) ?? writePrelude(target, head);
  const connection = watch(stream);
  if (typeof body === 'string' || body instanceof Uint8Array) stream.write(body);
  else {
    for (;;) {
      const next = await connection.whileOpen(body.next());
      if (next === undefined) {
        // It may wait for an item that never comes, and what it throws is of no use to anybody.
        body.return?.().catch(() => undefined);
        return;
      }
      if (next.done === true) break;
      if (!stream.write(next.value)) await connection.whileOpen(drained(stream));
    }
    // The first write takes the status with it, and a stream without items has none.
    stream.write('');
  }
  stream.end();
}

function writePrelude(stream: LambdaResponseStream, head: object): LambdaResponseStream {
  stream.write(JSON.stringify(head));
  stream.write(new Uint8Array(8));
  return stream;
}

/** Tells when the other side goes. One listener for all items: a race with the same promise for each would hold on to all of them. */
function watch(stream: LambdaResponseStream) {
  let isClosed = false;
  let leave = (): void => undefined;
  const close = () => {
    isClosed = true;
    leave();
  };
  stream.once('close', close);
  stream.once('error', close);
  return {
    /** What a promise brings; nothing if the other side goes first. */
    whileOpen: <Value>(promise: Promise<Value>) =>
      new Promise<Value | undefined>((resolve, reject) => {
        leave = () => resolve(undefined);
        promise.then(resolve, reject);
        if (isClosed) leave();
      }),
  };
}

function drained(stream: LambdaResponseStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve));
}
