import { type Check, fail, isMembers, type Report } from './validation.js';

export function isList(value: unknown, at: string, report: Report): void {
  if (!Array.isArray(value) && value !== undefined) fail(at, 'type', 'must be a list', report);
}

/** A list whose items pass a check. */
export function isListOf(value: unknown, at: string, report: Report, check: Check): void {
  isList(value, at, report);
  eachItem(value, at, report, check);
}

/** Checks every item, or those from a position on. */
export function eachItem(value: unknown, at: string, report: Report, check: Check, from = 0): void {
  const items = itemsOf(value);
  // An item that is undefined is written as null.
  for (let index = from; index < items.length; index++) check(items[index] ?? null, `${at}/${index}`, report);
}

/** `contains`: so many items pass a check. */
export function contains(
  value: unknown,
  at: string,
  report: Report,
  check: Check,
  min: number,
  max: number = Number.POSITIVE_INFINITY,
): void {
  if (!Array.isArray(value)) return;
  const found = value.filter((item) => {
    const violations: Report = [];
    check(item ?? null, at, violations);
    return violations.length === 0;
  }).length;
  const bound = found < min ? `at least ${min}` : `at most ${max}`;
  if (found < min || found > max) fail(at, 'contains', `must have ${bound} of the items that are asked for`, report);
}

/** The items of a list; none of what is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function minItems(value: unknown, limit: number, at: string, report: Report): void {
  if (Array.isArray(value) && value.length < limit) {
    fail(at, 'minItems', `must have at least ${limit} item${limit === 1 ? '' : 's'}`, report);
  }
}

export function maxItems(value: unknown, limit: number, at: string, report: Report): void {
  if (Array.isArray(value) && value.length > limit) {
    fail(at, 'maxItems', `must have at most ${limit} item${limit === 1 ? '' : 's'}`, report);
  }
}

export function uniqueItems(value: unknown, at: string, report: Report): void {
  const items = itemsOf(value);
  if (new Set(items.map(canonical)).size < items.length) fail(at, 'uniqueItems', 'must not repeat an item', report);
}

/** One of some values, lists and objects among them. */
export function equalsOneOf(value: unknown, values: readonly unknown[], at: string, report: Report): void {
  const wanted = canonical(value);
  if (value === undefined || values.some((candidate) => canonical(candidate) === wanted)) return;
  fail(at, 'enum', `must be one of ${values.map((candidate) => JSON.stringify(candidate)).join(', ')}`, report);
}

/** A text that is equal for equal values, whatever the order of members. */
function canonical(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isMembers(value)) return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join()}}`;
}
