import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const pathCharacters: Rule = {
  feature: 'segments of paths',
  gateway: 'knows letters, digits and `_ . , : -`',
  answer: 'the operation is left out, and the app need not integrate it',
  checkedBy: 'the build',
  segments: (segments) => {
    const wrong = segments.find((segment) => !/[{}]/.test(segment) && !/^[\w.,:-]*$/.test(segment));
    return wrong && `'${wrong}' has characters other than letters, digits and _ . , : -; rename the segment`;
  },
};
