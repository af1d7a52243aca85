import { ArnPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Annotations, type IResource, Names, PhysicalName, Resource, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isElsewhere } from '../is-elsewhere';

/** What an operation does with a resource of a service. */
export interface ServiceGrant {
  /** What it is, such as `queue`. */
  readonly kind: string;
  readonly resource: IResource;
  readonly arn: string;
  readonly actions: readonly string[];
  /** The key that the resource is encrypted with, and what the service does with it in the name of the caller. */
  readonly key?: { readonly key: IKey | undefined; readonly actions: readonly string[] };
  /** What its own policy calls it, where that cannot be the ARN. */
  readonly policyResource?: string;
  /** Adds to the policy of the resource itself; nothing for resources without one. */
  readonly addToResourcePolicy?: (statement: PolicyStatement) => unknown;
}

/**
 * The role of all integrations of an API with services other than S3: it may do with each resource what the operations do with it, and
 * nothing else.
 */
export class ServiceRole extends Role {
  /** The one of an API, made on first use. */
  static of(scope: Construct): ServiceRole {
    const id = 'ServiceIntegrationsExecutionRole';
    const existing = scope.node.tryFindChild(id);
    return existing === undefined ? new ServiceRole(scope, id) : (existing as ServiceRole);
  }

  private readonly statements = new Map<string, PolicyStatement>();
  private readonly keys = new Set<string>();

  private constructor(scope: Construct, id: string) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      // Resources of other accounts of the app name it.
      roleName: PhysicalName.GENERATE_IF_NEEDED,
    });
  }

  /** Lets API Gateway do this with a resource. */
  allow(grant: ServiceGrant): void {
    const { arn, actions, key } = grant;
    const isNew = this.allowActions(arn, actions);
    if (key?.key !== undefined) this.allowKey(key.key, key.actions);
    if (isNew) this.allowFromElsewhere(grant);
  }

  /** Adds to the statement of a resource. Gives whether there was something to add. */
  private allowActions(arn: string, actions: readonly string[]): boolean {
    const id = this.idOf(arn);
    const known = this.statements.get(id);
    if (known === undefined) {
      const statement = new PolicyStatement({ actions: [...actions], resources: [arn] });
      this.statements.set(id, statement);
      this.addToPrincipalPolicy(statement);
      return true;
    }
    const missing = actions.filter((action) => !known.actions.includes(action));
    known.addActions(...missing);
    return missing.length > 0;
  }

  private allowKey(key: IKey, actions: readonly string[]): void {
    const id = `${actions.join()} ${this.idOf(key.keyArn)}`;
    if (this.keys.has(id)) return;
    this.keys.add(id);
    key.grant(this, ...actions);
  }

  private idOf(arn: string): string {
    return JSON.stringify(Stack.of(this).resolve(arn));
  }

  /** In another account, the policy of the resource must allow it too. */
  private allowFromElsewhere(grant: ServiceGrant): void {
    const { kind, resource, arn, actions, addToResourcePolicy, policyResource = arn } = grant;
    if (!isElsewhere(resource.env.account, Stack.of(this).account)) return;
    if (addToResourcePolicy !== undefined && Resource.isOwnedResource(resource)) {
      const principals = [new ArnPrincipal(this.roleArn)];
      // Event buses want a name, and no policy has one twice.
      const names = actions.map((action) => action.replace(/^.*:/, '')).join('');
      const sid = `${Names.uniqueResourceName(this, { maxLength: 60 })}${names}`;
      addToResourcePolicy(new PolicyStatement({ sid, principals, actions: [...actions], resources: [policyResource] }));
      return;
    }
    Annotations.of(this).addWarningV2(
      `type-safe-api-project:${kind.replaceAll(' ', '-')}-policy-${resource.node.addr}`,
      `the ${kind} '${resource.node.path}' is in another account, where this stack cannot let the API in; allow ${[...actions].join(', ')} there, in the policy of the ${kind}, to the role '${this.node.path}'`,
    );
  }
}
