import type { StringShape } from '../model/shape';
import { matchesPattern } from '../patterns/pattern';
import { formatValue, isOfFormat } from './format-value';
import { between, type Key, keyBelow, pick } from './key';
import type { Locale } from './locales';
import { namedText, twoWords } from './named-text';
import { patternValues } from './pattern-value';
import { nouns } from './words';

const longest = 100_000;

/** A readable text that the shape allows, or nothing when none was found. */
export function stringValue(shape: StringShape, name: string, key: Key, locale: Locale): string | undefined {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape;
  if (minLength > maxLength || minLength > longest) return undefined;
  const matches = matcher(shape);
  for (const candidate of candidates(shape, name, key, locale)) {
    if (matches(candidate)) return candidate;
  }
  return undefined;
}

/** Whether a text keeps to length, pattern and (where we know it) format. A pattern that is no expression is not held against the text. */
export function isStringValid(text: string, shape: StringShape): boolean {
  return matcher(shape)(text);
}

function* candidates(shape: StringShape, name: string, key: Key, locale: Locale): Iterable<string> {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape;
  const formatted = format === undefined ? undefined : formatValue(format, key, locale);
  if (formatted !== undefined) yield formatted;
  if (format === 'byte') yield Buffer.alloc(Math.floor((minLength + 3) / 4) * 3, 'mock').toString('base64');
  const text = namedText(name, key, locale);
  yield text;
  if (pattern !== undefined) {
    yield* [pick(key, nouns), text.toLowerCase().replace(/[^a-z0-9]+/g, '-'), String(between(key, 1, 99))];
    yield* patternValues(pattern, minLength, key);
    return;
  }
  if (formatted !== undefined) yield formatted.slice(0, maxLength);
  yield fitted(text, minLength, maxLength, key);
}

/** A text cut or continued with words until it has the right length. */
function fitted(text: string, min: number, max: number, key: Key): string {
  let long = text;
  for (let index = 0; codePoints(long) < min; index += 1) long += ` ${twoWords(keyBelow(key, index))}`;
  if (codePoints(long) <= max) return long;
  const cut = long.slice(0, max).trimEnd();
  return cut.length < min ? cut.padEnd(min, 'a') : cut;
}

function matcher(shape: StringShape): (text: string) => boolean {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape;
  return (text) => {
    const length = codePoints(text);
    if (length < minLength || length > maxLength) return false;
    if (format !== undefined && !isOfFormat(text, format)) return false;
    return pattern === undefined || matchesPattern(pattern, text);
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
