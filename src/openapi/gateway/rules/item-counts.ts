import { dropped } from '../conversion';
import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const itemCounts: Rule = {
  feature: '`minItems`, `maxItems`',
  gateway: 'leaves them out of validation, with a warning at import',
  answer: 'left out',
  checkedBy: 'the handler',
  keywords: { minItems: () => dropped, maxItems: () => dropped },
};
