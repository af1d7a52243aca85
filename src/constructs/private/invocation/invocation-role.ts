import { createHash } from 'node:crypto';
import { CfnManagedPolicy, type CfnRole, ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Annotations, Names, PhysicalName, Resource, Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from '../construct-error';
import { isElsewhere } from '../is-elsewhere';
import { outermost } from '../outermost';
import { mayBeElsewhere } from './may-be-elsewhere';
import { invocationPolicies } from './policy-documents';

/** Managed policies that a role can have, and how many more at most on request. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const managedPolicies = { quota: 10, most: 20 };

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const outputsOfTemplate = 200;

const id = 'InvocationRole';

/**
 * The role that API Gateway assumes to invoke the Lambda functions of one API. Functions need no policy of their own for it, so each costs
 * no resource, and none of them can be full. API Gateway tells STS neither an account nor an API when it assumes the role of an
 * integration, so the trust policy cannot ask for them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export class InvocationRole extends Role {
  /** The one of an API, made on first use. */
  static of(scope: Construct): InvocationRole {
    return InvocationRole.find(scope) ?? new InvocationRole(scope);
  }

  /** The one of an API, if it invokes functions. */
  static find(scope: Construct): InvocationRole | undefined {
    return scope.node.tryFindChild(id) as InvocationRole | undefined;
  }

  /** By its ARN, each function, version and alias once. */
  private readonly functions = new Map<string, IFunction>();

  private constructor(scope: Construct) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      // Functions of other accounts of the app name it.
      roleName: PhysicalName.GENERATE_IF_NEEDED,
    });
  }

  /** Lets API Gateway invoke a function; gives the ARN of the role that it assumes to do so. */
  allow(lambdaFunction: IFunction): string {
    const arn = JSON.stringify(Stack.of(this).resolve(lambdaFunction.functionArn));
    if (!this.functions.has(arn)) {
      this.functions.set(arn, lambdaFunction);
      this.warnOtherAccount(lambdaFunction);
    }
    return this.roleArn;
  }

  /** Gives the role a name that is known now. */
  giveName(): void {
    (this.node.defaultChild as CfnRole).roleName = this.generatePhysicalName();
  }

  /** Unique in the account, since roles are there in all regions; the same name for documents in S3 and for stacks of other accounts. */
  protected override generatePhysicalName(): string {
    const { region, node } = Stack.of(this);
    if (Token.isUnresolved(region)) return super.generatePhysicalName();
    const { stackName } = outermost(Stack.of(this));
    const digest = createHash('sha256').update(`${region} ${stackName} ${node.addr} ${this.node.path}`).digest('hex');
    const readable = Names.uniqueResourceName(this, { maxLength: 40, separator: '-' });
    return `${readable}-${digest.slice(0, 12)}`;
  }

  /** Writes the policies, once all functions are known. */
  complete(): void {
    this.checkOutputs();
    const { inline, managed } = invocationPolicies([...this.functions.values()]);
    this.checkManaged(managed.length);
    const role = this.node.defaultChild as CfnRole;
    role.policies = [{ policyName: 'Invoke', policyDocument: inline }];
    for (const [index, policyDocument] of managed.entries()) {
      const { ref } = new CfnManagedPolicy(this, `Policy${index + 1}`, { policyDocument });
      // By the role and not by the policy, so that the API is there only after all that it may do.
      this.addManagedPolicy(ManagedPolicy.fromManagedPolicyArn(this, `Attached${index + 1}`, ref));
    }
  }

  private checkManaged(count: number): void {
    if (count <= managedPolicies.quota) return;
    const needed = `the ${this.functions.size} functions of the API need ${count} managed policies of the role '${this.node.path}'`;
    if (count > managedPolicies.most) {
      throw constructError(
        this,
        `${needed}, and a role has ${managedPolicies.most} at most; let one function handle many operations, or split the model into several APIs`,
      );
    }
    Annotations.of(this).addWarningV2(
      'type-safe-api-project:invocation-policies',
      `${needed}, and the quota is ${managedPolicies.quota}; have 'Managed policies per role' raised in Service Quotas, or let one function handle many operations`,
    );
  }

  /** What another stack is asked for is an output of its template. */
  private checkOutputs(): void {
    const stacks = new Map<Stack, number>();
    const own = Stack.of(this);
    for (const each of this.functions.values()) {
      if (Resource.isOwnedResource(each)) stacks.set(each.stack, (stacks.get(each.stack) ?? 0) + 1);
    }
    for (const [stack, count] of stacks) {
      const isNamed = isElsewhere(stack.region, own.region) || isElsewhere(stack.account, own.account);
      if (stack === own || isNamed || count <= outputsOfTemplate) continue;
      throw constructError(
        this,
        `the API uses ${count} functions of the stack '${stack.node.path}', and what it asks another stack for is an output of its template, which has ${outputsOfTemplate} at most; use more nested stacks, with fewer functions each`,
      );
    }
  }

  /** In another account, the policy of the function must allow it too. */
  private warnOtherAccount(lambdaFunction: IFunction): void {
    const { account } = lambdaFunction.env;
    const other = isElsewhere(account, Stack.of(this).account);
    if (!other && !mayBeElsewhere(lambdaFunction, Stack.of(this))) return;
    const where = other
      ? 'is in another account, where this stack cannot let the API invoke it'
      : `may be in another account than this stack: if it is not, import it by Function.fromFunctionAttributes with 'sameEnvironment: true'; if it is, this stack cannot let the API invoke it`;
    Annotations.of(this).addWarningV2(
      `type-safe-api-project:permission-${lambdaFunction.node.addr}`,
      `the function '${lambdaFunction.node.path}' ${where}; add there: function.addPermission('Api', { principal: new ArnPrincipal('<the ARN of the role ${this.node.path}>') })`,
    );
  }
}
