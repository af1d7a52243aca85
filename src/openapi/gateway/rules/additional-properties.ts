import { isJsonObject } from '../../../shared/json';
import { checksSomething, convertChild, dropped, type KeywordRule, needless } from '../conversion';
import { looksLikeIntrinsic } from './properties';
import type { Rule } from './rule';

/** What undeclared properties may be. Without all of the declarations beside it, it would be about declared ones as well. */
const convertAdditionalProperties: KeywordRule = (value, around, context) => {
  if (value === true) return needless;
  if (around.schema.patternProperties !== undefined || looksLikeIntrinsic(around.schema.properties)) return dropped;
  if (value === false) return { add: { additionalProperties: false }, exact: true };
  if (!isJsonObject(value)) return dropped;
  const inner = { ...context, readOnly: new Set<string>() };
  const converted = convertChild(value, around, ['additionalProperties'], inner);
  if (!checksSomething(converted)) return { add: {}, exact: converted.exact };
  return { add: { additionalProperties: converted.schema }, exact: converted.exact };
};

export const additionalProperties: Rule = {
  feature: '`additionalProperties`',
  gateway: 'checks it',
  answer: 'stays, unless `properties` beside it had to go',
  checkedBy: 'both',
  keywords: { additionalProperties: convertAdditionalProperties },
};
