import { convertChild, dropped, type KeywordRule, needless } from '../conversion';
import type { Rule } from './rule';

/** What the items of an array are; after `prefixItems`, which cannot be said, it is only about the rest and cannot be either. */
const convertItems: KeywordRule = (value, around, context) => {
  if (around.schema.prefixItems !== undefined || Array.isArray(value)) return dropped;
  const { schema, exact } = convertChild(value, around, ['items'], { ...context, readOnly: new Set<string>() });
  return { add: { items: schema }, exact };
};

export const items: Rule = {
  feature: '`items`, `uniqueItems`',
  gateway: 'checks them, and refuses an array without `items`',
  answer: 'stay, unless there are `prefixItems`; an array without `items` gets `{}`',
  checkedBy: 'both',
  keywords: {
    items: convertItems,
    uniqueItems: (value) => (value === true ? { add: { uniqueItems: true }, exact: true } : needless),
  },
};
