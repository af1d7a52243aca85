import type { Status2XX } from './response.js';

/** The API answered with a status that is not a success. */
export class ResponseError<Status extends number = number, Body = unknown, HeaderValues = object> extends Error {
  override readonly name: string = 'ResponseError';
  readonly operationId: string;
  readonly status: Status;
  /** The value that the model describes for this status; a text or bytes where it describes none. */
  readonly body: Body;
  readonly headers: globalThis.Headers;
  /** The headers that the model describes for this status, as the values that it says they are. */
  readonly headerValues: HeaderValues;

  constructor(
    operationId: string,
    status: Status,
    body: Body,
    headers: globalThis.Headers,
    headerValues: HeaderValues = {} as HeaderValues,
  ) {
    super(`${operationId} answered ${status}${describe(body)}`);
    this.operationId = operationId;
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.headerValues = headerValues;
  }
}

/** Every status but those of successes: what {@link ResponseError} has of a response for several statuses. */
export type ErrorStatus<Status extends number> = Exclude<Status, Status2XX>;

/** There was no answer: the network failed, the time was up, or the request was cancelled. The reason is the cause. */
export class FetchError extends Error {
  override readonly name: string = 'FetchError';
  readonly operationId: string;
  override readonly cause: unknown;

  constructor(operationId: string, cause: unknown) {
    super(`${operationId} got no answer: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.operationId = operationId;
    this.cause = cause;
  }
}

function describe(body: unknown): string {
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : body;
  return typeof message === 'string' && message !== '' ? `: ${message}` : '';
}
