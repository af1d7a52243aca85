import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Stack } from 'aws-cdk-lib/core';

/** The ARN by which API Gateway invokes a function, in the region of the function. */
export function lambdaInvocationUri(stack: Stack, lambdaFunction: IFunction): string {
  const { region } = lambdaFunction.env;
  return `arn:${stack.partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${lambdaFunction.functionArn}/invocations`;
}
