import { type Client, fetchResponse, type RawResponse, type RequestPlan, toRawResponse, unwrap } from './client.js';
import { FetchError } from './client-errors.js';
import type { RequestOptions } from './client-options.js';
import { essence } from './content.js';
import { readBody } from './read-response.js';
import type { StreamReader } from './read-stream.js';

/** A request whose response may be a stream. */
export interface StreamPlan extends RequestPlan {
  /** How the items are read, by media type. */
  readonly streams: { readonly [mediaType: string]: StreamReader };
}

/**
 * Sends a request; every status is an answer. The body of a success that streams is its items, which can be read once: whoever stops early
 * ends the connection. A timeout counts until the response begins.
 */
export async function sendStream<Response>(
  client: Client,
  plan: StreamPlan,
  own: RequestOptions = {},
): Promise<Response> {
  const begins = new AbortController();
  const timeout = own.timeout ?? client.options.timeout;
  const timer = timeout === undefined ? undefined : setTimeout(() => begins.abort(timeoutError()), timeout);
  try {
    const response = await fetchResponse(client.options, plan, own, [begins.signal]);
    const reader = response.ok ? readerOf(response, plan) : undefined;
    const body = reader === undefined ? await readBody(response, plan.kinds) : readItems(plan, response, reader);
    return toRawResponse(response, body, plan) as unknown as Response;
  } catch (error) {
    throw error instanceof SyntaxError ? error : new FetchError(plan.operationId, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a request and answers the body of a success; any other status is thrown. */
export async function callStream<Body>(client: Client, plan: StreamPlan, own?: RequestOptions): Promise<Body> {
  return unwrap<Body>(plan.operationId, await sendStream<RawResponse>(client, plan, own));
}

/** How a response is read; nothing where it is no stream. */
export function readerOf(
  response: { readonly headers: globalThis.Headers },
  { streams }: StreamPlan,
): StreamReader | undefined {
  const mediaType = essence(response.headers.get('content-type') ?? '');
  return Object.hasOwn(streams, mediaType) ? streams[mediaType] : undefined;
}

async function* readItems(
  plan: StreamPlan,
  { body }: globalThis.Response,
  read: StreamReader,
): AsyncGenerator<unknown, void, undefined> {
  try {
    if (body !== null) yield* read(chunksOf(body));
  } catch (error) {
    throw error instanceof SyntaxError ? error : new FetchError(plan.operationId, error);
  }
}

/** By its reader: not every browser can iterate over a body. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function timeoutError(): DOMException {
  return new DOMException('the response did not begin in time', 'TimeoutError');
}
