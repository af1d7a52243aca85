import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const recursion: Rule = {
  feature: 'schemas that refer to themselves',
  gateway: 'knows models that do, but not from inside of `oneOf`, `anyOf` and `allOf`',
  answer: 'stay; a reference from inside of these allows anything',
  checkedBy: 'both',
};
