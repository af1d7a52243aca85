import type { Json } from '../shared/json';

/** More values than any model has: what lies above is an alias that repeats aliases that repeat aliases. */
const mostValues = 20_000_000;

/**
 * YAML aliases make a graph of a document. A model is a tree: says what is wrong with a graph that has a cycle or that would be too large
 * a tree. Documents without aliases are not walked.
 */
export function aliasProblem(root: Json, text: string): string | undefined {
  if (!/[\s[{,:-]\*[^\s*]/.test(text)) return undefined;
  const size = sizeOf(root, new Map());
  if (size === Number.POSITIVE_INFINITY) return 'lead back to themselves';
  return size > mostValues ? 'multiply into more values than a model can have' : undefined;
}

/** How many values the tree has; infinite for a cycle. Each object is looked at once. */
function sizeOf(value: Json, known: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, Number.POSITIVE_INFINITY);
  let size = 1;
  for (const child of Object.values(value)) size += sizeOf(child, known);
  known.set(value, size);
  return size;
}
