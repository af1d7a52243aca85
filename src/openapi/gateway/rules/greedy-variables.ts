import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html */
export const greedyVariables: Rule = {
  feature: 'greedy variables, `/{proxy+}`',
  gateway: 'takes one as the last segment',
  answer: 'stay as they are; the parameter is called `proxy`, or `proxy+`',
  checkedBy: 'API Gateway',
  segments: (segments) => {
    const wrong = segments.slice(0, -1).find((segment) => /^\{[^{}]+\+\}$/.test(segment));
    return wrong && `the greedy variable '${wrong}' must be the last segment; move it to the end`;
  },
};
