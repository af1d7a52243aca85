import type { NumberShape } from '../model/shape';
import { isMultiple, timesStep } from './decimal-multiples';
import { between, fraction, type Key, keyBelow } from './key';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** What the name of a member says about the size of its number. */
const usual: readonly (readonly [RegExp, Range])[] = [
  [/age$/, { min: 18, max: 80 }],
  [/year$/, { min: 2000, max: 2026 }],
  [/month$/, { min: 1, max: 12 }],
  [/day$/, { min: 1, max: 28 }],
  [/hour$/, { min: 0, max: 23 }],
  [/minute$|second$/, { min: 0, max: 59 }],
  [/port$/, { min: 8000, max: 8999 }],
  [/latitude$|^lat$/, { min: 36, max: 60 }],
  [/longitude$|^(lng|lon)$/, { min: -9, max: 24 }],
  [/(rating|stars|score)$/, { min: 1, max: 5 }],
  [/(ratio|probability|confidence)$/, { min: 0, max: 1 }],
  [/^page$|pagenumber$/, { min: 1, max: 5 }],
  [/status(code)?$/, { min: 200, max: 200 }],
];

const unnamed: Range = { min: 1, max: 100 };

/** A number that the shape allows, or nothing when none was found. */
export function numberValue(shape: NumberShape, name: string, key: Key): number | undefined {
  const range = rangeOf(shape, name);
  const candidates =
    shape.multipleOf === undefined ? plain(shape, range, key) : multiples(shape.multipleOf, range, key);
  for (const candidate of candidates) {
    if (isNumberValid(candidate, shape)) return candidate === 0 ? 0 : candidate;
  }
  return undefined;
}

/** Whether a number keeps to the bounds, as generated validators judge it. */
export function isNumberValid(value: number, shape: NumberShape): boolean {
  const { integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, exact } = shape;
  if (integer && !Number.isInteger(value)) return false;
  if (exact && (value < -(2 ** 63) || value >= 2 ** 63)) return false;
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  return multipleOf === undefined || isMultiple(value, multipleOf);
}

function rangeOf(shape: NumberShape, name: string): Range {
  const flat = name.toLowerCase().replace(/[^a-z]/g, '');
  const wish = usual.find(([pattern]) => pattern.test(flat))?.[1] ?? unnamed;
  const low = largest(shape.minimum, shape.exclusiveMinimum);
  const high = smallest(shape.maximum, shape.exclusiveMaximum);
  const min = Math.max(wish.min, low ?? wish.min);
  const max = Math.min(wish.max, high ?? wish.max);
  if (min <= max) return { min, max };
  // The bounds lie outside of what the name suggests: stay close to the nearer bound.
  if (low !== undefined) return { min: low, max: Math.min(high ?? low + 99, low + 99) };
  return { min: (high ?? 0) - 99, max: high ?? 0 };
}

function* plain(shape: NumberShape, { min, max }: Range, key: Key): Iterable<number> {
  if (shape.integer) {
    yield between(key, Math.ceil(min), Math.floor(max));
    for (let step = -1; step <= 1; step += 1) yield Math.ceil(min) + step;
    yield Math.floor(max);
    return;
  }
  const exact = min + fraction(key) * (max - min);
  yield Math.round(exact * 100) / 100;
  yield exact;
  yield* [min, max, (min + max) / 2];
}

function* multiples(step: number, { min, max }: Range, key: Key): Iterable<number> {
  const first = Math.ceil(min / step);
  const last = Math.max(first, Math.floor(max / step));
  const attempts = 200;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    yield timesStep(between(keyBelow(key, attempt), first, Math.min(last, first + 99)), step);
    yield timesStep(first + attempt, step);
  }
}

function largest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : Math.max(a, b ?? a);
}

function smallest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : Math.min(a, b ?? a);
}
