import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const pathVariables: Rule = {
  feature: 'path variables that are part of a segment, `/{name}.txt`',
  gateway: 'refuses them',
  answer: 'the operation is left out, and the app need not integrate it',
  checkedBy: 'the build',
  segments: (segments) => {
    const wrong = segments.find((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment));
    return (
      wrong &&
      `a variable must be a whole segment, unlike in '${wrong}'; split the segment or take it apart in the handler`
    );
  },
};
