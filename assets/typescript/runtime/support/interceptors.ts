import type { Interceptor } from './handler.js';
import { isOperationResponse, type OperationResponse, type ResponseHeaders } from './response.js';

/** Answers what is thrown: a response as itself, anything else, logged, with this status and body. */
export function buildTryCatchInterceptor(statusCode: number, body: unknown): Interceptor {
  return async (request) => {
    try {
      return await request.chain.next(request);
    } catch (error) {
      if (isOperationResponse(error)) return error;
      console.error(`${request.interceptorContext.operationId} failed`, error);
      return { statusCode, body };
    }
  };
}

/** Adds headers to every response, unless it has them itself. */
export function buildResponseHeaderInterceptor(headers: ResponseHeaders): Interceptor {
  return async (request) => addHeaders(await request.chain.next(request), headers);
}

/** Answers an error that nobody expected with a 500. */
export const tryCatchInterceptor: Interceptor = /* @__PURE__ */ buildTryCatchInterceptor(500, {
  message: 'Internal Server Error',
});

/** Lets pages of any origin call. For one origin, build your own with {@link buildResponseHeaderInterceptor}. */
export const corsInterceptor: Interceptor = /* @__PURE__ */ buildResponseHeaderInterceptor({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
});

/** What most handlers want around them. */
export const INTERCEPTORS: readonly Interceptor[] = [corsInterceptor, tryCatchInterceptor];

function addHeaders(response: OperationResponse, headers: ResponseHeaders): OperationResponse {
  const own = new Set(Object.keys(response.headers ?? {}).map((name) => name.toLowerCase()));
  const added = Object.entries(headers).filter(([name]) => !own.has(name.toLowerCase()));
  return { ...response, headers: { ...Object.fromEntries(added), ...response.headers } };
}
