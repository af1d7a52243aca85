import { AspectPriority, Aspects, CfnResource, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from '../construct-error';
import { isIndented, kilobytes, templateBytes } from './template-size';

/** Cannot be raised. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const resourcesOfTemplate = 500;

/** More than this a resource hardly takes in a template, and most take less. */
const largeResourceBytes = 4_000;

/**
 * Compares the stack of an API with what a template holds, once everything is there.
 * @param documentBytes what the document of the API takes of it
 */
export function watchStack(scope: Construct, documentBytes: number): void {
  Aspects.of(scope).add(
    { visit: (node) => (node === scope ? checkStack(scope, documentBytes) : undefined) },
    { priority: AspectPriority.READONLY },
  );
}

function checkStack(scope: Construct, documentBytes: number): void {
  const stack = Stack.of(scope);
  const resources = stack.node
    .findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && node.stack === stack);
  const name = stack.node.path === '' ? stack.stackName : stack.node.path;
  if (resources.length > resourcesOfTemplate) {
    throw constructError(
      scope,
      `the stack '${name}' has ${resources.length} resources (${mostOf(resources)}) and CloudFormation takes ${resourcesOfTemplate}; make the functions in nested stacks of at most 200 functions each, such as new HandlerFunction(new NestedStack(stack, 'Functions1'), …), and leave the API in this one, or let one function handle many operations`,
    );
  }
  if (documentBytes + resources.length * largeResourceBytes <= templateBytes) return;
  const bytes = bytesOf(stack, resources);
  if (bytes <= templateBytes) return;
  const indentation = isIndented(stack) ? "give the stack 'suppressTemplateIndentation: true', " : '';
  throw constructError(
    scope,
    `the template of the stack '${name}' is ${kilobytes(bytes)}, ${kilobytes(documentBytes)} of which the document of the API, and CloudFormation takes ${kilobytes(templateBytes)}; ${indentation}make the functions in nested stacks, and give the stack an 'env', with which large documents are deployed from S3`,
  );
}

/** What a template will take, nearly. */
function bytesOf(stack: Stack, resources: readonly CfnResource[]): number {
  return resources.reduce((sum, resource) => {
    const part = stack.resolve((resource as unknown as Rendered)._toCloudFormation());
    // A resource stands two levels deep, and its lines are as many spaces to the right.
    const text = JSON.stringify(part, undefined, isIndented(stack) ? 1 : undefined);
    return sum + Buffer.byteLength(text);
  }, 0);
}

interface Rendered {
  _toCloudFormation(): object;
}

function mostOf(resources: readonly CfnResource[]): string {
  const counts = new Map<string, number>();
  for (const { cfnResourceType } of resources) counts.set(cfnResourceType, (counts.get(cfnResourceType) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([type, count]) => `${count} of ${type}`)
    .join(', ');
}
