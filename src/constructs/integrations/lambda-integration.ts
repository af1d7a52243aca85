import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib/core';
import { LambdaPermissions } from '../private/lambda-permissions';
import { lambdaInvocationUri } from '../private/lambda-uri';
import { warnWithoutSnapStart } from '../private/snap-start';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';

/**
 * A Lambda function handles the operation: it gets the whole request as an event and returns the whole response. API Gateway may invoke
 * the function, version or alias that is given, and nothing else of the function. The permission of a function that serves many operations
 * is for the whole API, since the policy of a function has room for about 50.
 *
 * SnapStart is for published versions: a function that has it is given as `fn.currentVersion` or as an alias.
 *
 * An imported function must be known to be in the account of the stack: by `Function.fromFunctionName`, or by
 * `Function.fromFunctionAttributes` with `sameEnvironment: true`. A function of another region is invoked there. What a stack cannot
 * permit, a warning says.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export class LambdaIntegration extends Integration {
  /** @param lambdaFunction a function, a version or an alias, of this app or imported */
  constructor(private readonly lambdaFunction: IFunction) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    warnWithoutSnapStart(this.lambdaFunction);
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
