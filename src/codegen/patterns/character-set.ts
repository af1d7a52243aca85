import type { AST } from '@eslint-community/regexpp';
import { complement, type Ranges, rangesOf } from './character-ranges';

type Single = AST.Character | AST.CharacterSet | AST.CharacterClass;
type Part = Single | AST.CharacterClassElement;

const surrogates = [0xd800, 0xdfff] as const;
const highest = 0x10_ffff;
const highestUnit = 0xffff;
/** How far behind a half of a character stands what represents it: in a plane for private use. */
const halvesAt = 0x10_0000;

/** All characters that a character, a set or a class matches, in order and without gaps between neighbours. */
export function characterSet(element: Single): Ranges {
  return merged(exactRanges(element));
}

function exactRanges(element: Part): Ranges {
  if (element.type === 'CharacterClass') {
    const all = element.elements.flatMap((part) => exactRanges(part as Part));
    return element.negate ? complement(all) : all;
  }
  if (element.type === 'CharacterSet' && element.kind === 'property') return propertyRanges(element.raw);
  const ranges = rangesOf(element);
  if (ranges === 'any') throw new Error(`'${element.raw}' is no set of characters`);
  return ranges;
}

const properties = new Map<string, Ranges>();

/** The characters of a property such as `\p{L}`, as the engine that runs the generator knows them. */
function propertyRanges(raw: string): Ranges {
  const known = properties.get(raw) ?? findRanges(new RegExp(raw, 'u'));
  properties.set(raw, known);
  return known;
}

function findRanges(expression: RegExp): Ranges {
  const ranges: [number, number][] = [];
  for (let point = 0; point <= highest; point++) {
    if (!expression.test(String.fromCodePoint(point))) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

/** Whether halves of characters are in a set. */
export function touchesSurrogates(set: Ranges): boolean {
  return set.some(([from, to]) => from <= surrogates[1] && surrogates[0] <= to);
}

/**
 * A set as an expression that Python and Java read alike, in ASCII.
 *
 * @param isOfUnits the characters are UTF-16 units, and halves of characters stand in another place
 * @param astral how a character beyond the first plane is written
 */
export function printSet(set: Ranges, isOfUnits: boolean, astral: (point: number) => string): string {
  const [only, ...others] = set;
  if (only !== undefined && others.length === 0 && only[0] === only[1] && !(isOfUnits && touchesSurrogates(set))) {
    return printPoint(only[0], /[\\^$.|?*+()[\]{}]/, astral);
  }
  const isMost = set.at(-1)?.[1] === highest;
  const excluded = complement(set);
  const isNegated = isMost && excluded.length > 0;
  const listed = isNegated ? excluded : set;
  const shown = isOfUnits ? moved(listed) : listed;
  if (shown.length === 0) return `[${isNegated ? '' : '^'}\\x00-${astral(highest)}]`;
  return `[${isNegated ? '^' : ''}${shown.map((range) => printRange(range, astral)).join('')}]`;
}

/** What is in the universe of units, with halves of characters where they are represented. */
function moved(set: Ranges): Ranges {
  return set.flatMap(([from, to]) => {
    const parts = [
      [from, Math.min(to, surrogates[0] - 1)],
      [Math.max(from, surrogates[1] + 1), Math.min(to, highestUnit)],
      [Math.max(from, surrogates[0]) + halvesAt, Math.min(to, surrogates[1]) + halvesAt],
    ] as const;
    return parts.filter(([first, last]) => first <= last);
  });
}

function printRange([from, to]: Ranges[number], astral: (point: number) => string): string {
  const print = (point: number) => printPoint(point, /[\\[\]^\-&~|]/, astral);
  if (from === to) return print(from);
  return to === from + 1 ? print(from) + print(to) : `${print(from)}-${print(to)}`;
}

function printPoint(point: number, special: RegExp, astral: (point: number) => string): string {
  if (point > 0xffff) return astral(point);
  if (point > 0xff) return `\\u${point.toString(16).padStart(4, '0')}`;
  if (point < 0x20 || point > 0x7e) return `\\x${point.toString(16).padStart(2, '0')}`;
  const character = String.fromCharCode(point);
  return special.test(character) ? `\\${character}` : character;
}

/** In order, with ranges that touch made one. */
function merged(ranges: Ranges): Ranges {
  const all: [number, number][] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
