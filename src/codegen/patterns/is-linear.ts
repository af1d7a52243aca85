import type { AST } from '@eslint-community/regexpp';
import { type CharacterRanges, overlap, rangesOf } from './character-ranges';
import type { Expression } from './expression';

/** So often a part is written out that must be there. */
const mostCopies = 64;
const mostPositions = 2_000;
/** How many characters one try may look at where there is one at every character. */
const longestTry = 2_000;

/**
 * Whether the engine, which tries one way after the other, takes time in proportion to the text: the next character must tell at every place
 * where to go on, so that it never comes back, and it must not begin again at every character of a long text.
 * @see https://en.wikipedia.org/wiki/Deterministic_finite_automaton for what such patterns amount to (Glushkov's construction is used here)
 */
export function isLinear({ pattern }: Expression): boolean {
  if (!isAnchored(pattern.alternatives) && !isShort(pattern)) return false;
  const positions = new Positions();
  try {
    positions.alternatives(pattern.alternatives, true);
  } catch (error) {
    if (error instanceof Undecided) return false;
    throw error;
  }
  return positions.isDeterministic();
}

class Undecided extends Error {}

/** Where a part may begin and end, by the numbers of the characters in it. */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const empty: Part = { nullable: true, first: [], last: [] };

class Positions {
  private readonly classes: CharacterRanges[] = [];
  private readonly follow: Set<number>[] = [];
  private start: readonly number[] = [];

  alternatives(alternatives: readonly AST.Alternative[], isWhole = false): Part {
    const parts = alternatives.map(({ elements }) => this.sequence(elements));
    // Two ways to match nothing are two ways that no character tells apart.
    if (parts.filter(({ nullable }) => nullable).length > 1) throw new Undecided();
    const part = {
      nullable: parts.some(({ nullable }) => nullable),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    };
    if (isWhole) this.start = part.first;
    return part;
  }

  isDeterministic(): boolean {
    return [this.start, ...this.follow].every((next) => this.areDisjoint([...next]));
  }

  private areDisjoint(positions: readonly number[]): boolean {
    const classes = positions.map((position) => this.classes[position] ?? 'any');
    return classes.every((one, index) => classes.slice(index + 1).every((other) => !overlap(one, other)));
  }

  private sequence(elements: readonly AST.Element[]): Part {
    return elements.map((element) => this.element(element)).reduce((a, b) => this.concatenate(a, b), empty);
  }

  private concatenate(a: Part, b: Part): Part {
    this.connect(a.last, b.first);
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
    };
  }

  private element(element: AST.Element): Part {
    switch (element.type) {
      case 'Quantifier':
        return this.quantifier(element);
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives);
      case 'Assertion':
        if (element.kind === 'start' || element.kind === 'end' || element.kind === 'word') return empty;
        throw new Undecided();
      case 'Backreference':
        throw new Undecided();
      default: {
        const position = this.classes.push(rangesOf(element)) - 1;
        if (position > mostPositions) throw new Undecided();
        this.follow.push(new Set());
        return { nullable: false, first: [position], last: [position] };
      }
    }
  }

  private quantifier({ element, min, max }: AST.Quantifier): Part {
    let part = empty;
    for (let count = 0; count < Math.min(min, mostCopies); count++)
      part = this.concatenate(part, this.repeated(element));
    if (max === min) return part;
    const loop = this.repeated(element);
    if (max === 1) return this.concatenate(part, { ...loop, nullable: true });
    this.connect(loop.last, loop.first);
    return this.concatenate(part, { ...loop, nullable: true });
  }

  /** Nothing, once or several times, is nothing in as many ways. */
  private repeated(element: AST.Element): Part {
    const part = this.element(element);
    if (part.nullable) throw new Undecided();
    return part;
  }

  /** Two ways from one character to another are two ways to match the same text. */
  private connect(from: readonly number[], to: readonly number[]): void {
    for (const position of from) {
      const next = this.follow[position] ?? new Set();
      for (const target of to) {
        if (next.has(target)) throw new Undecided();
        next.add(target);
      }
    }
  }
}

function isAnchored(alternatives: readonly AST.Alternative[]): boolean {
  return alternatives.every(({ elements: [first] }) => {
    if (first?.type === 'Assertion') return first.kind === 'start';
    const isGroup = first?.type === 'Group' || first?.type === 'CapturingGroup';
    return isGroup && isAnchored(first.alternatives);
  });
}

/** A pattern without an anchor is tried at every character, which is fine as long as each try is short. */
function isShort({ alternatives }: AST.Pattern): boolean {
  return neededLength(alternatives) <= longestTry;
}

/** How many characters a try looks at most before it is known to match: what repeats at the end need not be looked at, once there is enough of it. */
function neededLength(alternatives: readonly AST.Alternative[]): number {
  const lengths = alternatives.map(({ elements }) => {
    const last = elements.at(-1);
    return sum(elements.slice(0, -1).map(lengthOf)) + (last === undefined ? 0 : neededOf(last));
  });
  return Math.max(0, ...lengths);
}

function neededOf(last: AST.Element): number {
  switch (last.type) {
    case 'Quantifier':
      return last.min === 0 ? 0 : lengthOf(last.element) * last.min;
    case 'Group':
    case 'CapturingGroup':
      return neededLength(last.alternatives);
    default:
      return lengthOf(last);
  }
}

/** How many characters an element matches at most. */
function lengthOf(element: AST.Element): number {
  switch (element.type) {
    case 'Quantifier':
      return element.max === 0 ? 0 : lengthOf(element.element) * element.max;
    case 'Group':
    case 'CapturingGroup':
      return Math.max(0, ...element.alternatives.map(({ elements }) => sum(elements.map(lengthOf))));
    case 'Assertion':
      return 0;
    default:
      return 1;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
