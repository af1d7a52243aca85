import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Resource, type Stack, Token } from 'aws-cdk-lib/core';

/** What the CDK's functions know of themselves beside their interface. */
interface ImportedFunction {
  readonly canCreatePermissions?: boolean;
  readonly _skipPermissions?: boolean;
}

/**
 * Whether an imported function has an account while that of the stack is not known, and nobody said that they are the same, nor that
 * permissions are cared for.
 */
export function mayBeElsewhere(lambdaFunction: IFunction, stack: Stack): boolean {
  if (Resource.isOwnedResource(lambdaFunction) || !Token.isUnresolved(stack.account)) return false;
  if (Token.isUnresolved(lambdaFunction.env.account)) return false;
  const { canCreatePermissions, _skipPermissions } = lambdaFunction as ImportedFunction;
  return canCreatePermissions !== true && _skipPermissions !== true;
}
