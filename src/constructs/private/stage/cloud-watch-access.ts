import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { type CfnRole, ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge, managedPolicy } from '../acknowledge';
import { constructError } from '../construct-error';
import { outermost } from '../outermost';

const writesLogs = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs';

/**
 * Lets API Gateway write logs: a role, and the setting of the account and region that names it. There is one in a stack, also for its
 * nested stacks. Both stay when the stack is deleted unless asked otherwise, since APIs of other stacks may log by them.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-account.html
 */
export class CloudWatchAccess extends Construct {
  /** That of the stack that an API is in, made on first use. */
  static of(scope: Construct): CloudWatchAccess {
    const stack = outermost(Stack.of(scope));
    const id = 'ApiGatewayCloudWatchAccess';
    return (stack.node.tryFindChild(id) as CloudWatchAccess | undefined) ?? new CloudWatchAccess(stack, id);
  }

  /** The setting, which has to be there before a stage that logs. */
  readonly account: CfnAccount;

  private readonly role: Role;
  private asked: RemovalPolicy | undefined;

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(writesLogs)],
    });
    this.account = new CfnAccount(this, 'Account', { cloudWatchRoleArn: this.role.roleArn });
    this.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.acknowledgeManagedPolicy();
  }

  /** What becomes of both when they are removed from the stack. */
  remove(scope: Construct, policy: RemovalPolicy): void {
    if (this.asked !== undefined && this.asked !== policy) {
      throw constructError(
        scope,
        `'cloudWatchRoleRemovalPolicy' is '${policy}', and another API of the stack, with which this one shares the role, says '${this.asked}'; set the same for both`,
      );
    }
    this.asked = policy;
    this.applyRemovalPolicy(policy);
  }

  private applyRemovalPolicy(policy: RemovalPolicy): void {
    this.role.applyRemovalPolicy(policy);
    this.account.applyRemovalPolicy(policy);
  }

  private acknowledgeManagedPolicy(): void {
    acknowledge(this.role.node.defaultChild as CfnRole, {
      id: 'AwsSolutions-IAM4',
      findings: [managedPolicy(writesLogs)],
      reason:
        'API Gateway accepts the role of an account only if it may write to all log groups; this policy is the one that AWS maintains for it, and it allows nothing else.',
    });
  }
}
