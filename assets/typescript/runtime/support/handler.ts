import type { ApiGatewayEvent, ApiGatewayResult, LambdaContext } from './api-gateway.js';
import type { OperationResponse } from './response.js';

/** What came with a request, read and checked by the model. */
export interface RequestInput<RequestParameters, RequestBody> {
  readonly requestParameters: RequestParameters;
  readonly body: RequestBody;
}

/** What a handler is called with. */
export interface HandlerRequest<RequestParameters, RequestBody> {
  readonly input: RequestInput<RequestParameters, RequestBody>;
  readonly event: ApiGatewayEvent;
  readonly context: LambdaContext;
  /** For interceptors to hand things on; a logger, for instance. */
  readonly interceptorContext: InterceptorContext;
}

export interface InterceptorContext {
  readonly operationId: string;
  [key: string]: unknown;
}

/** What an interceptor is called with: `chain.next(request)` goes on to the next one, and in the end to the handler. */
export interface ChainedRequestInput<RequestParameters, RequestBody, Response>
  extends HandlerRequest<RequestParameters, RequestBody> {
  readonly chain: {
    next(request: ChainedRequestInput<RequestParameters, RequestBody, Response>): Promise<Response>;
  };
}

export type HandlerFunction<RequestParameters, RequestBody, Response> = (
  request: HandlerRequest<RequestParameters, RequestBody>,
) => Promise<Response>;

export type ChainedHandlerFunction<RequestParameters, RequestBody, Response> = (
  request: ChainedRequestInput<RequestParameters, RequestBody, Response>,
) => Promise<Response>;

/**
 * Runs around the handlers of any operation. Its input is what came: a request that the model refuses passes the interceptors too, so that
 * the headers they add are on the answer.
 */
export type Interceptor = ChainedHandlerFunction<unknown, unknown, OperationResponse>;

/** The arguments of a handler wrapper. */
export type HandlerChain<Handler> = readonly [...interceptors: Interceptor[], handler: Handler];

/** A Lambda function for one operation. */
export interface ApiHandler<OperationId extends string = string> {
  (event: ApiGatewayEvent, context: LambdaContext): Promise<ApiGatewayResult>;
  readonly operationId: OperationId;
  readonly method: string;
  readonly path: string;
  /** The same with more interceptors, which run before its own. */
  intercept(interceptors: readonly Interceptor[]): ApiHandler<OperationId>;
}
