import { type Check, fail, isMembers, type Report } from './validation.js';

export function eachItem(value: readonly unknown[], at: string, report: Report, check: Check, from = 0): void {
  for (let index = from; index < value.length; index++) check(value[index], `${at}/${index}`, report);
}

export function minItems(value: readonly unknown[], limit: number, at: string, report: Report): void {
  if (value.length < limit) {
    fail(at, 'minItems', `must have at least ${limit} item${limit === 1 ? '' : 's'}`, report);
  }
}

export function maxItems(value: readonly unknown[], limit: number, at: string, report: Report): void {
  if (value.length > limit) {
    fail(at, 'maxItems', `must have at most ${limit} item${limit === 1 ? '' : 's'}`, report);
  }
}

export function uniqueItems(value: readonly unknown[], at: string, report: Report): void {
  if (new Set(value.map(canonical)).size < value.length) fail(at, 'uniqueItems', 'must not repeat an item', report);
}

/** One of some values, lists and objects among them. */
export function equalsOneOf(value: unknown, values: readonly unknown[], at: string, report: Report): void {
  const wanted = canonical(value);
  if (values.some((candidate) => canonical(candidate) === wanted)) return;
  fail(at, 'enum', `must be one of ${values.map((candidate) => JSON.stringify(candidate)).join(', ')}`, report);
}

/** A text that is equal for equal values, whatever the order of members. */
function canonical(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isMembers(value)) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join()}}`;
}
