/** What a handler returns: a status, a value of the model, and headers. */
export interface OperationResponse<
  Status extends number = number,
  Body = unknown,
  Headers extends object = ResponseHeaders,
> {
  readonly statusCode: Status;
  readonly body: Body;
  readonly headers?: Headers | undefined;
  /** Headers that are sent more than once, such as `Set-Cookie`. */
  readonly multiValueHeaders?: { readonly [name: string]: readonly string[] } | undefined;
}

/** A response with headers that have to be there. */
export interface OperationResponseWithHeaders<Status extends number, Body, Headers extends object>
  extends OperationResponse<Status, Body, Headers> {
  readonly headers: Headers;
}

export interface ResponseHeaders {
  readonly [name: string]: string;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type NumberOf<Text> = Text extends `${infer Value extends number}` ? Value : never;

/** Statuses by their first digit, for responses such as `4XX`. */
export type Status1XX = NumberOf<`1${Digit}${Digit}`>;
export type Status2XX = NumberOf<`2${Digit}${Digit}`>;
export type Status3XX = NumberOf<`3${Digit}${Digit}`>;
export type Status4XX = NumberOf<`4${Digit}${Digit}`>;
export type Status5XX = NumberOf<`5${Digit}${Digit}`>;

/** Every status there can be, but those that a model names. */
export type OtherStatus<Named extends number = never> = Exclude<
  Status1XX | Status2XX | Status3XX | Status4XX | Status5XX,
  Named
>;

/** What makes responses: a function for each of the usual statuses, and one for all others. */
export interface Responses {
  readonly success: Respond<200>;
  readonly created: Respond<201>;
  readonly accepted: Respond<202>;
  readonly noContent: typeof noContent;
  readonly badRequest: Respond<400>;
  readonly notAuthenticated: Respond<401>;
  readonly notAuthorized: Respond<403>;
  readonly notFound: Respond<404>;
  readonly conflict: Respond<409>;
  readonly internalFailure: Respond<500>;
  /** Any other status. */
  readonly of: typeof respond;
}

/** Makes responses. The model decides which of them an operation may return. */
export const Response: Responses = {
  success: /* @__PURE__ */ respondWith(200),
  created: /* @__PURE__ */ respondWith(201),
  accepted: /* @__PURE__ */ respondWith(202),
  noContent,
  badRequest: /* @__PURE__ */ respondWith(400),
  notAuthenticated: /* @__PURE__ */ respondWith(401),
  notAuthorized: /* @__PURE__ */ respondWith(403),
  notFound: /* @__PURE__ */ respondWith(404),
  conflict: /* @__PURE__ */ respondWith(409),
  internalFailure: /* @__PURE__ */ respondWith(500),
  of: respond,
};

/** True for what {@link Response} makes, returned or thrown. */
export function isOperationResponse(value: unknown): value is OperationResponse {
  return typeof value === 'object' && value !== null && 'statusCode' in value && typeof value.statusCode === 'number';
}

interface Respond<Status extends number> {
  (): OperationResponse<Status, undefined, never>;
  <Body>(body: Body, headers?: undefined): OperationResponse<Status, Body, never>;
  <Body, Headers extends object>(body: Body, headers: Headers): OperationResponseWithHeaders<Status, Body, Headers>;
}

function respondWith<Status extends number>(status: Status): Respond<Status> {
  return <Body, Headers extends object>(body?: Body, headers?: Headers) =>
    respond(status, body as Body, headers as Headers);
}

function noContent(): OperationResponse<204, undefined, never>;
function noContent<Headers extends object>(headers: Headers): OperationResponseWithHeaders<204, undefined, Headers>;
function noContent(headers?: object): OperationResponse<204, undefined, object> {
  return respond(204, undefined, headers as object);
}

function respond<Status extends number, Body>(
  statusCode: Status,
  body: Body,
  headers?: undefined,
): OperationResponse<Status, Body, never>;
function respond<Status extends number, Body, Headers extends object>(
  statusCode: Status,
  body: Body,
  headers: Headers,
): OperationResponseWithHeaders<Status, Body, Headers>;
function respond(statusCode: number, body: unknown, headers?: object): OperationResponse<number, unknown, object> {
  return headers === undefined ? { statusCode, body } : { statusCode, body, headers };
}
