import {
  atMember,
  type Check,
  fail,
  isMembers,
  isObject,
  type Members,
  type Report,
  type TextPattern,
} from './validation.js';

/** An object whose members all pass a check. */
export function isMapOf(value: unknown, at: string, report: Report, check: Check): void {
  isObject(value, at, report);
  eachValue(value, at, report, check);
}

/** Checks every member but those that are known, by their names or by patterns of them. */
export function eachOther(
  value: unknown,
  known: readonly string[],
  at: string,
  report: Report,
  check: Check,
  patterns: readonly TextPattern[] = [],
): void {
  if (!isMembers(value)) return;
  for (const name of namesOf(value)) {
    if (known.includes(name) || patterns.some((pattern) => pattern.test(name))) continue;
    check(value[name], atMember(at, name), report);
  }
}

/** Checks every member whose name matches. */
export function eachMatching(value: unknown, at: string, report: Report, pattern: TextPattern, check: Check): void {
  if (!isMembers(value)) return;
  for (const name of namesOf(value)) if (pattern.test(name)) check(value[name], atMember(at, name), report);
}

/** Checks every name; the pointer of a violation is that of the member. */
export function eachName(value: unknown, at: string, report: Report, check: Check): void {
  if (!isMembers(value)) return;
  for (const name of namesOf(value)) check(name, atMember(at, name), report);
}

/** Checks every member. */
export function eachValue(value: unknown, at: string, report: Report, check: Check): void {
  eachOther(value, [], at, report, check);
}

/** Refuses members that the model does not know. */
export function noOthers(
  value: unknown,
  known: readonly string[],
  at: string,
  report: Report,
  patterns?: readonly TextPattern[],
): void {
  eachOther(value, known, at, report, isUnknown, patterns);
}

export function minProperties(value: unknown, limit: number, at: string, report: Report): void {
  if (isMembers(value) && namesOf(value).length < limit) {
    fail(at, 'minProperties', `must have at least ${limit} properties`, report);
  }
}

export function maxProperties(value: unknown, limit: number, at: string, report: Report): void {
  if (isMembers(value) && namesOf(value).length > limit) {
    fail(at, 'maxProperties', `must have at most ${limit} properties`, report);
  }
}

/** A member that is undefined is not there: JSON cannot say it. */
function namesOf(value: Members): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

function isUnknown(_value: unknown, at: string, report: Report): void {
  fail(at, 'additionalProperties', 'is not known', report);
}
