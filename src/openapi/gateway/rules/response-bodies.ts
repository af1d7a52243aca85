import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const responseBodies: Rule = {
  feature: 'bodies of responses, `$ref` to responses',
  gateway: 'validates no responses, knows no references to them, and wants named models of objects',
  answer: 'left out; statuses and headers stay, in place',
  checkedBy: 'the handler',
};
