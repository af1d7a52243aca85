import { type Check, fail, isMembers, own, type Report } from './validation.js';

/**
 * `anyOf`. The hint is the member that a discriminator names: it is tried first, and its violations are the ones reported. If it is exact, no other
 * member can match.
 */
export function matchesAny(
  value: unknown,
  at: string,
  report: Report,
  checks: readonly Check[],
  hint?: number | undefined,
  isExact = false,
): void {
  if (value === undefined) return;
  const hinted = hint === undefined ? undefined : checks[hint];
  if (hinted !== undefined) {
    const violated = violations(hinted, value, at);
    if (violated.length === 0) return;
    if (isExact) {
      failAll('anyOf', at, report, violated);
      return;
    }
  }
  const found: Report[] = [];
  for (const check of checks) {
    const violated = violations(check, value, at);
    if (violated.length === 0) return;
    found.push(violated);
  }
  failAll('anyOf', at, report, closest(found, hint));
}

/** `oneOf`: exactly one of the checks finds nothing. Hints are as of `anyOf`. */
export function matchesOne(
  value: unknown,
  at: string,
  report: Report,
  checks: readonly Check[],
  hint?: number | undefined,
  isExact = false,
): void {
  if (value === undefined) return;
  const only = isExact && hint !== undefined ? checks[hint] : undefined;
  if (only !== undefined) {
    const violated = violations(only, value, at);
    if (violated.length > 0) failAll('oneOf', at, report, violated);
    return;
  }
  const found = checks.map((check) => violations(check, value, at));
  const valid = found.filter((violated) => violated.length === 0).length;
  if (valid === 1) return;
  if (valid > 1) {
    fail(at, 'oneOf', `matches ${valid} of the forms that are allowed, and must match exactly one`, report);
    return;
  }
  failAll('oneOf', at, report, closest(found, hint));
}

/** `not`. */
export function matchesNot(value: unknown, at: string, report: Report, check: Check): void {
  if (value !== undefined && violations(check, value, at).length === 0) {
    fail(at, 'not', 'must not have the form that is excluded', report);
  }
}

/** `if`, `then` and `else`. */
export function matchesIf(
  value: unknown,
  at: string,
  report: Report,
  condition: Check,
  consequence: Check,
  alternative?: Check,
): void {
  if (value === undefined) return;
  const isTrue = violations(condition, value, at).length === 0;
  (isTrue ? consequence : alternative)?.(value, at, report);
}

/** The index of the member that the value of a property names. */
export function discriminate(
  value: unknown,
  property: string,
  mapping: { readonly [name: string]: number },
): number | undefined {
  const name = isMembers(value) ? own(value, property) : undefined;
  return typeof name === 'string' && Object.hasOwn(mapping, name) ? mapping[name] : undefined;
}

function violations(check: Check, value: unknown, at: string): Report {
  const report: Report = [];
  check(value, at, report);
  return report;
}

function failAll(constraint: string, at: string, report: Report, violated: Report): void {
  fail(at, constraint, 'matches none of the forms that are allowed', report);
  report.push(...violated);
}

/** The violations that say most: those of the hinted member, or of the one that is violated least. */
function closest(found: readonly Report[], hint: number | undefined): Report {
  const hinted = hint === undefined ? undefined : found[hint];
  if (hinted !== undefined) return hinted;
  return found.reduce((least, next) => (next.length < least.length ? next : least), found[0] ?? []);
}
