import { createHash } from 'node:crypto';
import type { CfnRestApi, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { type CfnResource, Lazy, Names, Stack } from 'aws-cdk-lib/core';
import { isJsonObject, type JsonObject } from '../../shared/json';

/** Properties of a REST API that are in force without a deployment, and the place of the document, which counts by itself. */
const withoutDeployment = new Set(['Name', 'Description', 'Tags', 'BodyS3Location']);

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
  const documentOf = resolvedText(Stack.of(api), withoutDescription(deployed.document));
  const content = () => [propertiesOf(api, deployed.document), documentOf(), Stack.of(api).resolve(deployed.variables)];
  deployment.overrideLogicalId(Lazy.uncachedString({ produce: () => prefix + digest(content()) }));
}

/**
 * The text of a document, tokens resolved at the time of the call. A logical id is asked for many times, and a document is large, so only
 * the tokens in it are resolved anew.
 */
function resolvedText(stack: Stack, document: JsonObject): () => unknown {
  const text = JSON.stringify(document);
  if (otherTokens.test(text)) return () => stack.resolve(document);
  const pieces = text.split(textTokens);
  const tokens = [...new Set(pieces.filter((_, index) => index % 2 === 1))];
  return () => {
    const values = new Map(tokens.map((token) => [token, JSON.stringify(stack.resolve(token))]));
    return pieces.map((piece, index) => (index % 2 === 1 ? values.get(piece) : piece)).join('');
  };
}

/** Tokens in texts, as the CDK writes them. */
const textTokens = /(\$\{Token\[[^\]]*\]\})/;

/** Tokens in place of objects, lists and numbers. */
const otherTokens = /<unresolved-token>|#\{Token\[|\de\+289/;

/** The properties of the REST API; of the document, what was changed by hand. */
function propertiesOf(api: SpecRestApi, document: JsonObject): unknown {
  const resource = api.node.defaultChild as CfnRestApi & Rendered;
  const { body } = resource;
  // The document counts by itself, and takes long.
  if (body === document) resource.body = undefined;
  const { Resources } = Stack.of(api).resolve(resource._toCloudFormation()) as Template;
  resource.body = body;
  const properties = Object.values(Resources).flatMap(({ Properties = {} }) => Object.entries(Properties));
  return properties.filter(([name]) => !withoutDeployment.has(name));
}

interface Rendered {
  _toCloudFormation(): object;
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;
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
