import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const rootSecurity: Rule = {
  feature: '`security` of the document',
  gateway: 'does not use it',
  answer: 'written at each operation that has none of its own; `security: []` of an operation says that it is public',
  checkedBy: 'the app',
};
