import { type IFunction, Function as LambdaFunction, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { Annotations, type Duration, Token } from 'aws-cdk-lib/core';
import { isSuccessStatus, streamFormatOf } from '../../shared/streaming-media-types';
import type { IntegrationOperationProps } from '../integrations/integration';
import { operationError } from './operation-error';

/** Milliseconds that an integration waits at least. */
const leastTimeout = 50;

/** Milliseconds that a stream lasts at most. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html */
export const longestStream = 900_000;

/** True for an operation of which a response of success has a streaming media type, such as `text/event-stream`. */
export function operationStreams({ responses }: Pick<IntegrationOperationProps, 'responses'>): boolean {
  return responses.some(
    ({ statusCode, mediaTypes }) =>
      isSuccessStatus(statusCode) && mediaTypes.some((type) => streamFormatOf(type) !== undefined),
  );
}

/** How long API Gateway waits, in milliseconds; nothing where it is for API Gateway to say. */
export function timeoutOf(
  timeout: Duration | undefined,
  streams: boolean,
  operation: IntegrationOperationProps,
): number | undefined {
  if (timeout === undefined) return streams ? longestStream : undefined;
  if (timeout.isUnresolved()) return timeout.toMilliseconds();
  const milliseconds = timeout.toMilliseconds({ integral: false });
  if (milliseconds >= leastTimeout && milliseconds <= longestStream) return Math.round(milliseconds);
  throw operationError(
    operation,
    `'timeout' is ${timeout.toHumanString()}, but API Gateway waits from 50 milliseconds to 15 minutes; choose one between`,
  );
}

/**
 * Warns where a function is expected to stream by itself whose runtime does not. An explicit mode is a decision, for which there is no warning.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
 */
export function warnIfNotStreaming(lambdaFunction: IFunction, { operationId }: IntegrationOperationProps): void {
  if (!(lambdaFunction instanceof LambdaFunction)) return;
  const { family, name } = lambdaFunction.runtime;
  const canStream: readonly (RuntimeFamily | undefined)[] = [RuntimeFamily.NODEJS, RuntimeFamily.OTHER, undefined];
  if (Token.isUnresolved(name) || canStream.includes(family)) return;
  Annotations.of(lambdaFunction).addWarningV2(
    `type-safe-api-project:streaming-${operationId}`,
    `operation '${operationId}' streams, but functions of the runtime '${name}' do not by themselves; give the integration 'responseTransferMode: ResponseTransferMode.BUFFERED', or STREAM if the function writes the format of API Gateway, as it does behind the Lambda Web Adapter`,
  );
}
