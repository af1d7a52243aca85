import { fail, isInteger, isNumber, isString, type Report, type TextPattern } from './validation.js';

/** A string with a least and a greatest length. */
export function isText(value: unknown, min: number, max: number, at: string, report: Report): void {
  isString(value, at, report);
  minLength(value, min, at, report);
  maxLength(value, max, at, report);
}

export function isNumberBetween(value: unknown, min: number, max: number, at: string, report: Report): void {
  isNumber(value, at, report);
  minimum(value, min, at, report);
  maximum(value, max, at, report);
}

export function isIntegerBetween(value: unknown, min: number, max: number, at: string, report: Report): void {
  isInteger(value, at, report);
  minimum(value, min, at, report);
  maximum(value, max, at, report);
}

/** Lengths count code points, not UTF-16 units. */
export function minLength(value: unknown, limit: number, at: string, report: Report): void {
  // A code point takes two units at most: most texts need no counting.
  if (typeof value === 'string' && value.length < 2 * limit && codePoints(value) < limit) {
    fail(at, 'minLength', `must have at least ${limit} character${limit === 1 ? '' : 's'}`, report);
  }
}

export function maxLength(value: unknown, limit: number, at: string, report: Report): void {
  if (typeof value === 'string' && value.length > limit && codePoints(value) > limit) {
    fail(at, 'maxLength', `must have at most ${limit} character${limit === 1 ? '' : 's'}`, report);
  }
}

export function matches(value: unknown, pattern: TextPattern, at: string, report: Report): void {
  if (typeof value === 'string' && !pattern.test(value)) fail(at, 'pattern', `must match ${pattern}`, report);
}

export function minimum(value: unknown, limit: number, at: string, report: Report): void {
  if (isNumeric(value) && value < limit) fail(at, 'minimum', `must be at least ${limit}`, report);
}

export function maximum(value: unknown, limit: number, at: string, report: Report): void {
  if (isNumeric(value) && value > limit) fail(at, 'maximum', `must be at most ${limit}`, report);
}

export function exclusiveMinimum(value: unknown, limit: number, at: string, report: Report): void {
  if (isNumeric(value) && value <= limit) fail(at, 'exclusiveMinimum', `must be greater than ${limit}`, report);
}

export function exclusiveMaximum(value: unknown, limit: number, at: string, report: Report): void {
  if (isNumeric(value) && value >= limit) fail(at, 'exclusiveMaximum', `must be less than ${limit}`, report);
}

/** Exact on the decimals that are written: 0.3 is a multiple of 0.1. */
export function multipleOf(value: unknown, step: number, at: string, report: Report): void {
  // What no double holds came as infinite: that it is no number, its type says.
  const hasDigits = isNumeric(value) && Math.abs(Number(value)) < Number.POSITIVE_INFINITY;
  if (hasDigits && !isMultiple(value, step)) fail(at, 'multipleOf', `must be a multiple of ${step}`, report);
}

/** One of some values that are not lists or objects. */
export function isOneOf(value: unknown, values: readonly unknown[], at: string, report: Report): void {
  if (value === undefined || values.includes(value)) return;
  fail(at, 'enum', `must be one of ${values.map(printJson).join(', ')}`, report);
}

/** Integers of 64 bits may be bigints. */
function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function printJson(value: unknown): string {
  return JSON.stringify(value);
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function isMultiple(value: number | bigint, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return Number(value) % step === 0;
  const [digits, exponent] = toDecimal(value);
  const [stepDigits, stepExponent] = toDecimal(step);
  const lowest = Math.min(exponent, stepExponent);
  const scale = (number: bigint, power: number) => number * 10n ** BigInt(power - lowest);
  return scale(digits, exponent) % scale(stepDigits, stepExponent) === 0n;
}

/** A number as digits and a power of ten. */
function toDecimal(value: number | bigint): [digits: bigint, exponent: number] {
  if (typeof value === 'bigint') return [value, 0];
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
