import { dropped, type KeywordRule } from '../conversion';
import { portablePattern } from '../portable-pattern';
import type { Rule } from './rule';

const pattern: KeywordRule = (value) => {
  const portable = typeof value === 'string' ? portablePattern(value) : undefined;
  return portable === undefined ? dropped : { add: { pattern: portable }, exact: true };
};

/** @see https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00#section-3.3 */
export const patterns: Rule = {
  feature: '`pattern`',
  gateway: 'checks regular expressions of the older kind, without Unicode, look-behind, named groups',
  answer:
    'written so that old ECMAScript and Java read it alike (`.` and `\\s` as classes); left out where that is not possible',
  checkedBy: 'both',
  keywords: { pattern },
};
