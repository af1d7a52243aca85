import { createHash } from 'node:crypto';
import type { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Annotations, Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** A function that serves more operations than this gets one permission for all of the API. */
const fewOperations = 3;

/** An operation, as far as permissions are concerned. */
interface PermittedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

/**
 * Lets API Gateway invoke the Lambda functions of one API. The policy of a function has at most 20,480 bytes, room for about 50
 * permissions, so a function that serves many operations gets one for the whole API.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export class LambdaPermissions extends Construct {
  /** Those of an API, made on first use. */
  static of(scope: Construct, api: SpecRestApi): LambdaPermissions {
    const existing = scope.node.tryFindChild('LambdaPermissions');
    return existing === undefined ? new LambdaPermissions(scope, api) : (existing as LambdaPermissions);
  }

  /** By the ARN of the function: its single permissions, or nothing once there is one for the API. */
  private readonly granted = new Map<string, readonly CfnPermission[] | undefined>();

  private constructor(
    scope: Construct,
    private readonly api: SpecRestApi,
  ) {
    super(scope, 'LambdaPermissions');
  }

  /** Lets the API invoke a function for an operation. */
  grant(lambdaFunction: IFunction, { operationId, method, path }: PermittedOperation): void {
    const key = JSON.stringify(Stack.of(this).resolve(lambdaFunction.functionArn));
    if (this.warnIfOutOfReach(lambdaFunction)) return;
    const single = this.granted.has(key) ? this.granted.get(key) : [];
    if (single === undefined) return;
    if (single.length < fewOperations) {
      const arn = this.api.arnForExecuteApi(method.toUpperCase(), path.replace(/\{[^{}]+\}/g, '*'), '*');
      this.granted.set(key, [...single, this.permit(operationId, lambdaFunction, arn)]);
      return;
    }
    for (const permission of single) this.node.tryRemoveChild(permission.node.id);
    this.permit(`Api-${digest(key)}`, lambdaFunction, this.api.arnForExecuteApi('*', '/*', '*'));
    this.granted.set(key, undefined);
  }

  /** Lets the API invoke a function as an authorizer. */
  grantAuthorizer(lambdaFunction: IFunction, authorizerId: string): void {
    const id = `Authorizer-${authorizerId}`;
    if (this.node.tryFindChild(id) !== undefined || this.warnIfOutOfReach(lambdaFunction)) return;
    const { restApiId } = this.api;
    const arn = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: restApiId,
      resourceName: 'authorizers/*',
    });
    this.permit(id, lambdaFunction, arn);
  }

  private permit(id: string, lambdaFunction: IFunction, sourceArn: string): CfnPermission {
    return new CfnPermission(this, id, {
      action: 'lambda:InvokeFunction',
      functionName: permittedArn(lambdaFunction),
      principal: 'apigateway.amazonaws.com',
      sourceArn,
    });
  }

  /** A permission can only be created where the function is: in its region and its account. */
  private warnIfOutOfReach(lambdaFunction: IFunction): boolean {
    const stack = Stack.of(this);
    const isElsewhere =
      differ(lambdaFunction.env.region, stack.region) || differ(lambdaFunction.env.account, stack.account);
    if (!isElsewhere) return false;
    Annotations.of(this).addWarningV2(
      `type-safe-api-project:permission-${lambdaFunction.node.addr}`,
      `the function '${lambdaFunction.node.path}' is in another region or account, where this stack cannot let the API invoke it; add there: function.addPermission('Api', { principal: new ServicePrincipal('apigateway.amazonaws.com'), sourceArn: 'arn:…:execute-api:<region>:<account>:<id of the API>/*' })`,
    );
    return true;
  }
}

/** `$LATEST` has no policy of its own: that of the function counts. */
function permittedArn({ functionArn }: IFunction): string {
  return functionArn.endsWith(':$LATEST') ? functionArn.slice(0, -':$LATEST'.length) : functionArn;
}

function differ(one: string, other: string): boolean {
  return !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
