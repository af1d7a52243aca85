import { createHash } from 'node:crypto';
import type { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { type CfnResource, Lazy, Names, Stack } from 'aws-cdk-lib/core';

/** Properties of a REST API that are in force without a deployment. */
const withoutDeployment = new Set(['Name', 'Description', 'Tags']);

/**
 * Makes the logical id of an API's deployment a function of what is deployed: the document with its tokens resolved, and the other
 * properties of the API. CloudFormation creates a new deployment exactly when that changes.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-deployment.html
 */
export function followDocument(api: SpecRestApi): void {
  const deployment = api.latestDeployment?.node.defaultChild as CfnResource | undefined;
  if (deployment === undefined) return;
  const prefix = Names.uniqueId(deployment).slice(0, 200);
  deployment.overrideLogicalId(Lazy.uncachedString({ produce: () => prefix + digest(deployedProperties(api)) }));
}

function deployedProperties(api: SpecRestApi): unknown {
  const resource = api.node.defaultChild as CfnResource & { _toCloudFormation(): object };
  const { Resources } = Stack.of(api).resolve(resource._toCloudFormation()) as {
    readonly Resources: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;
  };
  const properties = Object.values(Resources).flatMap(({ Properties = {} }) => Object.entries(Properties));
  return properties.filter(([name]) => !withoutDeployment.has(name));
}

function digest(value: unknown): string {
  return createHash('md5').update(JSON.stringify(value)).digest('hex');
}
