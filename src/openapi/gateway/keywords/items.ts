import { convertChild, dropped, type KeywordRule } from '../conversion';

/** What the items of an array are; after `prefixItems`, which cannot be said, it is only about the rest and cannot be either. */
export const items: KeywordRule = (value, around, context) => {
  if (around.schema.prefixItems !== undefined || Array.isArray(value)) return dropped;
  const { schema, exact } = convertChild(value, around, ['items'], { ...context, readOnly: new Set<string>() });
  return { add: { items: schema }, exact };
};
