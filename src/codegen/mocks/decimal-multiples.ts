/**
 * Whether a number is a multiple of a step, exact on the decimals that are written: 4.35 is one of 0.01, though a division of doubles has a rest.
 * Generated validators judge in the same way.
 */
export function isMultiple(value: number, step: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  const [digits, exponent] = toDecimal(value);
  const [stepDigits, stepExponent] = toDecimal(step);
  const lowest = Math.min(exponent, stepExponent);
  const scale = (number: bigint, power: number) => number * 10n ** BigInt(power - lowest);
  return scale(digits, exponent) % scale(stepDigits, stepExponent) === 0n;
}

/** A whole number of steps, as it is written: 188 times 0.01 is 1.88, and not 1.8800000000000001. */
export function timesStep(count: number, step: number): number {
  if (!Number.isSafeInteger(count)) return count * step;
  const [digits, exponent] = toDecimal(step);
  return Number(`${BigInt(count) * digits}e${exponent}`);
}

/** A number as digits and a power of ten. */
function toDecimal(value: number): [digits: bigint, exponent: number] {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
