import { isJsonObject, type Json } from '../../../shared/json';
import { convertChild, dropped, type KeywordRule } from '../conversion';
import type { Rule } from './rule';

/** The properties that a value may have, each with its schema. */
const convertProperties: KeywordRule = (value, around, context) => {
  if (!isJsonObject(value) || looksLikeIntrinsic(value)) return dropped;
  const inner = { ...context, readOnly: new Set<string>() };
  const result: Record<string, Json> = {};
  let exact = true;
  for (const [name, property] of Object.entries(value)) {
    const converted = convertChild(property, around, ['properties', name], inner);
    result[name] = converted.schema;
    exact &&= converted.exact;
  }
  return Object.keys(result).length === 0 ? { add: {}, exact } : { add: { properties: result }, exact };
};

/** In a template an object whose only member is called so is a function of CloudFormation's, not a property. */
export function looksLikeIntrinsic(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  const [only, ...others] = Object.keys(value);
  return only !== undefined && others.length === 0 && (/^(?:Ref|Condition)$/.test(only) || only.startsWith('Fn::'));
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
export const properties: Rule = {
  feature: '`properties`',
  gateway: 'checks them; an object whose one property is called `Ref` or `Fn::…` is a function of CloudFormation',
  answer: 'stay, but for such an object',
  checkedBy: 'both',
  keywords: { properties: convertProperties },
};
