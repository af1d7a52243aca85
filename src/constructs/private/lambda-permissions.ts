import { createHash } from 'node:crypto';
import type { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Annotations, Resource, Stack } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';
import { isElsewhere } from './is-elsewhere';

/** A function that serves more operations than this gets one permission for all of the API. */
const fewOperations = 3;

/** The end of the ARN of the version that is not published. */
const latest = ':$LATEST';

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
  private readonly granted = new Map<string, readonly IConstruct[] | undefined>();

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
      const permission = this.permit(operationId, lambdaFunction, arn);
      this.granted.set(key, permission === undefined ? undefined : [...single, permission]);
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

  /** Nothing where the CDK cannot tell whether an imported function is in this account: it warns then, and says how to tell it. */
  private permit(id: string, lambdaFunction: IFunction, sourceArn: string): IConstruct | undefined {
    const principal = new ServicePrincipal('apigateway.amazonaws.com');
    if (!Resource.isOwnedResource(lambdaFunction) && !isLatest(lambdaFunction)) {
      lambdaFunction.addPermission(id, { principal, sourceArn, scope: this });
      return this.node.tryFindChild(id);
    }
    // For own functions `addPermission` would go on to warn whoever uses the current version.
    return new CfnPermission(this, id, {
      action: 'lambda:InvokeFunction',
      functionName: permittedArn(lambdaFunction),
      principal: principal.service,
      sourceArn,
    });
  }

  /** A permission can only be created where the function is: in its region and its account. */
  private warnIfOutOfReach(lambdaFunction: IFunction): boolean {
    const stack = Stack.of(this);
    const { region, account } = lambdaFunction.env;
    if (!isElsewhere(region, stack.region) && !isElsewhere(account, stack.account)) return false;
    Annotations.of(this).addWarningV2(
      `type-safe-api-project:permission-${lambdaFunction.node.addr}`,
      `the function '${lambdaFunction.node.path}' is in another region or account, where this stack cannot let the API invoke it; add there: function.addPermission('Api', { principal: new ServicePrincipal('apigateway.amazonaws.com'), sourceArn: 'arn:…:execute-api:<region>:<account>:<id of the API>/*' })`,
    );
    return true;
  }
}

/** `$LATEST` has no policy of its own: that of the function counts. */
function permittedArn(lambdaFunction: IFunction): string {
  const { functionArn } = lambdaFunction;
  return isLatest(lambdaFunction) ? functionArn.slice(0, -latest.length) : functionArn;
}

function isLatest({ functionArn }: IFunction): boolean {
  return functionArn.endsWith(latest);
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
