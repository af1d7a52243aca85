import { type Check, fail, isMembers, own, type Report } from './validation.js';

/** `anyOf`. The hint is the member that a discriminator names: it is tried first, and its violations are the ones reported. */
export function matchesAny(
  value: unknown,
  at: string,
  report: Report,
  checks: readonly Check[],
  hint?: number | undefined,
): void {
  if (value === undefined) return;
  const hinted = hint === undefined ? undefined : checks[hint];
  if (hinted !== undefined && violations(hinted, value, at).length === 0) return;
  const found: Report[] = [];
  for (const check of checks) {
    const violated = violations(check, value, at);
    if (violated.length === 0) return;
    found.push(violated);
  }
  fail(at, 'anyOf', 'matches none of the forms that are allowed', report);
  report.push(...closest(found, hint));
}

/** `oneOf`: exactly one of the checks finds nothing. */
export function matchesOne(
  value: unknown,
  at: string,
  report: Report,
  checks: readonly Check[],
  hint?: number | undefined,
): void {
  if (value === undefined) return;
  const found = checks.map((check) => violations(check, value, at));
  const valid = found.filter((violated) => violated.length === 0).length;
  if (valid === 1) return;
  if (valid > 1) {
    fail(at, 'oneOf', `matches ${valid} of the forms that are allowed, and must match exactly one`, report);
    return;
  }
  fail(at, 'oneOf', 'matches none of the forms that are allowed', report);
  report.push(...closest(found, hint));
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

/** The violations that say most: those of the hinted member, or of the one that is violated least. */
function closest(found: readonly Report[], hint: number | undefined): Report {
  const hinted = hint === undefined ? undefined : found[hint];
  if (hinted !== undefined) return hinted;
  return found.reduce((least, next) => (next.length < least.length ? next : least), found[0] ?? []);
}
