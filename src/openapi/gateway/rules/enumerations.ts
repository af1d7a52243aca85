import type { Json } from '../../../shared/json';
import { dropped, type KeywordResult, type KeywordRule } from '../conversion';
import { isNullable } from './nullable';
import type { Rule } from './rule';

/** CloudFormation has no null, so an enum with one cannot be said. */
const enumeration: KeywordRule = (value, around) => {
  if (!Array.isArray(value) || isNullable(around)) return dropped;
  return oneOfValues(value);
};

/** `const` of OpenAPI 3.1 is an enum of one; beside an enum it is left to the handler. */
const constant: KeywordRule = (value, { schema }) => (schema.enum === undefined ? oneOfValues([value]) : dropped);

function oneOfValues(values: readonly Json[]): KeywordResult {
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  if (distinct.length === 0 || distinct.some(containsNull)) return dropped;
  return { add: { enum: distinct }, exact: true };
}

function containsNull(value: Json): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(containsNull);
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html */
export const enumerations: Rule = {
  feature: '`enum`, `const`',
  gateway: 'checks `enum`; a template of CloudFormation cannot hold a `null`',
  answer: '`const` becomes an `enum` of one; one with `null` is left out',
  checkedBy: 'both',
  keywords: { enum: enumeration, const: constant },
};
