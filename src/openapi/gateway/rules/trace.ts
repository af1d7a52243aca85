import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-method-settings.html */
export const trace: Rule = {
  feature: 'the methods `trace` and `query`',
  gateway: 'does not have them',
  answer: 'an error (`unsupported-method`); `get`, `put`, `post`, `delete`, `options`, `head` and `patch` are served',
  checkedBy: 'the build',
};
