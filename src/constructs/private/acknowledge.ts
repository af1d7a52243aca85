import { type CfnResource, Stack, Token, Validations } from 'aws-cdk-lib/core';

/** A rule of cdk-nag that a resource does not follow, and why that is right. */
export interface Acknowledgement {
  readonly id: string;
  /** In words, for whoever reviews the template. */
  readonly reason: string;
  /** For the rule about managed policies, the names of those that are meant, with their paths. */
  readonly policies?: readonly string[];
}

/**
 * Tells cdk-nag that a resource does not follow a rule on purpose. Version 2 reads the metadata of the resource in the template, and
 * version 3 that of the construct, which only newer versions of the CDK know. `Validations.acknowledge` itself refuses ids with
 * pseudo parameters in them.
 * @see https://github.com/cdklabs/cdk-nag/blob/main/MIGRATION.md
 */
export function acknowledge(resource: CfnResource, { id, reason, policies = [] }: Acknowledgement): void {
  const findings = policies.flatMap((policy) => findingsOf(resource, policy));
  const rules = findings.length === 0 ? [{ id, reason }] : [{ id, reason, appliesTo: findings }];
  const { rules_to_suppress: others = [] } = (resource.getMetadata('cdk_nag') ?? {}) as {
    readonly rules_to_suppress?: readonly object[];
  };
  resource.addMetadata('cdk_nag', { rules_to_suppress: [...others, ...rules] });
  const key = (Validations as typeof Validations | undefined)?.ACKNOWLEDGED_RULES_METADATA_KEY;
  if (key === undefined) return;
  const ids = findings.length === 0 ? [id] : findings.map((finding) => `${id}[${finding}]`);
  resource.node.addMetadata(key, Object.fromEntries(ids.map((each) => [each, reason])));
}

/** How cdk-nag writes a managed policy: with the name of the partition where the stack knows it, else with the pseudo parameter. */
function findingsOf(resource: CfnResource, policy: string): string[] {
  const { partition } = Stack.of(resource);
  const known = Token.isUnresolved(partition) ? [] : [partition];
  return ['<AWS::Partition>', ...known].map((each) => `Policy::arn:${each}:iam::aws:policy/${policy}`);
}
