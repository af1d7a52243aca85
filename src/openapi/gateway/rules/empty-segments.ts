import type { Rule } from './rule';

export const emptySegments: Rule = {
  feature: 'empty segments, `/a//b`',
  gateway: 'refuses them',
  answer: 'the operation is left out, and the app need not integrate it',
  checkedBy: 'the build',
  segments: (segments) => (segments.includes('') ? 'a segment is empty; remove the second slash' : undefined),
};
