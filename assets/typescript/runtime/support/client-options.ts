/** How to reach the API. */
export interface ClientOptions {
  /** Where the API is, with the stage if there is one: `https://abc.execute-api.eu-west-1.amazonaws.com/prod`. */
  readonly baseUrl: string;
  /** Sent with every request; a function is asked each time, for tokens that expire. */
  readonly headers?: HeaderSource | undefined;
  readonly middleware?: readonly Middleware[] | undefined;
  /** Cancels every request of this client. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until a request is given up. */
  readonly timeout?: number | undefined;
  /** How often a request that can be repeated safely is tried again after a network failure, 429, 502, 503 or 504. None by default. */
  readonly retries?: number | undefined;
  readonly credentials?: RequestInit['credentials'] | undefined;
  /** Instead of the global one. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export type HeaderSource = Headers | (() => Headers | Promise<Headers>);

/** Header names and values; those that are undefined are not sent. */
export interface Headers {
  readonly [name: string]: string | undefined;
}

/** What may differ for one request. */
export interface RequestOptions {
  readonly headers?: Headers | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  readonly retries?: number | undefined;
}

/** Changes requests before they are sent and responses before they are read. */
export interface Middleware {
  pre?(request: OutgoingRequest): OutgoingRequest | undefined | Promise<OutgoingRequest | undefined>;
  post?(
    response: globalThis.Response,
    request: OutgoingRequest,
  ): globalThis.Response | undefined | Promise<globalThis.Response | undefined>;
}

/** A request on its way to `fetch`. */
export interface OutgoingRequest {
  readonly operationId: string;
  readonly url: string;
  readonly init: RequestInit & { readonly method: string; readonly headers: globalThis.Headers };
}
