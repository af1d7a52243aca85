import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const modelNames: Rule = {
  feature: 'names of schemas',
  gateway: 'has names of letters and digits only',
  answer: 'renamed there, without clashes; code keeps the names of the model',
  checkedBy: 'both',
};
