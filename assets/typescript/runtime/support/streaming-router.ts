import type { ApiGatewayEvent, LambdaContext } from './api-gateway.js';
import { encodeResult } from './encode-result.js';
import type { Interceptor } from './handler.js';
import { streamify } from './lambda-stream.js';
import { shapeOf } from './path-template.js';
import { Response } from './response.js';
import type { StreamedResult, StreamingApiHandler, StreamingLambdaFunction } from './streaming-handler.js';

/** One Lambda function for several operations that stream: the method and the resource of the event tell which. */
export function routeStreamingHandlers(
  handlers: readonly StreamingApiHandler[],
  interceptors: readonly Interceptor[],
): StreamingLambdaFunction {
  const routes = new Map(
    handlers.map((handler) => [`${handler.method} ${shapeOf(handler.path)}`, handler.intercept(interceptors)]),
  );
  const find = ({ httpMethod, resource }: ApiGatewayEvent) => routes.get(`${httpMethod} ${shapeOf(resource)}`);
  const refuse = ({ httpMethod, resource }: ApiGatewayEvent) => {
    const route = `${httpMethod} ${resource}`;
    console.error(`no handler for ${route}; there are ${[...routes.keys()].join(', ')}`);
    return encodeResult(Response.internalFailure({ message: `no handler for ${route}` }), []);
  };
  const open = async (event: ApiGatewayEvent, context: LambdaContext): Promise<StreamedResult> => {
    const handler = find(event);
    if (handler !== undefined) return handler.open(event, context);
    return refuse(event);
  };
  return streamify(open, async (event, context) => find(event)?.buffered(event, context) ?? refuse(event));
}
