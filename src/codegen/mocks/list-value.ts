import type { Json } from '../../shared/json';
import type { Shape } from '../model/shape';
import type { At, Make } from './at';
import { keyBelow } from './key';
import { sameJson } from './same-json';

interface Items {
  readonly prefix: readonly Shape[];
  readonly items: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** How many items a list has, of those that it may have, by the number of objects around it; one when there are more. */
const usualParts = [1, 2 / 3];
const most = 10_000;
const attempts = 12;

/** A list or a tuple. Items that are only wished for and cannot be made are left out. */
export function listValue(list: Items, at: At, make: Make, maxArrayLength: number): Json | undefined {
  const { prefix, items, minItems = 0, maxItems = most, uniqueItems } = list;
  if (minItems > most || minItems > maxItems) return undefined;
  const wished = at.compact ? 0 : prefix.length > 0 ? prefix.length : usualCount(at.depth, maxArrayLength);
  const count = Math.min(Math.max(wished, minItems), maxItems);
  const found: Json[] = [];
  for (let index = 0; index < count; index += 1) {
    const item = nextItem(prefix[index] ?? items, index, uniqueItems === true ? found : [], at, make);
    if (item === undefined) break;
    found.push(item);
  }
  return found.length < minItems ? undefined : found;
}

function usualCount(depth: number, maxArrayLength: number): number {
  return Math.min(maxArrayLength, Math.max(1, Math.round(maxArrayLength * (usualParts[depth] ?? 0))));
}

function nextItem(shape: Shape, index: number, taken: readonly Json[], at: At, make: Make): Json | undefined {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const variant = index + attempt;
    const fresh = at.fresh || attempt > attempts / 2;
    const item = make(shape, { ...at, key: keyBelow(at.key, variant), variant, fresh, hops: at.hops + 1 });
    if (item === undefined || !taken.some((other) => sameJson(item, other))) return item;
  }
  return undefined;
}
