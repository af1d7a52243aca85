import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html */
export const openapiVersion: Rule = {
  feature: 'OpenAPI 3.1',
  gateway: 'imports OpenAPI 3.0',
  answer: 'written as 3.0.3',
  checkedBy: 'both',
};
