import type { ClientOptions, Headers, Middleware } from './client-options.js';

/** The options of {@link Configuration}. */
export interface ConfigurationParameters {
  readonly basePath: string;
  readonly fetchApi?: typeof globalThis.fetch | undefined;
  readonly middleware?: readonly Middleware[] | undefined;
  readonly headers?: Headers | undefined;
  /** Sent as `Authorization: Bearer …`. */
  readonly accessToken?: string | (() => string | Promise<string>) | undefined;
  /** Sent as `x-api-key`. */
  readonly apiKey?: string | undefined;
  readonly credentials?: RequestInit['credentials'] | undefined;
}

/** The options of a client, under the names of other generators: `new DefaultApi(new Configuration({ basePath }))`. */
export class Configuration implements ClientOptions {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly middleware: readonly Middleware[] | undefined;
  readonly credentials: RequestInit['credentials'] | undefined;
  readonly headers: () => Promise<Headers>;

  constructor(parameters: ConfigurationParameters) {
    const { basePath, fetchApi, middleware, headers, accessToken, apiKey, credentials } = parameters;
    this.baseUrl = basePath;
    this.fetch = fetchApi;
    this.middleware = middleware;
    this.credentials = credentials;
    this.headers = async () => {
      const token = typeof accessToken === 'function' ? await accessToken() : accessToken;
      return {
        ...headers,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(apiKey === undefined ? {} : { 'x-api-key': apiKey }),
      };
    };
  }
}
