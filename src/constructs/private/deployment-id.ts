import { createHash } from 'node:crypto';
import type { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { type CfnResource, Lazy, Names, Stack } from 'aws-cdk-lib/core';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';

/** Properties of a REST API that are in force without a deployment, and the place of the document, which counts by itself. */
const withoutDeployment = new Set(['Name', 'Description', 'Tags', 'Body', 'BodyS3Location']);

/** What a deployment is made of besides the properties of the REST API. */
export interface Deployed {
  readonly document: JsonObject;
  /** What the document takes from the stage, by the names of the variables. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Makes the logical id of an API's deployment a function of what is deployed: the document with its tokens resolved, and the other
 * properties of the API. CloudFormation creates a new deployment exactly when that changes.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-deployment.html
 */
export function followDocument(api: SpecRestApi, deployed: Deployed): void {
  const deployment = api.latestDeployment?.node.defaultChild as CfnResource | undefined;
  if (deployment === undefined) return;
  const prefix = Names.uniqueId(deployment).slice(0, 200);
  deployment.overrideLogicalId(Lazy.uncachedString({ produce: () => prefix + digest(contentOf(api, deployed)) }));
}

function contentOf(api: SpecRestApi, { document, variables }: Deployed): unknown {
  const resource = api.node.defaultChild as CfnResource & { _toCloudFormation(): object };
  const stack = Stack.of(api);
  const { Resources } = stack.resolve(resource._toCloudFormation()) as {
    readonly Resources: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;
  };
  const properties = Object.values(Resources).flatMap(({ Properties = {} }) => Object.entries(Properties));
  const resolved = stack.resolve({ document: withoutDescription(document), variables }) as Json;
  return [...properties.filter(([name]) => !withoutDeployment.has(name)), resolved];
}

/** The description is that of the API, not of its deployment. */
function withoutDescription({ info, ...document }: JsonObject): JsonObject {
  if (!isJsonObject(info)) return document;
  const { description: _, ...rest } = info;
  return { info: rest, ...document };
}

function digest(value: unknown): string {
  return createHash('md5').update(JSON.stringify(value)).digest('hex');
}
