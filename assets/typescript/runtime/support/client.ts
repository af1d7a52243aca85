import { FetchError, ResponseError } from './client-errors.js';
import type { ClientOptions, Headers, OutgoingRequest, RequestOptions } from './client-options.js';
import { type ResponseKinds, readBody } from './read-response.js';
import type { RequestBody } from './write-body.js';

/** What the functions of the operations send their requests with. */
export interface Client {
  readonly options: ClientOptions;
}

export function createClient(options: ClientOptions): Client {
  return { options };
}

/** A request as an operation describes it: values are in their form on the wire. */
export interface RequestPlan {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Each `name=value`, or several of them. */
  readonly query?: readonly (string | undefined)[];
  readonly headers?: Headers;
  readonly cookies?: readonly (string | undefined)[];
  readonly body?: RequestBody | undefined;
  readonly accept?: string;
  /** What the bodies of responses are where their media types do not say it. */
  readonly kinds?: ResponseKinds;
  /** Where responses have headers that the model describes. */
  readonly headerValues?: (response: globalThis.Response) => object;
}

/** A response whose model describes headers. */
export interface RawResponseWithHeaders<Status extends number, Body, HeaderValues> extends RawResponse<Status, Body> {
  /** Those headers, as the values that the model says they are. */
  readonly headerValues: HeaderValues;
}

/** A response of any status. */
export interface RawResponse<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: globalThis.Headers;
}

/** Sends a request; every status is an answer. The type is what the model says of the operation. */
export async function send<Response>(
  { options }: Client,
  plan: RequestPlan,
  own: RequestOptions = {},
): Promise<Response> {
  const timeout = own.timeout ?? options.timeout;
  try {
    const response = await fetchResponse(
      options,
      plan,
      own,
      timeout === undefined ? [] : [AbortSignal.timeout(timeout)],
    );
    const body = await readBody(response, plan.kinds);
    return toRawResponse(response, body, plan) as unknown as Response;
  } catch (error) {
    throw error instanceof SyntaxError ? error : new FetchError(plan.operationId, error);
  }
}

/** What came of a response. */
export function toRawResponse(
  response: globalThis.Response,
  body: unknown,
  { headerValues }: RequestPlan,
): RawResponse {
  const raw = { status: response.status, body, headers: response.headers };
  return headerValues === undefined ? raw : Object.assign(raw, { headerValues: headerValues(response) });
}

/** Sends a request, which the signals of client and caller cancel, and these. */
export async function fetchResponse(
  options: ClientOptions,
  plan: RequestPlan,
  own: RequestOptions,
  signals: readonly AbortSignal[],
): Promise<globalThis.Response> {
  const given = [options.signal, own.signal, ...signals].filter((signal) => signal !== undefined);
  const signal = given.length > 1 ? AbortSignal.any(given) : given[0];
  return exchange(options, await toRequest(options, plan, own, signal), own);
}

/** Sends a request and answers the body of a success; any other status is thrown. */
export async function call<Body>(client: Client, plan: RequestPlan, own?: RequestOptions): Promise<Body> {
  return unwrap<Body>(plan.operationId, await send<RawResponse>(client, plan, own));
}

/** The body of a success; any other status is thrown. */
export function unwrap<Body>(
  operationId: string,
  { status, body, headers, headerValues }: RawResponse & { readonly headerValues?: unknown },
): Body {
  if (status < 200 || status > 299) throw new ResponseError(operationId, status, body, headers, headerValues);
  return body as Body;
}

/** The URL of a request, from the base of the client on. */
export function toUrl(baseUrl: string, { path, query = [] }: RequestPlan): string {
  const search = query.filter((part) => part !== undefined && part !== '').join('&');
  return baseUrl.replace(/\/+$/, '') + path + (search === '' ? '' : `?${search}`);
}

/** The headers that the plan itself asks for. */
export function toHeaders({ headers = {}, cookies = [], body, accept }: RequestPlan): Headers {
  const cookie = cookies.filter((part) => part !== undefined && part !== '').join('; ');
  return {
    accept,
    'content-type': body?.contentType,
    ...headers,
    ...(cookie === '' ? {} : { cookie }),
  };
}

async function toRequest(
  options: ClientOptions,
  plan: RequestPlan,
  own: RequestOptions,
  signal: AbortSignal | undefined,
): Promise<OutgoingRequest> {
  const shared = typeof options.headers === 'function' ? await options.headers() : options.headers;
  const headers = new globalThis.Headers();
  for (const source of [shared, toHeaders(plan), own.headers]) {
    for (const [name, value] of Object.entries(source ?? {})) {
      if (value !== undefined) headers.set(name, sendable(name, value));
    }
  }
  return {
    operationId: plan.operationId,
    url: toUrl(options.baseUrl, plan),
    init: {
      method: plan.method,
      headers,
      ...(plan.body === undefined ? {} : { body: plan.body.data }),
      ...(signal === undefined ? {} : { signal }),
      ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    },
  };
}

/** A header that would not arrive as it is, is not sent: HTTP has no spaces around a value, and no characters but those of one byte. */
function sendable(name: string, value: string): string {
  if (/^[\t ]|[\t ]$|[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new TypeError(`the header '${name}' cannot hold ${JSON.stringify(value)}`);
  }
  return value;
}

/** Through the middleware and back: the first to see a request is the last to see its response. */
async function exchange(
  options: ClientOptions,
  request: OutgoingRequest,
  own: RequestOptions,
): Promise<globalThis.Response> {
  const middleware = options.middleware ?? [];
  let outgoing = request;
  for (const { pre } of middleware) outgoing = (await pre?.(outgoing)) ?? outgoing;
  let response = await fetchWithRetries(options, outgoing, own.retries ?? options.retries ?? 0);
  for (const { post } of [...middleware].reverse()) response = (await post?.(response, outgoing)) ?? response;
  return response;
}

async function fetchWithRetries(
  { fetch = globalThis.fetch }: ClientOptions,
  { url, init }: OutgoingRequest,
  retries: number,
): Promise<globalThis.Response> {
  const attempts = /^(?:GET|HEAD|PUT|DELETE|OPTIONS)$/.test(init.method) ? retries : 0;
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(url, init);
      if (attempt >= attempts || ![429, 502, 503, 504].includes(response.status)) return response;
      await pause(Number(response.headers.get('retry-after')) * 1000 || 100 * 2 ** attempt, init.signal);
    } catch (error) {
      if (attempt >= attempts || init.signal?.aborted === true) throw error;
      await pause(100 * 2 ** attempt, init.signal);
    }
  }
}

/** A pause that ends early when the request is cancelled: the next attempt then fails at once. */
function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
