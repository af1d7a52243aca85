import { Annotations, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Json } from '../../../shared/json';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const templateBytes = 1_000_000;

/**
 * A document that takes more of a template is deployed from S3 where that is possible. It leaves room for 500 resources of 1,200 bytes, which is
 * what a function and its role come to with the indentation of the CDK.
 */
export const inlineBytes = 400_000;

/** Indentation of the document in a template, in the places of its lines. */
const templateIndent = 5;

/** How many bytes a document takes in a template as the CDK writes it. */
export function writtenBytes(scope: Construct, document: Json): number {
  if (!isIndented(Stack.of(scope))) return Buffer.byteLength(JSON.stringify(document));
  const text = JSON.stringify(document, undefined, 1);
  return Buffer.byteLength(text) + templateIndent * text.split('\n').length;
}

/** Warns where a document leaves little of a template for anything else. */
export function warnTemplateSize(scope: Construct, document: Json, problem: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(document));
  if (bytes <= 0.8 * templateBytes) return;
  Annotations.of(scope).addWarningV2(
    'type-safe-api-project:template-size',
    `the document of the API takes ${kilobytes(bytes)} of the ${kilobytes(templateBytes)} of a CloudFormation template; keep other resources in stacks of their own. It cannot be deployed from S3, which would help: ${problem}`,
  );
}

/** What stacks of the CDK know of themselves. */
interface WrittenStack {
  _suppressTemplateIndentation?: boolean;
}

/** Whether the CDK indents the template of a stack. */
export function isIndented(stack: Stack): boolean {
  return (stack as unknown as WrittenStack)._suppressTemplateIndentation !== true;
}

/** Makes a template half as large as it would be, as the stack's option `suppressTemplateIndentation` does. */
export function withoutIndentation(stack: Stack): void {
  (stack as unknown as WrittenStack)._suppressTemplateIndentation = true;
}

/** Bytes for people. */
export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
}
