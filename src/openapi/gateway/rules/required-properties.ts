import type { JsonObject } from '../../../shared/json';
import type { KeywordRule } from '../conversion';
import { stringsOf } from '../source';
import type { Rule } from './rule';

/** Names that must be there. An empty list is refused, and what only responses have a request need not have. */
const required: KeywordRule = (value, _, { readOnly }) => {
  const names = [...new Set(stringsOf(value))];
  const wanted = names.filter((name) => !readOnly.has(name));
  const add: JsonObject = wanted.length === 0 ? {} : { required: wanted };
  return { add, exact: wanted.length === names.length };
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const requiredProperties: Rule = {
  feature: '`required`, `readOnly`',
  gateway: 'refuses an empty list, and does not know `readOnly`',
  answer: 'properties that only responses have are not required; no list where none is',
  checkedBy: 'both',
  keywords: { required },
};
