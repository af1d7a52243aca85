import type { CfnFunction, IFunction } from 'aws-cdk-lib/aws-lambda';
import { type Duration, Stack } from 'aws-cdk-lib/core';
import { HandlerFunction } from '../handler-function';
import { InvocationRole } from '../private/invocation/invocation-role';
import { lambdaInvocationUri, lambdaStreamingUri } from '../private/lambda-uri';
import { warnWithoutSnapStart } from '../private/snap-start';
import { operationStreams, timeoutOf, warnIfNotStreaming } from '../private/streaming';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationRenderProps } from './integration';
import { ResponseTransferMode } from './response-transfer-mode';

/** How API Gateway waits for a function and passes on its response. */
export interface LambdaIntegrationProps {
  /**
   * Whether the response is passed on whole, or as it comes. A function whose response is streamed writes it in a format of its own, as the
   * generated handlers of operations that stream do; all operations of such a function must be streamed.
   *
   * @default - STREAM for an operation of which a response of success has a streaming media type, such as `text/event-stream` or
   * `application/jsonl`; BUFFERED for all others, and for generated functions in Python and Java
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
   */
  readonly responseTransferMode?: ResponseTransferMode;

  /**
   * How long API Gateway waits for the end of the response, from 50 milliseconds to 15 minutes. More than 29 seconds without streaming need a
   * higher quota of the account. The function has a timeout of its own.
   *
   * @default - 15 minutes for a response that is streamed, 29 seconds for any other
   */
  readonly timeout?: Duration;
}

/**
 * A Lambda function handles the operation: it gets the whole request as an event, and returns the whole response or streams it. API Gateway
 * assumes one role for all functions of the API, which may invoke the functions, versions and aliases that are given, and nothing else.
 *
 * SnapStart is for published versions: a function that has it is given as `fn.currentVersion` or as an alias. Of generated functions that have it,
 * the current version is invoked.
 *
 * A function of another region is invoked there. One of another account must let the role in by a policy of its own, which a warning says;
 * `Function.fromFunctionName`, and `Function.fromFunctionAttributes` with `sameEnvironment: true`, say that an imported one is of this account.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export class LambdaIntegration extends Integration {
  /**
   * @param lambdaFunction a function, a version or an alias, of this app or imported
   * @param props how its response is passed on
   */
  constructor(
    private readonly lambdaFunction: IFunction,
    private readonly props: LambdaIntegrationProps = {},
  ) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    const invoked = invokedOf(this.lambdaFunction);
    warnWithoutSnapStart(invoked);
    const { responseTransferMode: mode, timeout } = this.props;
    const streams = mode === undefined ? this.streamsByItself(props) : mode === ResponseTransferMode.STREAM;
    if (mode === undefined && streams) warnIfNotStreaming(this.lambdaFunction, props);
    const timeoutInMillis = timeoutOf(timeout, streams, props);
    const uri = streams ? lambdaStreamingUri : lambdaInvocationUri;
    return {
      type: 'AWS_PROXY',
      httpMethod: 'POST',
      uri: uri(Stack.of(props.scope), invoked),
      credentials: InvocationRole.of(props.scope).allow(invoked),
      passthroughBehavior: 'WHEN_NO_MATCH',
      ...(streams ? { responseTransferMode: ResponseTransferMode.STREAM } : {}),
      ...(timeoutInMillis === undefined ? {} : { timeoutInMillis }),
    };
  }

  /** Generated handlers in Python and Java answer with all items at once: AWS Lambda has no streaming for these languages. */
  private streamsByItself(props: IntegrationRenderProps): boolean {
    const { lambdaFunction } = this;
    const isWhole = lambdaFunction instanceof HandlerFunction && lambdaFunction._language !== 'typescript';
    return operationStreams(props) && !isWhole;
  }
}

/** Only versions start from snapshots, so of a generated function that does, the current one is invoked. */
function invokedOf(lambdaFunction: IFunction): IFunction {
  if (!(lambdaFunction instanceof HandlerFunction)) return lambdaFunction;
  const { snapStart } = lambdaFunction.node.defaultChild as CfnFunction;
  return snapStart === undefined ? lambdaFunction : lambdaFunction.currentVersion;
}
