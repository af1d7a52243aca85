import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html */
export const references: Rule = {
  feature: '`$ref`, with or without keywords beside it',
  gateway: 'knows references to its models, and refuses keywords beside them',
  answer: 'files become one document; keywords beside a reference go into an `allOf` with it (OpenAPI 3.1)',
  checkedBy: 'both',
};
