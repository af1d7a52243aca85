import type { AST } from '@eslint-community/regexpp';
import { type Expression, readExpression } from '../patterns/expression';
import { type Key, keyBelow } from './key';
import { charactersOf } from './pattern-characters';

/** How a text is made of a pattern: how often things repeat beyond their minimum, and whether lower case is preferred. */
interface Manner {
  readonly extra: number;
  readonly plain: boolean;
  readonly flags: Expression['flags'];
}

const longest = 5_000;

/**
 * Texts that a pattern probably matches, from short ones to long ones; whoever takes one checks it. What matches nothing by itself
 * (anchors, assertions) is left out.
 */
export function* patternValues(source: string, minLength: number, key: Key): Iterable<string> {
  const expression = readExpression(source);
  if (expression === undefined) return;
  const { flags, pattern } = expression;
  const extras = [3, 5, 0, 1, 2, 8, 12, 20, 40, Math.min(minLength, longest)];
  for (const [attempt, extra] of extras.entries()) {
    for (const plain of [true, false])
      yield printOne(pattern.alternatives, { extra, plain, flags }, keyBelow(key, attempt * 2 + Number(plain)));
  }
}

function printOne(alternatives: readonly AST.Alternative[], manner: Manner, key: Key): string {
  const chosen = alternatives[key % alternatives.length];
  const elements = chosen?.elements.filter(({ type }) => type !== 'Assertion') ?? [];
  const below = keyBelow(key, 0);
  return elements.map((element, index) => print(element, manner, keyBelow(below, index))).join('');
}

function print(element: AST.Element, manner: Manner, key: Key): string {
  switch (element.type) {
    case 'Assertion':
    // Readers refuse patterns that refer back to what they matched.
    case 'Backreference':
      return '';
    case 'Group':
    case 'CapturingGroup':
      return printOne(element.alternatives, manner, key);
    case 'Quantifier': {
      const { min, max } = element;
      const count = Math.min(max, min + manner.extra, min + longest);
      return Array.from({ length: count }, (_, index) => print(element.element, manner, keyBelow(key, index))).join('');
    }
    default:
      return oneOf(charactersOf(element, manner.flags), manner, key);
  }
}

function oneOf(characters: string, { plain }: Manner, key: Key): string {
  const letters = plain ? characters.replace(/[^a-z]/g, '') : '';
  const list = [...(letters === '' ? characters : letters)];
  return list[key % Math.max(list.length, 1)] ?? '';
}
