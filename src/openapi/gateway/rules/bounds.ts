import type { Json } from '../../../shared/json';
import { dropped, type KeywordRule, type LocatedSchema, needless } from '../conversion';
import { int32 } from './formats';
import type { Rule } from './rule';
import { isInteger } from './types';

/** The least value. The import knows no exclusive bound: among integers the next one is the bound, else the bound is let through. */
const least: KeywordRule = (_, around) => {
  const bounds = numbersOf(around, 'minimum', 'exclusiveMinimum');
  const exclusive = exclusiveBound(around, 'minimum', 'exclusiveMinimum');
  if (exclusive !== undefined && isInteger(around.schema)) bounds.push(Math.floor(exclusive) + 1);
  if (bounds.length === 0) return needless;
  return { add: { minimum: Math.max(...bounds, ...int32(around, 'minimum')) }, exact: isExact(exclusive, around) };
};

/** The greatest value, likewise. */
const greatest: KeywordRule = (_, around) => {
  const bounds = numbersOf(around, 'maximum', 'exclusiveMaximum');
  const exclusive = exclusiveBound(around, 'maximum', 'exclusiveMaximum');
  if (exclusive !== undefined && isInteger(around.schema)) bounds.push(Math.ceil(exclusive) - 1);
  if (bounds.length === 0) return needless;
  return { add: { maximum: Math.min(...bounds, ...int32(around, 'maximum')) }, exact: isExact(exclusive, around) };
};

function isExact(exclusive: number | undefined, { schema }: LocatedSchema): boolean {
  return exclusive === undefined || isInteger(schema);
}

/** Must be above zero in draft 4. */
const multipleOf: KeywordRule = (value) =>
  typeof value === 'number' && value > 0 ? { add: { multipleOf: value }, exact: true } : dropped;

/** A bound on a length or a number of properties. */
function count(keyword: string): KeywordRule {
  return (value) => (isCount(value) ? { add: { [keyword]: value }, exact: true } : dropped);
}

function isCount(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function numbersOf({ schema }: LocatedSchema, ...keywords: readonly string[]): number[] {
  return keywords.map((keyword) => schema[keyword]).filter((value): value is number => typeof value === 'number');
}

/** A number of its own in OpenAPI 3.1, true beside the bound in 3.0. */
function exclusiveBound({ schema }: LocatedSchema, bound: string, exclusive: string): number | undefined {
  const value = schema[exclusive] === true ? schema[bound] : schema[exclusive];
  return typeof value === 'number' ? value : undefined;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const bounds: Rule = {
  feature: '`minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`, lengths, numbers of properties',
  gateway: 'checks them, but knows no exclusive bounds',
  answer: 'an exclusive bound of integers becomes the next inclusive one; another is let through',
  checkedBy: 'both',
  keywords: {
    minimum: least,
    exclusiveMinimum: least,
    maximum: greatest,
    exclusiveMaximum: greatest,
    multipleOf,
    ...Object.fromEntries(
      ['minLength', 'maxLength', 'minProperties', 'maxProperties'].map((keyword) => [keyword, count(keyword)]),
    ),
  },
};
