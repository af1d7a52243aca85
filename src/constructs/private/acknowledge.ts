import { type CfnResource, Validations } from 'aws-cdk-lib/core';

/** A rule of cdk-nag that a resource does not follow, and why that is right. */
export interface Acknowledgement {
  readonly id: string;
  /** In words, for whoever reviews the template. */
  readonly reason: string;
  /** What of the rule's findings is meant where it has several, as cdk-nag writes them: `Resource::*`. */
  readonly findings?: readonly string[];
}

/** The finding of a managed policy of AWS, by its name with its path. The CDK leaves the partition to CloudFormation everywhere. */
export function managedPolicy(name: string): string {
  return `Policy::arn:<AWS::Partition>:iam::aws:policy/${name}`;
}

/**
 * Tells cdk-nag that a resource does not follow a rule on purpose. Version 2 reads the metadata of the resource in the template, and
 * version 3 that of the construct, which only newer versions of the CDK know. `Validations.acknowledge` itself refuses ids with
 * pseudo parameters in them.
 * @see https://github.com/cdklabs/cdk-nag/blob/main/MIGRATION.md
 */
export function acknowledge(resource: CfnResource, { id, reason, findings = [] }: Acknowledgement): void {
  const rule = findings.length === 0 ? { id, reason } : { id, reason, appliesTo: findings };
  const { rules_to_suppress: others = [] } = (resource.getMetadata('cdk_nag') ?? {}) as {
    readonly rules_to_suppress?: readonly object[];
  };
  resource.addMetadata('cdk_nag', { rules_to_suppress: [...others, rule] });
  const key = (Validations as typeof Validations | undefined)?.ACKNOWLEDGED_RULES_METADATA_KEY;
  if (key === undefined) return;
  const ids = findings.length === 0 ? [id] : findings.map((finding) => `${id}[${finding}]`);
  resource.node.addMetadata(key, Object.fromEntries(ids.map((each) => [each, reason])));
}
