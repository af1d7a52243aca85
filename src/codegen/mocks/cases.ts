import type { ConditionalShape, ContainsShape, ListShape, UnionShape } from '../model/shape';

/** The two cases of a conditional as a union, from which a value can be made. */
export function casesOf({ condition, consequence, alternative }: ConditionalShape): UnionShape {
  return {
    kind: 'union',
    mode: 'any',
    members: [
      { kind: 'intersection', members: [condition, consequence] },
      { kind: 'intersection', members: [{ kind: 'negation', not: condition }, alternative] },
    ],
  };
}

/** A list all of whose items are what one must contain. */
export function listContaining({ item, minContains, maxContains }: ContainsShape): ListShape {
  const limits = { minItems: minContains, ...(maxContains === undefined ? {} : { maxItems: maxContains }) };
  return { kind: 'list', items: item, implied: true, ...limits };
}
