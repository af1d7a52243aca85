/** One way in which a value is not what the model says. */
export interface Violation {
  /** Where, as a JSON pointer. */
  readonly pointer: string;
  /** The keyword of the model that is violated, such as `minLength`. */
  readonly constraint: string;
  readonly message: string;
}

/** Where a check leaves what it finds. */
export type Report = Violation[];

/** Reports every way in which the value at a pointer is wrong. */
export type Check = (value: unknown, at: string, report: Report) => void;

/** An object whose members are not known yet. */
export interface Members {
  readonly [name: string]: unknown;
}

/** All violations of a value, for example `violationsOf(validatePet, value)`. */
export function violationsOf(check: Check, value: unknown): readonly Violation[] {
  const report: Report = [];
  check(value, '', report);
  return report;
}

/** Reports one violation. Always false, so that a check can return it. */
export function fail(at: string, constraint: string, message: string, report: Report): false {
  report.push({ pointer: at, constraint, message });
  return false;
}

export function isString(value: unknown, at: string, report: Report): value is string {
  return typeof value === 'string' || fail(at, 'type', 'must be a string', report);
}

export function isNumber(value: unknown, at: string, report: Report): value is number {
  return Number.isFinite(value) || fail(at, 'type', 'must be a number', report);
}

export function isInteger(value: unknown, at: string, report: Report): value is number {
  return Number.isInteger(value) || fail(at, 'type', 'must be an integer', report);
}

export function isBoolean(value: unknown, at: string, report: Report): value is boolean {
  return typeof value === 'boolean' || fail(at, 'type', 'must be true or false', report);
}

export function isNull(value: unknown, at: string, report: Report): value is null {
  return value === null || fail(at, 'type', 'must be null', report);
}

export function isBytes(value: unknown, at: string, report: Report): value is Uint8Array {
  return value instanceof Uint8Array || fail(at, 'type', 'must be bytes', report);
}

export function isList(value: unknown, at: string, report: Report): value is readonly unknown[] {
  return Array.isArray(value) || fail(at, 'type', 'must be a list', report);
}

export function isObject(value: unknown, at: string, report: Report): value is Members {
  return isMembers(value) || fail(at, 'type', 'must be an object', report);
}

/** As {@link isObject}, without a report. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself: `constructor` and its like are not looked up on the prototype. */
export function own(value: Members, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Checks a member whose name every object inherits something under. */
export function checkOwn(value: Members, name: string, at: string, report: Report, check: Check): void {
  const member = own(value, name);
  if (member !== undefined) check(member, atMember(at, name), report);
}

export function required(value: Members, names: readonly string[], at: string, report: Report): void {
  for (const name of names) {
    if (own(value, name) === undefined) fail(atMember(at, name), 'required', 'is required', report);
  }
}

/** The names of an object's members. A member that is undefined is not there: JSON cannot say it. */
export function namesOf(value: Members): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** The pointer of a member whose name may hold any character. */
export function atMember(at: string, name: string): string {
  return `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Checks every member that has a name of its own. */
export function eachOther(value: Members, known: readonly string[], at: string, report: Report, check: Check): void {
  for (const name of namesOf(value)) {
    if (!known.includes(name)) check(value[name], atMember(at, name), report);
  }
}

/** Checks every member. */
export function eachValue(value: Members, at: string, report: Report, check: Check): void {
  eachOther(value, [], at, report, check);
}

/** Refuses members that the model does not know. */
export function noOthers(value: Members, known: readonly string[], at: string, report: Report): void {
  eachOther(value, known, at, report, isUnknown);
}

export function isUnknown(_value: unknown, at: string, report: Report): false {
  return fail(at, 'additionalProperties', 'is not known', report);
}

export function isNever(_value: unknown, at: string, report: Report): false {
  return fail(at, 'false schema', 'is not allowed', report);
}

export function minProperties(value: Members, limit: number, at: string, report: Report): void {
  if (namesOf(value).length < limit) fail(at, 'minProperties', `must have at least ${limit} properties`, report);
}

export function maxProperties(value: Members, limit: number, at: string, report: Report): void {
  if (namesOf(value).length > limit) fail(at, 'maxProperties', `must have at most ${limit} properties`, report);
}
