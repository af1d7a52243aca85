import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import { dropped, type KeywordRule, type LocatedSchema } from '../conversion';
import { isNullable } from './nullable';
import type { Rule } from './rule';

/** One type stays, several become an `anyOf` if there is room for one, and with null nothing is left of it. */
const type: KeywordRule = (value, around) => {
  const types = [...new Set(Array.isArray(value) ? value : [value])];
  const [only, ...others] = types;
  if (isNullable(around) || !types.every(isType)) return dropped;
  if (others.length === 0) return only === undefined ? dropped : { add: { type: only }, exact: true };
  return hasRoom(around) ? { add: { anyOf: types.map(schemaOfType) }, exact: true } : dropped;
};

function isType(name: Json): boolean {
  return typeof name === 'string' && name !== 'null';
}

/** A oneOf may become an anyOf. */
function hasRoom({ schema }: LocatedSchema): boolean {
  return schema.anyOf === undefined && schema.oneOf === undefined;
}

function schemaOfType(name: Json): JsonObject {
  return name === 'array' ? { type: name, items: {} } : { type: name };
}

/** True for schemas of which every number is an integer. */
export function isInteger(schema: Json): boolean {
  const types = isJsonObject(schema) ? [schema.type].flat() : [];
  return types.includes('integer') && !types.includes('number');
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const types: Rule = {
  feature: '`type`',
  gateway: 'checks one type, and refuses a list of them',
  answer: 'a list becomes an `anyOf`',
  checkedBy: 'both',
  keywords: { type },
};
