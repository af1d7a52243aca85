import type { AST } from '@eslint-community/regexpp';
import type { Ranges } from './character-ranges';
import { characterSet, printSet, touchesSurrogates } from './character-set';
import { type Expression, parseExpression } from './expression';
import { checkedPattern } from './pattern';
import type { Step } from './program';

/** Languages whose engines are no ECMA-262 ones. They read the same text but for the few marks that {@link dialects} lists. */
export type Dialect = 'python' | 'java';

/** How a pattern of a model is checked in another language, with the verdicts that ECMA-262 says. */
export type PortablePattern =
  /** By the engine of the language, which searches for a match anywhere in the text. */
  | { readonly kind: 'native'; readonly text: string; readonly isOfUnits: boolean; readonly source: string }
  /** By the linear machine: classes of the steps are expressions of the language for one character. */
  | { readonly kind: 'linear'; readonly text: string; readonly isOfUnits: boolean; readonly steps: readonly Step[] }
  /** Not at all; the reader has said why. */
  | { readonly kind: 'refused' };

interface DialectMarks {
  readonly end: string;
  /** A character beyond the first plane. */
  readonly astral: (point: number) => string;
  /**
   * What follows a quantifier of a pattern in which no way back ever leads to a match. Java keeps a frame of the stack for each round of a loop
   * that it may leave, and none for one that it may not; Python has no such limit, and errors in its first versions of these.
   */
  readonly possessive: string;
}

const dialects: Readonly<Record<Dialect, DialectMarks>> = {
  python: { end: '\\Z', astral: (point) => `\\U${point.toString(16).padStart(8, '0')}`, possessive: '' },
  java: { end: '\\z', astral: (point) => `\\x{${point.toString(16)}}`, possessive: '+' },
};

/** What `\\b` and `\\w` call a word. */
const word = '[0-9A-Z_a-z]';

/** More repetitions than any text has characters. */
const mostRepetitions = 0x7fff_ffff;

/**
 * The pattern of a model for the engine of another language.
 *
 * - `text` is the pattern as messages show it: `/^a+$/u`.
 * - With `isOfUnits`, the pattern looks at UTF-16 units, as ECMA-262 does without the flag `u`, and can tell the two halves of a character
 *   apart: each half has to be given to it as the character 0x100000 places behind it, of which no pattern of units knows otherwise.
 *
 * What engines understand differently is written out: classes are explicit code points, anchors are absolute, word boundaries are what
 * stands around them. There are no groups that capture.
 */
export function portablePattern(pattern: string, dialect: Dialect): PortablePattern {
  const checked = checkedPattern(pattern);
  if (checked.kind === 'refused') return { kind: 'refused' };
  const { expression } = checked;
  const text = `/${expression.literal}/${expression.flags}`;
  const isOfUnits = expression.flags === '' && setsOf(expression).some(touchesSurrogates);
  const printer = new Printer(dialects[dialect], isOfUnits, mayCommit(expression.pattern));
  if (checked.kind === 'native') {
    return { kind: 'native', text, isOfUnits, source: printer.alternatives(expression.pattern.alternatives) };
  }
  const steps = checked.steps.map((step) => portableStep(step, expression, printer));
  return { kind: 'linear', text, isOfUnits, steps };
}

function portableStep(step: Step, expression: Expression, printer: Printer): Step {
  switch (step.kind) {
    case 'character':
      return { ...step, class: printer.set(setOf(step.class, expression)) };
    case 'look':
    case 'times':
      return { ...step, steps: step.steps.map((each) => portableStep(each, expression, printer)) };
    default:
      return step;
  }
}

/** The characters of a class that stands alone. */
function setOf(raw: string, { flags, source }: Expression): Ranges {
  const [element] = parseExpression(raw, flags)?.pattern.alternatives[0]?.elements ?? [];
  if (element === undefined || !isSingle(element)) throw new Error(`'${raw}' of '${source}' is no class`);
  return characterSet(element);
}

/** The sets of all characters and classes. */
function setsOf({ pattern }: Expression): Ranges[] {
  return elementsOf(pattern.alternatives).flatMap((element) => (isSingle(element) ? [characterSet(element)] : []));
}

/** All elements, those in groups included. */
function elementsOf(alternatives: readonly AST.Alternative[]): AST.Element[] {
  return alternatives.flatMap(({ elements }) => elements.flatMap((element) => [element, ...within(element)]));
}

function within(element: AST.Element): AST.Element[] {
  if (element.type === 'Quantifier') return [element.element, ...within(element.element)];
  return 'alternatives' in element ? elementsOf(element.alternatives) : [];
}

type Single = Extract<AST.Element, { type: 'Character' | 'CharacterClass' | 'CharacterSet' }>;

function isSingle(element: AST.Element): element is Single {
  return ['Character', 'CharacterClass', 'CharacterSet'].includes(element.type);
}

/**
 * Whether a loop of a deterministic pattern never has to give back what it took. Where it goes on is told by the next character; only what
 * looks at the place itself may hold farther left and not here, which the end of the text does not.
 */
function mayCommit({ alternatives }: AST.Pattern): boolean {
  const first = (list: readonly AST.Alternative[]): AST.Element[] =>
    list.flatMap(({ elements: [element] }) =>
      element !== undefined && (element.type === 'Group' || element.type === 'CapturingGroup')
        ? first(element.alternatives)
        : element === undefined
          ? []
          : [element],
    );
  const starts = new Set(first(alternatives));
  return elementsOf(alternatives).every(
    (element) =>
      element.type !== 'Assertion' || element.kind === 'end' || (element.kind === 'start' && starts.has(element)),
  );
}

class Printer {
  constructor(
    private readonly marks: DialectMarks,
    private readonly isOfUnits: boolean,
    private readonly mayCommit: boolean,
  ) {}

  set(set: Ranges): string {
    return printSet(set, this.isOfUnits, this.marks.astral);
  }

  alternatives(alternatives: readonly AST.Alternative[]): string {
    return alternatives.map(({ elements }) => elements.map((each) => this.element(each)).join('')).join('|');
  }

  private element(element: AST.Element): string {
    switch (element.type) {
      case 'Quantifier':
        return this.quantifier(element);
      case 'Group':
      case 'CapturingGroup':
        return `(?:${this.alternatives(element.alternatives)})`;
      case 'Assertion':
        return this.assertion(element);
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
        return this.set(characterSet(element));
      default:
        throw new Error(`'${element.raw}' is not deterministic`);
    }
  }

  private quantifier({ element, min, max }: AST.Quantifier): string {
    if (min > mostRepetitions) return this.set([]);
    if (max === 0) return '';
    const repeated = this.element(element);
    const count = countOf(min, max > mostRepetitions ? Number.POSITIVE_INFINITY : max);
    return `${repeated}${count}${this.mayCommit && min !== max ? this.marks.possessive : ''}`;
  }

  private assertion(element: AST.Assertion): string {
    switch (element.kind) {
      case 'start':
        return '\\A';
      case 'end':
        return this.marks.end;
      case 'word':
        return element.negate
          ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
          : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
      default:
        throw new Error(`'${element.raw}' is not deterministic`);
    }
  }
}

function countOf(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === max) return min === 1 ? '' : `{${min}}`;
  return min === 0 && max === 1 ? '?' : `{${min},${max}}`;
}
