import { toNumber, toPlainNumber } from './read-parameters.js';
import { fail, isInteger, type Report } from './validation.js';

const least = -(2n ** 63n);
const greatest = 2n ** 63n - 1n;

/** An integer of 64 bits: a number where that is exact, a bigint beyond. */
export function isInt64(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'bigint') isInteger(value, at, report);
  const isBeyond = (typeof value === 'bigint' || Number.isInteger(value)) && !isWithin(value as number | bigint);
  if (isBeyond) fail(at, 'format', 'must be an integer of 64 bits (int64)', report);
}

/** The integer that a text is, and any other number as a number. */
export function toInt64(text: string | undefined): unknown {
  return toExact(text) ?? toNumber(text);
}

/** Where a text is as good as an integer: only what an integer is written as is one. */
export function toPlainInt64(text: string | undefined): unknown {
  const exact = toExact(text);
  return exact === undefined ? toPlainNumber(text) : String(exact) === text ? exact : text;
}

/** An integer that no number is exactly, if it is one of 64 bits. */
export function toExact(text: string | undefined): bigint | undefined {
  if (text === undefined || !/^[+-]?\d{16,19}$/.test(text) || Number.isSafeInteger(Number(text))) return undefined;
  const value = BigInt(text);
  return isWithin(value) ? value : undefined;
}

function isWithin(value: number | bigint): boolean {
  return value >= least && value <= greatest;
}
