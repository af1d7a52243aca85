import type { Stack } from 'aws-cdk-lib/core';

/** The stack that a nested one is in, at whatever depth; a stack that is not nested itself. */
export function outermost(stack: Stack): Stack {
  return stack.nestedStackParent === undefined ? stack : outermost(stack.nestedStackParent);
}
