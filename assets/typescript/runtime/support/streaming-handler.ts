import type { ApiGatewayEvent, ApiGatewayResult, LambdaContext, LambdaFunction } from './api-gateway.js';
import type { Interceptor } from './handler.js';

/** A response whose body is sent piece by piece. */
export interface StreamedResult extends Omit<ApiGatewayResult, 'body' | 'isBase64Encoded'> {
  /** Items in their form on the wire; all of it at once where the response is no stream, such as that of an error. */
  readonly body: AsyncIterableIterator<string> | string | Uint8Array;
}

/** What AWS Lambda gives a function to write a response to. */
export interface LambdaResponseStream {
  /** @returns whether it takes more at once; otherwise it says `drain` when it does. */
  write(chunk: string | Uint8Array): boolean;
  end(): unknown;
  once(event: 'close' | 'drain' | 'error', listener: () => void): unknown;
}

/** A Lambda function for one operation that streams, or for several of them. */
export interface StreamingLambdaFunction {
  (event: ApiGatewayEvent, stream: LambdaResponseStream, context: LambdaContext): Promise<void>;
  /** Called without a stream, it answers when all items are there. */
  (event: ApiGatewayEvent, context: LambdaContext): Promise<ApiGatewayResult>;
  /** The same as a function that never streams: for an integration with the response transfer mode BUFFERED. */
  readonly buffered: LambdaFunction;
}

/** A Lambda function for one operation that streams. */
export interface StreamingApiHandler<OperationId extends string = string> extends StreamingLambdaFunction {
  readonly operationId: OperationId;
  readonly method: string;
  readonly path: string;
  /** The same with more interceptors, which run before its own. */
  intercept(interceptors: readonly Interceptor[]): StreamingApiHandler<OperationId>;
  /** The response when its first item is there. Whoever takes it reads the rest or ends it. */
  open(event: ApiGatewayEvent, context: LambdaContext): Promise<StreamedResult>;
}
