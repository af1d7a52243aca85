/**
 * One step of a pattern: a character that must match; where to go on, at all of them, counted from here; a place in the text, as regular
 * expressions write it; or what stands, or must not stand, around the place. What matches is behind the last step.
 */
export type Step = RegExp | readonly number[] | '^' | '$' | 'b' | 'B' | Look;

/** What stands before or behind a place. The steps of what stands behind go through the text from its end. */
export interface Look {
  readonly steps: readonly Step[];
  readonly behind: boolean;
  readonly not: boolean;
}

/**
 * A regular expression that takes time in proportion to the text: it goes through the text once, at all steps at the same time. The engine
 * tries one way after the other, for which some texts take it longer than anybody waits.
 */
export class LinearPattern {
  private readonly expression: RegExp;
  private readonly steps: readonly Step[];

  constructor(expression: RegExp, steps: readonly Step[]) {
    this.expression = expression;
    this.steps = steps;
  }

  test(text: string): boolean {
    const characters = this.expression.unicode ? [...text] : text.split('');
    return new Walk(characters).ends(this.steps, false).includes(1);
  }

  toString(): string {
    return String(this.expression);
  }
}

const patterns = new Map<string, LinearPattern>();

/** The pattern of an expression, made when it is first needed. */
export function linear(expression: RegExp, steps: () => readonly Step[]): LinearPattern {
  const key = String(expression);
  const pattern = patterns.get(key) ?? new LinearPattern(expression, steps());
  patterns.set(key, pattern);
  return pattern;
}

/** Steps that are there several times. */
export function times(count: number, steps: readonly Step[]): readonly Step[] {
  return Array.from({ length: count }, () => steps).flat();
}

/** One way through one text. */
class Walk {
  private readonly looks = new Map<Look, Uint8Array>();
  private readonly characters: readonly string[];

  constructor(characters: readonly string[]) {
    this.characters = characters;
  }

  /** The places where a match ends, wherever it began. */
  ends(steps: readonly Step[], backwards: boolean): Uint8Array {
    const size = this.characters.length;
    const ends = new Uint8Array(size + 1);
    const seen = new Int32Array(steps.length + 1).fill(-1);
    let states: number[] = [];
    for (let walked = 0; walked <= size; walked++) {
      const place = backwards ? size - walked : walked;
      const character = this.characters[backwards ? place - 1 : place];
      const open = [...states, 0];
      states = [];
      for (let state = open.pop(); state !== undefined; state = open.pop()) {
        if (seen[state] === place) continue;
        seen[state] = place;
        const step = steps[state];
        if (step === undefined) ends[place] = 1;
        else if (step instanceof RegExp) {
          if (character !== undefined && step.test(character)) states.push(state + 1);
        } else if (isFork(step)) for (const distance of step) open.push(state + distance);
        else if (this.holds(step, place)) open.push(state + 1);
      }
    }
    return ends;
  }

  private holds(step: '^' | '$' | 'b' | 'B' | Look, place: number): boolean {
    if (step === '^') return place === 0;
    if (step === '$') return place === this.characters.length;
    if (typeof step === 'string') return (step === 'b') === (this.isWord(place - 1) !== this.isWord(place));
    const found = this.looks.get(step) ?? this.ends(step.steps, !step.behind);
    this.looks.set(step, found);
    return (found[place] === 1) !== step.not;
  }

  private isWord(index: number): boolean {
    return /^\w$/.test(this.characters[index] ?? '');
  }
}

function isFork(step: Step): step is readonly number[] {
  return Array.isArray(step);
}
