import { Token } from 'aws-cdk-lib/core';

/** Whether two regions or accounts are known to differ. */
export function isElsewhere(one: string, other: string): boolean {
  return !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
}
