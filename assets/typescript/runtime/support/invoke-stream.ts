import type { RawResponse } from './client.js';
import { type InvokeOptions, toContext, toEvent } from './invoke.js';
import { readBody } from './read-response.js';
import { readerOf, type StreamPlan } from './stream-client.js';
import type { StreamingApiHandler } from './streaming-handler.js';
import type { OwnBytes } from './write-body.js';

/** What a test may say of a stream besides. */
export interface InvokeStreamOptions extends InvokeOptions {
  /** How many items to wait for, after which the stream is ended as by a client that goes; all of them unless given. */
  readonly take?: number | undefined;
}

/** A response with its items as a list. */
export type Collected<Response> =
  Response extends RawResponse<infer Status, infer Body> ? RawResponse<Status, CollectedBody<Body>> : never;

type CollectedBody<Body> = Body extends AsyncIterable<infer Item> ? Item[] : Body;

/**
 * Calls a handler that streams in this process, as API Gateway would: through serialisation and validation. The body of a stream is the list
 * of its items. `headers` of the result do not count when it is compared with `toEqual({ status, body })`.
 *
 * @throws ResponseViolationError when the response, or an item of it, is not what the model says.
 */
export async function invokeStreamingHandler<Response>(
  handler: Pick<StreamingApiHandler, 'open'>,
  plan: StreamPlan,
  resource: string,
  options: InvokeStreamOptions = {},
): Promise<Response> {
  const event = await toEvent({ ...plan, resource }, options);
  const result = await handler.open(event, toContext(plan.operationId, options));
  const headers = new globalThis.Headers(result.headers);
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
    for (const value of values) headers.append(name, value);
  }
  const reader = readerOf({ headers }, plan);
  const body =
    typeof result.body === 'string' || result.body instanceof Uint8Array
      ? await readWhole(result.body, result.statusCode, headers, plan)
      : await collect(reader?.(toBytes(result.body)) ?? result.body, options.take);
  return Object.defineProperty({ status: result.statusCode, body }, 'headers', { value: headers }) as Response;
}

async function collect(items: AsyncIterable<unknown>, most = Number.POSITIVE_INFINITY): Promise<unknown[]> {
  const found: unknown[] = [];
  if (most <= 0) return found;
  for await (const item of items) if (found.push(item) >= most) break;
  return found;
}

async function* toBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

function readWhole(
  whole: string | Uint8Array,
  status: number,
  headers: globalThis.Headers,
  plan: StreamPlan,
): Promise<unknown> {
  const isEmpty = [101, 204, 205, 304].includes(status);
  const body = isEmpty ? null : (whole as string | OwnBytes);
  return readBody(new globalThis.Response(body, { status, headers }), plan.kinds);
}
