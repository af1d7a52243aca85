import { type Key, keyBelow } from './key';
import { type Pattern, readPattern } from './pattern';

/** How a text is made of a pattern: how often things repeat beyond their minimum, and whether lower case is preferred. */
interface Manner {
  readonly extra: number;
  readonly plain: boolean;
}

const longest = 5_000;

/** Texts that a pattern probably matches, from short ones to long ones; whoever takes one checks it. */
export function* patternValues(source: string, minLength: number, key: Key): Iterable<string> {
  const pattern = readPattern(source);
  if (pattern === undefined) return;
  const extras = [3, 5, 0, 1, 2, 8, 12, 20, 40, Math.min(minLength, longest)];
  for (const [attempt, extra] of extras.entries()) {
    for (const plain of [true, false])
      yield print(pattern, { extra, plain }, keyBelow(key, attempt * 2 + Number(plain)));
  }
}

function print(pattern: Pattern, manner: Manner, key: Key): string {
  switch (pattern.kind) {
    case 'characters':
      return oneOf(pattern.characters, manner, key);
    case 'sequence':
      return pattern.parts.map((part, index) => print(part, manner, keyBelow(key, index))).join('');
    case 'choice': {
      const option = pattern.options[key % pattern.options.length];
      return option === undefined ? '' : print(option, manner, keyBelow(key, 0));
    }
    case 'repeat': {
      const count = Math.min(pattern.max, pattern.min + manner.extra, pattern.min + longest);
      return Array.from({ length: count }, (_, index) => print(pattern.part, manner, keyBelow(key, index))).join('');
    }
  }
}

function oneOf(characters: string, { plain }: Manner, key: Key): string {
  const letters = plain ? characters.replace(/[^a-z]/g, '') : '';
  const list = [...(letters === '' ? characters : letters)];
  return list[key % Math.max(list.length, 1)] ?? '';
}
