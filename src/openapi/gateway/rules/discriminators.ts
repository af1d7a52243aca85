import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const discriminators: Rule = {
  feature: '`discriminator`',
  gateway: 'does not support it',
  answer: 'left out: it says which schema is meant, and `oneOf` beside it what is valid',
  checkedBy: 'both',
};
