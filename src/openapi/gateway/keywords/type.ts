import { dropped, type KeywordRule, type LocatedSchema } from '../conversion';

/**
 * One type stays. Several types, `null` and `nullable` cannot be said: the import refuses a list of types and leaves `null` out, so the
 * type is dropped; the keywords beside it still check the values that they are about.
 */
export const type: KeywordRule = (value, around) => {
  const [only, ...others] = Array.isArray(value) ? value : [value];
  if (typeof only !== 'string' || others.length > 0 || only === 'null' || isNullable(around)) return dropped;
  return { add: { type: only }, exact: true };
};

/** `nullable: true` of OpenAPI 3.0: null is valid, whatever the other keywords say. */
export function isNullable({ schema }: LocatedSchema): boolean {
  return schema.nullable === true;
}
