import type { Json } from '../../../shared/json';
import { dropped, type KeywordResult, type KeywordRule } from '../conversion';
import { isNullable } from './type';

/** CloudFormation has no null, so an enum with one cannot be said. */
export const enumeration: KeywordRule = (value, around) => {
  if (!Array.isArray(value) || isNullable(around)) return dropped;
  return oneOfValues(value);
};

/** `const` of OpenAPI 3.1 is an enum of one; beside an enum it is left to the handler. */
export const constant: KeywordRule = (value, { schema }) =>
  schema.enum === undefined ? oneOfValues([value]) : dropped;

function oneOfValues(values: readonly Json[]): KeywordResult {
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  if (distinct.length === 0 || distinct.some(containsNull)) return dropped;
  return { add: { enum: distinct }, exact: true };
}

function containsNull(value: Json): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(containsNull);
}
