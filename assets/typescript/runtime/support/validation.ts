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

/** What texts can match. */
export interface TextPattern {
  test(text: string): boolean;
}

/** An object whose members are not known yet. */
export interface Members {
  readonly [name: string]: unknown;
}

/** All violations of a value, for example `violationsOf(validatePet, value)`. */
export function violationsOf(check: Check, value: unknown): readonly Violation[] {
  const report: Report = [];
  if (value === undefined) fail('', 'required', 'is required', report);
  check(value, '', report);
  return report;
}

// The checks below, and all that are made of them, find nothing wrong with what is undefined: it is not there, and whether it has to be is
// for `required` to say. Nor does a check of lengths mind a number: each says one thing.

/** Reports one violation. */
export function fail(at: string, constraint: string, message: string, report: Report): void {
  report.push({ pointer: at, constraint, message });
}

export function isString(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'string') failType(value, 'a string', at, report);
}

/** A string of a form. */
export function isStringOf(value: unknown, at: string, report: Report, check: Check): void {
  if (typeof value === 'string') check(value, at, report);
  else failType(value, 'a string', at, report);
}

export function isNumber(value: unknown, at: string, report: Report): void {
  if (!Number.isFinite(value)) failType(value, 'a number', at, report);
}

export function isInteger(value: unknown, at: string, report: Report): void {
  if (!Number.isInteger(value)) failType(value, 'an integer', at, report);
}

export function isBoolean(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'boolean') failType(value, 'true or false', at, report);
}

export function isNull(value: unknown, at: string, report: Report): void {
  if (value !== null) failType(value, 'null', at, report);
}

export function isBytes(value: unknown, at: string, report: Report): void {
  if (!(value instanceof Uint8Array)) failType(value, 'bytes', at, report);
}

export function isNever(value: unknown, at: string, report: Report): void {
  if (value !== undefined) fail(at, 'false schema', 'is not allowed', report);
}

function failType(value: unknown, expected: string, at: string, report: Report): void {
  if (value !== undefined) fail(at, 'type', `must be ${expected}`, report);
}

/** True for what JSON calls an object. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isObject(value: unknown, at: string, report: Report): void {
  if (!isMembers(value)) failType(value, 'an object', at, report);
}

/** The members of an object; none of what is no object. With a report, that is reported, as are names that must be there and are not. */
export function membersOf(value: unknown, at?: string, report?: Report, names: readonly string[] = []): Members {
  if (at !== undefined && report !== undefined) required(value, names, at, report);
  if (isMembers(value)) return value;
  if (at !== undefined && report !== undefined) failType(value, 'an object', at, report);
  return {};
}

/** A member of the object itself: `constructor` and its like are not looked up on the prototype. */
export function own(value: Members, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

export function required(value: unknown, names: readonly string[], at: string, report: Report): void {
  if (!isMembers(value)) return;
  for (const name of names) {
    if (own(value, name) === undefined) fail(atMember(at, name), 'required', 'is required', report);
  }
}

/** The pointer of a member whose name may hold any character. */
export function atMember(at: string, name: string): string {
  return `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
