import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Stack } from 'aws-cdk-lib/core';

/** The ARN by which API Gateway invokes a function, in the region of the function. */
export function lambdaInvocationUri(stack: Stack, lambdaFunction: IFunction): string {
  return `${uriOf(stack, lambdaFunction, '2015-03-31')}/invocations`;
}

/**
 * The ARN by which API Gateway invokes a function whose response it streams. It takes the same permission, `lambda:InvokeFunction`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 */
export function lambdaStreamingUri(stack: Stack, lambdaFunction: IFunction): string {
  return `${uriOf(stack, lambdaFunction, '2021-11-15')}/response-streaming-invocations`;
}

function uriOf(stack: Stack, lambdaFunction: IFunction, version: string): string {
  const { region } = lambdaFunction.env;
  return `arn:${stack.partition}:apigateway:${region}:lambda:path/${version}/functions/${lambdaFunction.functionArn}`;
}
