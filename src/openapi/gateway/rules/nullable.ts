import { type LocatedSchema, needless } from '../conversion';
import type { Rule } from './rule';

/** `nullable: true` of OpenAPI 3.0: null is valid, whatever the other keywords say. */
export function isNullable({ schema }: LocatedSchema): boolean {
  return schema.nullable === true;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const nullable: Rule = {
  feature: '`nullable`, `type: null`',
  gateway: 'does not know them, and would refuse `null`',
  answer: 'the type is left out; keywords beside it still check the values that they are about',
  checkedBy: 'the handler',
  // What it does to others is up to their rules.
  keywords: { nullable: () => needless },
};
