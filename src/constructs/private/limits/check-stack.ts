import { AspectPriority, Aspects, CfnResource, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from '../construct-error';
import { isIndented, kilobytes, templateBytes, withoutIndentation } from './template-size';

/** Cannot be raised. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const resourcesOfTemplate = 500;

/** What a nested stack tells the API of its functions are outputs. */
const outputsOfTemplate = 200;

/** Stacks with less than this are not measured, which takes as long as to write them. */
const worthMeasuring = { documentBytes: 200_000, resources: 150 } as const;

/** How the document of an API is deployed. */
export interface WatchedDocument {
  /** What it takes of the template, in bytes. */
  readonly bytes: number;
  /** Why it is in the template and not in S3, if there is a reason. */
  readonly problem?: string;
}

/** Compares the stack of an API with what a template holds, once everything is there. */
export function watchStack(scope: Construct, document: WatchedDocument): void {
  Aspects.of(scope).add(
    { visit: (node) => (node === scope ? checkStack(scope, document) : undefined) },
    { priority: AspectPriority.READONLY },
  );
}

function checkStack(scope: Construct, document: WatchedDocument): void {
  const stack = Stack.of(scope);
  const resources = stack.node
    .findAll()
    .filter((node): node is CfnResource => CfnResource.isCfnResource(node) && node.stack === stack);
  const name = stack.node.path === '' ? stack.stackName : stack.node.path;
  if (resources.length > resourcesOfTemplate) {
    const versions = resources.filter(({ cfnResourceType }) => cfnResourceType === 'AWS::Lambda::Version').length;
    const each = versions === 0 ? outputsOfTemplate : Math.floor(resourcesOfTemplate / 3);
    const without =
      versions === 0
        ? ''
        : `; versions, which starting from a snapshot needs, are ${versions} of the resources: 'startsFromSnapshot: false' does without`;
    throw constructError(
      scope,
      `the stack '${name}' has ${resources.length} resources (${mostOf(resources)}) and CloudFormation takes ${resourcesOfTemplate}; make the functions in nested stacks of at most ${each} functions each, such as new HandlerFunction(new NestedStack(stack, 'Functions1'), …), and leave the API in this one, or let one function handle many operations${without}`,
    );
  }
  if (document.bytes < worthMeasuring.documentBytes && resources.length < worthMeasuring.resources) return;
  const parts = resources.map((each) => stack.resolve((each as unknown as Rendered)._toCloudFormation()));
  if (isIndented(stack) && bytesOf(parts, 1) > templateBytes) withoutIndentation(stack);
  const bytes = bytesOf(parts, isIndented(stack) ? 1 : undefined);
  if (bytes <= templateBytes) return;
  const { problem } = document;
  const fromS3 = problem === undefined ? '' : `, and let the document of the API be deployed from S3: ${problem}`;
  throw constructError(
    scope,
    `the template of the stack '${name}' is ${kilobytes(bytes)} and CloudFormation takes ${kilobytes(templateBytes)}; make the functions in nested stacks${fromS3}`,
  );
}

/** What the parts of a template take, nearly. */
function bytesOf(parts: readonly unknown[], indentation: number | undefined): number {
  return parts.reduce<number>((sum, part) => sum + Buffer.byteLength(JSON.stringify(part, undefined, indentation)), 0);
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
