import type { LambdaFunction } from './api-gateway.js';
import { encodeResult } from './encode-result.js';
import type { ApiHandler, Interceptor } from './handler.js';
import { shapeOf } from './path-template.js';
import { Response } from './response.js';

/** One Lambda function for several operations: the method and the resource of the event tell which. */
export function routeHandlers(handlers: readonly ApiHandler[], interceptors: readonly Interceptor[]): LambdaFunction {
  const routes = new Map(
    handlers.map((handler) => [`${handler.method} ${shapeOf(handler.path)}`, handler.intercept(interceptors)]),
  );
  return async (event, context) => {
    const route = `${event.httpMethod} ${event.resource}`;
    const handler = routes.get(`${event.httpMethod} ${shapeOf(event.resource)}`);
    if (handler !== undefined) return handler(event, context);
    console.error(`no handler for ${route}; there are ${[...routes.keys()].join(', ')}`);
    return encodeResult(Response.internalFailure({ message: `no handler for ${route}` }), []);
  };
}
