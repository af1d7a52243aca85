import { checkedFormats } from '../checked-formats';
import { dropped, type KeywordRule, type LocatedSchema, needless } from '../conversion';
import type { Rule } from './rule';

const int32Bounds = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } as const;

/** The bound that `int32` is beside the bounds of the schema itself. */
export function int32({ schema }: LocatedSchema, bound: keyof typeof int32Bounds): number[] {
  return schema.format === 'int32' && schema.type === 'integer' ? [int32Bounds[bound]] : [];
}

/** No format stays: the service refuses numbers that are valid under some. What handlers check of them is said otherwise, or dropped. */
const format: KeywordRule = (value, around) => {
  const { schema } = around;
  const types = [schema.type].flat();
  if (value === 'int32' && (schema.type === undefined || types.includes('integer') || types.includes('number'))) {
    const [minimum] = int32(around, 'minimum');
    const [maximum] = int32(around, 'maximum');
    if (minimum === undefined || maximum === undefined) return dropped;
    const add = {
      ...(schema.minimum === undefined && schema.exclusiveMinimum === undefined ? { minimum } : {}),
      ...(schema.maximum === undefined && schema.exclusiveMaximum === undefined ? { maximum } : {}),
    };
    return { add, exact: true };
  }
  const isOfText = schema.type === undefined || types.includes('string');
  return isOfText && typeof value === 'string' && checkedFormats.has(value) ? dropped : needless;
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const formats: Rule = {
  feature: '`format`',
  gateway: 'does not support `int32`, `int64` and `decimal`, and refuses valid numbers where a schema has one of them',
  answer: 'left out; `int32` of integers becomes bounds',
  checkedBy: 'the handler',
  keywords: { format },
};
