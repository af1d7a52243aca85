import type { Json } from '../../../shared/json';
import {
  type ConversionContext,
  type Converted,
  checksSomething,
  convertChild,
  dropped,
  type KeywordRule,
  type LocatedSchema,
} from '../conversion';
import { isNullable } from './nullable';
import type { Rule } from './rule';

/** All members that check something. */
const allOf: KeywordRule = (value, around, context) => {
  if (!Array.isArray(value) || isNullable(around)) return dropped;
  const members = convertMembers('allOf', value, around, context);
  const schemas = members.filter(checksSomething).map(({ schema }) => schema);
  return { add: schemas.length === 0 ? {} : { allOf: schemas }, exact: members.every(({ exact }) => exact) };
};

/** At least one member; when one of them checks nothing, neither do all. */
const anyOf: KeywordRule = (value, around, context) => {
  if (!Array.isArray(value) || value.length === 0 || isNullable(around)) return dropped;
  const members = convertMembers('anyOf', value, around, context);
  const exact = members.every((member) => member.exact);
  return { add: members.every(checksSomething) ? { anyOf: members.map(({ schema }) => schema) } : {}, exact };
};

/** Exactly one member. Weaker members can be valid together, so unless all are exact this becomes an anyOf. */
const oneOf: KeywordRule = (value, around, context) => {
  if (!Array.isArray(value) || value.length === 0 || isNullable(around)) return dropped;
  const members = convertMembers('oneOf', value, around, context);
  const exact = members.every((member) => member.exact);
  const schemas = members.map(({ schema }) => schema);
  if (exact) return { add: { oneOf: schemas }, exact };
  // Beside an anyOf of the model's own there is no room for another.
  const room = around.schema.anyOf === undefined && members.every(checksSomething);
  return { add: room ? { anyOf: schemas } : {}, exact };
};

/** Not the member; a weaker member would make this stricter, so it must be exact. */
const not: KeywordRule = (value, around, context) => {
  if (isNullable(around)) return dropped;
  const inner = { ...context, composed: true };
  const { schema, exact } = convertChild(value, around, ['not'], inner);
  return exact ? { add: { not: schema }, exact } : dropped;
};

function convertMembers(
  keyword: string,
  members: readonly Json[],
  around: LocatedSchema,
  context: ConversionContext,
): Converted[] {
  const inner = { ...context, composed: true };
  return members.map((value, index) => convertChild(value, around, [keyword, index], inner));
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const compositions: Rule = {
  feature: '`oneOf`, `anyOf`, `allOf`, `not`',
  gateway: 'checks them, unless they refer to the schema that they are part of',
  answer: '`oneOf` becomes `anyOf`, and `not` goes, where a schema inside had to be weakened',
  checkedBy: 'both',
  keywords: { allOf, anyOf, oneOf, not },
};
