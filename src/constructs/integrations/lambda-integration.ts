import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';
import { LambdaPermissions } from '../private/lambda-permissions';
import { lambdaInvocationUri } from '../private/lambda-uri';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';

/**
 * A Lambda function handles the operation: it gets the whole request as an event and returns the whole response.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export class LambdaIntegration extends Integration {
  /** @param lambdaFunction a function, a version or an alias, of this app or imported */
  constructor(private readonly lambdaFunction: IFunction) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    return {
      type: 'AWS_PROXY',
      httpMethod: 'POST',
      uri: lambdaInvocationUri(Stack.of(props.scope), this.lambdaFunction),
      passthroughBehavior: 'WHEN_NO_MATCH',
    };
  }

  public override grant(props: IntegrationGrantProps): void {
    LambdaPermissions.of(props.scope, props.api).grant(this.lambdaFunction, props);
  }
}
