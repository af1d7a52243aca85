import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { constructError } from './construct-error';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const templateBytes = 1_000_000;

/** All models of an API together. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const modelBytes = 400_000;

/** Can be raised; resources are the nodes of the tree of paths. */
const resourceQuota = 300;

/** Indentation before a line of the document in a template as the CDK writes it. */
const templateIndent = 5;

/** Measures the document against the limits of CloudFormation and API Gateway, before a deployment does. */
export function checkSize(scope: Construct, document: JsonObject): void {
  const bytes = bytesOf(document);
  if (bytes > templateBytes) {
    throw constructError(
      scope,
      `the document of the API is ${kilobytes(bytes)} and a CloudFormation template holds ${kilobytes(templateBytes)}; split the model into several APIs, or use shorter integrations such as one Lambda function for many operations in place of mocks with large bodies`,
    );
  }
  const text = JSON.stringify(document, undefined, 1);
  const indented = Buffer.byteLength(text) + templateIndent * text.split('\n').length;
  if (indented > 0.8 * templateBytes) {
    warn(
      scope,
      'template-size',
      `the document of the API takes ${kilobytes(indented)} of the ${kilobytes(templateBytes)} of a CloudFormation template; give the stack 'suppressTemplateIndentation: true', with which it takes ${kilobytes(bytes)}, and keep other resources in stacks of their own`,
    );
  }
  const models = isJsonObject(document.components) ? bytesOf(document.components.schemas ?? {}) : 0;
  if (models > modelBytes) {
    warn(
      scope,
      'model-size',
      `the models of the API are ${kilobytes(models)} and API Gateway allows ${kilobytes(modelBytes)} in all; split the model into several APIs, or make request bodies smaller`,
    );
  }
  const resources = countResources(Object.keys(isJsonObject(document.paths) ? document.paths : {}));
  if (resources > resourceQuota) {
    warn(
      scope,
      'resources',
      `the API has ${resources} resources (nodes of the tree of its paths) and the quota is ${resourceQuota}; have 'Resources per API' raised in Service Quotas, or split the model into several APIs`,
    );
  }
}

function countResources(paths: readonly string[]): number {
  const nodes = new Set(['']);
  for (const path of paths) {
    const segments = path.split('/').slice(1);
    for (let length = 1; length <= segments.length; length++) nodes.add(segments.slice(0, length).join('/'));
  }
  return nodes.size;
}

function warn(scope: Construct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(`type-safe-api-project:${id}`, message);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
}
