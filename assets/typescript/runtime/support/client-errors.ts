import type { Status2XX } from './response.js';

/** The API answered with a status that is not a success. */
export class ResponseError<Status extends number = number, Body = unknown, HeaderValues = object> extends Error {
  override readonly name: string = 'ResponseError';

  constructor(
    readonly operationId: string,
    readonly status: Status,
    /** The value that the model describes for this status; a text or bytes where it describes none. */
    readonly body: Body,
    readonly headers: globalThis.Headers,
    /** The headers that the model describes for this status, as the values that it says they are. */
    readonly headerValues: HeaderValues = {} as HeaderValues,
  ) {
    super(`${operationId} answered ${status}${describe(body)}`);
  }
}

/** Every status but those of successes: what {@link ResponseError} has of a response for several statuses. */
export type ErrorStatus<Status extends number> = Exclude<Status, Status2XX>;

/** There was no answer: the network failed, the time was up, or the request was cancelled. The reason is the cause. */
export class FetchError extends Error {
  override readonly name: string = 'FetchError';

  constructor(
    readonly operationId: string,
    override readonly cause: unknown,
  ) {
    super(`${operationId} got no answer: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function describe(body: unknown): string {
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : body;
  return typeof message === 'string' && message !== '' ? `: ${message}` : '';
}
