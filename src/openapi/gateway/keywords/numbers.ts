import type { Json } from '../../../shared/json';
import { dropped, type KeywordRule, type LocatedSchema, needless } from '../conversion';

/** The least value. The import knows no exclusive bound, so that value itself is let through. */
export const leastMinimum: KeywordRule = (_, around) => {
  const bounds = numbersOf(around, 'minimum', 'exclusiveMinimum');
  return bounds.length === 0
    ? needless
    : { add: { minimum: Math.max(...bounds) }, exact: !isExclusive(around, 'exclusiveMinimum') };
};

/** The greatest value, inclusive as well. */
export const greatestMaximum: KeywordRule = (_, around) => {
  const bounds = numbersOf(around, 'maximum', 'exclusiveMaximum');
  return bounds.length === 0
    ? needless
    : { add: { maximum: Math.min(...bounds) }, exact: !isExclusive(around, 'exclusiveMaximum') };
};

/** Must be above zero in draft 4. */
export const multipleOf: KeywordRule = (value) =>
  typeof value === 'number' && value > 0 ? { add: { multipleOf: value }, exact: true } : dropped;

/** A bound on a length or a number of properties. */
export function count(keyword: string): KeywordRule {
  return (value) => (isCount(value) ? { add: { [keyword]: value }, exact: true } : dropped);
}

function isCount(value: Json): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function numbersOf({ schema }: LocatedSchema, ...keywords: readonly string[]): number[] {
  return keywords.map((keyword) => schema[keyword]).filter((value): value is number => typeof value === 'number');
}

/** A number in OpenAPI 3.1, true in 3.0. */
function isExclusive({ schema }: LocatedSchema, keyword: string): boolean {
  return typeof schema[keyword] === 'number' || schema[keyword] === true;
}
