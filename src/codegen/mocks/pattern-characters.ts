import type { AST } from '@eslint-community/regexpp';
import type { Expression } from '../patterns/expression';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const word = `${lower}${upper}${digits}_`;
const printable = `${word} -.,:;!?@#$%&*+=/()[]{}<>'"~^|\`\\`;

/** The characters to take for the usual properties. */
const properties: Readonly<Record<string, string>> = {
  L: lower + upper,
  Letter: lower + upper,
  Alphabetic: lower + upper,
  Ll: lower,
  Lu: upper,
  N: digits,
  Nd: digits,
  P: '.,:;!?',
  Z: ' ',
  Zs: ' ',
};

/** How many characters of a range or of a property are enough. */
const enough = 100;
/** Where characters are looked for when none that are usual will do: the scripts of the world but for the rare ones. */
const firstLookedAt = 0xa1;
const lastLookedAt = 0xd7ff;

type Single = Extract<
  AST.Element,
  { type: 'Character' | 'CharacterSet' | 'CharacterClass' | 'ExpressionCharacterClass' }
>;

/** Characters that an element of a pattern matches: not all of them, but readable ones where there are some. */
export function charactersOf(element: Single, flags: Expression['flags']): string {
  if (element.type === 'ExpressionCharacterClass') return '';
  if (element.type !== 'CharacterClass') return charactersOfPart(element);
  const { negate, elements, raw } = element;
  const expression = new RegExp(`^${raw}$`, flags);
  const usual = negate
    ? [...printable].filter((character) => expression.test(character))
    : elements.map(charactersOfPart);
  return usual.join('') || found(expression);
}

function charactersOfPart(part: AST.Character | AST.CharacterSet | AST.CharacterClassElement): string {
  switch (part.type) {
    case 'Character':
      return String.fromCodePoint(part.value);
    case 'CharacterClassRange':
      return range(part.min.value, part.max.value);
    case 'CharacterSet':
      return charactersOfSet(part);
    default:
      return '';
  }
}

function charactersOfSet(set: AST.CharacterSet): string {
  switch (set.kind) {
    case 'any':
      return printable;
    case 'digit':
      return set.negate ? without(printable, digits) : digits;
    case 'word':
      return set.negate ? without(printable, word) : word;
    case 'space':
      return set.negate ? without(printable, ' ') : ' ';
    default: {
      const usual = properties[set.value ?? set.key];
      if (usual === undefined) return found(new RegExp(`^${set.raw}$`, 'u'));
      return set.negate ? without(printable, usual) : usual;
    }
  }
}

const searched = new Map<string, string>();

/** The first characters that an expression matches, but for those that control something. */
function found(expression: RegExp): string {
  const known = searched.get(expression.source) ?? search(expression);
  searched.set(expression.source, known);
  return known;
}

function search(expression: RegExp): string {
  let characters = '';
  for (let code = firstLookedAt; code <= lastLookedAt && characters.length < enough; code++) {
    const character = String.fromCharCode(code);
    if (expression.test(character)) characters += character;
  }
  return characters;
}

function without(text: string, excluded: string): string {
  return [...text].filter((character) => !excluded.includes(character)).join('');
}

/** The characters of a range, the first hundred of a long one. */
function range(from: number, to: number): string {
  const last = Math.min(to, from + enough);
  return Array.from({ length: last - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
}
