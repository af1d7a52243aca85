import type { AST } from '@eslint-community/regexpp';

/** The characters that one element matches, as ranges of code points; `any` where they are not worth listing. */
export type CharacterRanges = Ranges | 'any';

/** From and to, both included. */
export type Ranges = readonly (readonly [from: number, to: number])[];

const highest = 0x10_ffff;
const digits: Ranges = [[0x30, 0x39]];
const words: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** White space and line terminators of ECMA-262. */
const spaces: Ranges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const lineEnds: Ranges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

type Single = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** What a character, a set or a class matches. */
export function rangesOf(element: Single | AST.CharacterClassElement): CharacterRanges {
  switch (element.type) {
    case 'Character':
      return [[element.value, element.value]];
    case 'CharacterClassRange':
      return [[element.min.value, element.max.value]];
    case 'CharacterClass': {
      const parts = element.elements.map((part) => rangesOf(part as AST.CharacterClassElement));
      if (parts.includes('any')) return 'any';
      const all = parts.flatMap((part) => (part === 'any' ? [] : part));
      return element.negate ? complement(all) : all;
    }
    case 'CharacterSet':
      return rangesOfSet(element);
    default:
      return 'any';
  }
}

/** Whether two elements match one character. */
export function overlap(a: CharacterRanges, b: CharacterRanges): boolean {
  if (a === 'any' || b === 'any') return true;
  return a.some(([from, to]) => b.some(([otherFrom, otherTo]) => from <= otherTo && otherFrom <= to));
}

function rangesOfSet(set: AST.CharacterSet): CharacterRanges {
  switch (set.kind) {
    case 'any':
      return complement(lineEnds);
    case 'digit':
      return set.negate ? complement(digits) : digits;
    case 'word':
      return set.negate ? complement(words) : words;
    case 'space':
      return set.negate ? complement(spaces) : spaces;
    default:
      return 'any';
  }
}

/** All characters that are in none of some ranges. */
export function complement(ranges: Ranges): Ranges {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= highest) gaps.push([next, highest]);
  return gaps;
}
