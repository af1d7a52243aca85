import type { ApiGatewayEvent, ApiGatewayResult, LambdaContext } from './api-gateway.js';
import { type Content, findContent } from './content.js';
import {
  type Contract,
  contentsOf,
  type Link,
  logViolations,
  ResponseViolationError,
  respondTo,
  throwsViolations,
} from './create-handler.js';
import { encodeResult } from './encode-result.js';
import type { Interceptor } from './handler.js';
import { streamify } from './lambda-stream.js';
import { openItems } from './open-items.js';
import { isOperationResponse, type OperationResponse, Response } from './response.js';
import { isAsyncIterable, isOpened, isStreamContent, type StreamContent } from './stream-content.js';
import type { StreamedResult, StreamingApiHandler } from './streaming-handler.js';

/**
 * Makes a Lambda function of interceptors and, last, a handler of an operation that streams. The status goes out with the first item: what
 * fails before is answered like any error. What fails later ends the stream, which clients see.
 */
export function createStreamingHandler<OperationId extends string>(
  contract: Contract,
  handlers: readonly unknown[],
): StreamingApiHandler<OperationId> {
  // Safe: a handler is called only with an input that passed the checks of its types.
  const links = withOpener(contract, handlers as readonly Link[]);
  const open = (event: ApiGatewayEvent, context: LambdaContext) => openResponse(contract, links, event, context);
  const buffered = (event: ApiGatewayEvent, context: LambdaContext) => buffer(contract, links, event, context);
  return Object.assign(streamify(open, buffered), {
    operationId: contract.operationId as OperationId,
    method: contract.method,
    path: contract.path,
    open,
    intercept: (interceptors: readonly Interceptor[]) =>
      createStreamingHandler<OperationId>(contract, [...interceptors, ...handlers]),
  });
}

async function openResponse(
  contract: Contract,
  links: readonly Link[],
  event: ApiGatewayEvent,
  context: LambdaContext,
): Promise<StreamedResult> {
  const response = await respondTo(contract, links, event, context);
  const contents = contentsOf(contract, response.statusCode) ?? [];
  if (!isAsyncIterable(response.body)) {
    const whole = contents.filter((content) => !isStreamContent(content));
    const { body, isBase64Encoded, ...head } = encodeResult(response, whole);
    return { ...head, body: isBase64Encoded === true ? Buffer.from(body, 'base64') : body };
  }
  const content = chooseContent(contents, response);
  if (!isStreamContent(content))
    throw new Error(`an interceptor of ${contract.operationId} made a stream of no stream`);
  const { body: _, isBase64Encoded: __, ...head } = encodeResult({ ...response, body: undefined }, contents);
  return { ...head, body: encodeItems(response.body, content, contract.operationId) };
}

/** All of a stream as one result. Nothing has been sent then, so that an item that is wrong is an error like any other. */
async function buffer(
  contract: Contract,
  links: readonly Link[],
  event: ApiGatewayEvent,
  context: LambdaContext,
): Promise<ApiGatewayResult> {
  const { body, ...head } = await openResponse(contract, links, event, context);
  if (typeof body === 'string') return { ...head, body, isBase64Encoded: false };
  if (body instanceof Uint8Array) return { ...head, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  try {
    const items: string[] = [];
    for await (const item of body) items.push(item);
    return { ...head, body: items.join(''), isBase64Encoded: false };
  } catch (error) {
    if (!(error instanceof ResponseViolationError) || throwsViolations in context) throw error;
    return encodeResult(Response.internalFailure({ message: 'Internal Server Error' }), []);
  }
}

/** The links with the handler's items opened: interceptors get a response that has begun. */
function withOpener(contract: Contract, links: readonly Link[]): readonly Link[] {
  const handler = links.at(-1);
  if (handler === undefined) return links;
  const opened: Link = async (request) => {
    const response = await handler(request);
    return isOperationResponse(response) ? openBody(contract, response) : response;
  };
  return [...links.slice(0, -1), opened];
}

async function openBody(contract: Contract, response: OperationResponse): Promise<OperationResponse> {
  const contents = contentsOf(contract, response.statusCode) ?? [];
  const content = chooseContent(contents, response);
  if (content === undefined || response.body === undefined) return response;
  const headers = { ...(contentTypeOf(response) === undefined ? { 'content-type': content.mediaType } : {}) };
  const typed = { ...response, headers: { ...headers, ...response.headers } };
  if (!isStreamContent(content) || !isSource(response.body)) return typed;
  return { ...typed, body: await openItems(response.body, content, contract.operationId) };
}

/** The content that the response names; without a name, a stream for a source of items, and what is no stream for anything else. */
function chooseContent(contents: readonly Content[], response: OperationResponse): Content | undefined {
  const named = contentTypeOf(response);
  if (named !== undefined) return findContent(contents, named);
  const whole = contents.find((content) => !isStreamContent(content));
  const isList = Array.isArray(response.body) && whole !== undefined;
  const stream = contents.find(isStreamContent);
  return (isSource(response.body) && !isList ? stream : whole) ?? contents[0];
}

type Source = AsyncIterable<unknown> | readonly unknown[] | (() => AsyncIterable<unknown>);

function isSource(body: unknown): body is Source {
  return isAsyncIterable(body) || Array.isArray(body) || typeof body === 'function';
}

function contentTypeOf({ headers = {} }: OperationResponse): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
}

/** By hand: a generator would keep `return` waiting for an item that is not there yet. */
function encodeItems(
  body: AsyncIterable<unknown>,
  content: StreamContent,
  operationId: string,
): AsyncIterableIterator<string> {
  const items = isOpened(body) ? body : body[Symbol.asyncIterator]();
  const texts: AsyncIterableIterator<string> = {
    [Symbol.asyncIterator]: () => texts,
    next: async () => {
      try {
        const { done, value } = await items.next();
        return done === true ? { done, value: undefined } : { done: false, value: content.encodeItem(value) };
      } catch (error) {
        if (error instanceof ResponseViolationError) logViolations(operationId, error.violations);
        else console.error(`${operationId} failed after its response had begun`, error);
        throw error;
      }
    },
    return: async () => {
      await items.return?.();
      return { done: true, value: undefined };
    },
  };
  return texts;
}
