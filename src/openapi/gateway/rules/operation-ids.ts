import type { Rule } from './rule';

export const operationIds: Rule = {
  feature: '`operationId`',
  gateway: 'is the name of the method',
  answer: 'the name of the operation in code; two that are the same are an error (`duplicate-operation-id`)',
  checkedBy: 'the build',
};
