import type { JsonObject } from '../../../shared/json';
import type { KeywordRule } from '../conversion';
import { stringsOf } from '../source';

/** Names that must be there. An empty list is refused, and what only responses have a request need not have. */
export const required: KeywordRule = (value, _, { readOnly }) => {
  const names = [...new Set(stringsOf(value))];
  const wanted = names.filter((name) => !readOnly.has(name));
  const add: JsonObject = wanted.length === 0 ? {} : { required: wanted };
  return { add, exact: wanted.length === names.length };
};
