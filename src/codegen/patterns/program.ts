import type { AST } from '@eslint-community/regexpp';
import type { Expression } from './expression';

/**
 * A pattern as steps that a machine without backtracking goes through: what matches is behind the last one. One character; where to go on, all at
 * the same time and counted from here; a place in the text; what stands, or must not stand, before or behind the place; and steps that
 * are there several times.
 */
export type Step =
  | { readonly kind: 'character'; readonly class: string }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'place'; readonly place: '^' | '$' | 'b' | 'B' }
  | { readonly kind: 'look'; readonly steps: readonly Step[]; readonly behind: boolean; readonly not: boolean }
  | { readonly kind: 'times'; readonly count: number; readonly steps: readonly Step[] };

/** Patterns of more steps would take long for every character. */
export const mostSteps = 5_000;

/** Why a pattern has no program. */
export class NoProgram extends Error {}

/** The program of a pattern. @throws NoProgram where it refers back to what it matched, or is too large */
export function programOf({ pattern }: Expression): readonly Step[] {
  const steps = alternatives(pattern.alternatives, false);
  if (sizeOf(steps) > mostSteps) throw new NoProgram(`has more than ${mostSteps} steps with all its repetitions`);
  return steps;
}

/** How many steps there are with all their repetitions. */
function sizeOf(steps: readonly Step[]): number {
  const sizes = steps.map((step) => {
    if (step.kind === 'times') return step.count * sizeOf(step.steps);
    return step.kind === 'look' ? 1 + sizeOf(step.steps) : 1;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** How many steps to go on over. */
function lengthOf(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.kind === 'times' ? step.count * lengthOf(step.steps) : 1), 0);
}

/** A fork to each alternative, from the end of which it goes on behind the last one. */
function alternatives(list: readonly AST.Alternative[], backwards: boolean): Step[] {
  const bodies = list.map(({ elements }) => sequence(elements, backwards));
  const [only, ...others] = bodies;
  if (only === undefined || others.length === 0) return only ?? [];
  const starts: number[] = [];
  let length = 1;
  for (const body of bodies) {
    starts.push(length);
    length += lengthOf(body) + 1;
  }
  const parts = bodies.flatMap((body, index): Step[] => {
    const end = (starts[index] ?? 0) + lengthOf(body);
    return [...body, { kind: 'fork', to: [length - end] }];
  });
  return [{ kind: 'fork', to: starts }, ...parts];
}

/** The elements in the order of the text, or against it. */
function sequence(elements: readonly AST.Element[], backwards: boolean): Step[] {
  const ordered = backwards ? [...elements].reverse() : elements;
  return ordered.flatMap((element) => stepsOf(element, backwards));
}

function stepsOf(element: AST.Element, backwards: boolean): Step[] {
  switch (element.type) {
    case 'Quantifier':
      return quantified(element, backwards);
    case 'Group':
    case 'CapturingGroup':
      return alternatives(element.alternatives, backwards);
    case 'Assertion':
      return [assertion(element)];
    case 'Backreference':
      throw new NoProgram('refers back to what it matched');
    default:
      return [{ kind: 'character', class: element.raw }];
  }
}

function quantified({ element, min, max }: AST.Quantifier, backwards: boolean): Step[] {
  const body = stepsOf(element, backwards);
  const length = lengthOf(body);
  const needed = times(min, body);
  if (max !== Number.POSITIVE_INFINITY) {
    return [...needed, ...times(max - min, [{ kind: 'fork', to: [1, length + 1] }, ...body])];
  }
  return [...needed, { kind: 'fork', to: [1, length + 2] }, ...body, { kind: 'fork', to: [-length - 1] }];
}

function times(count: number, steps: readonly Step[]): readonly Step[] {
  if (count === 0 || steps.length === 0) return [];
  return count === 1 ? steps : [{ kind: 'times', count, steps }];
}

function assertion(element: AST.Assertion): Step {
  switch (element.kind) {
    case 'start':
    case 'end':
      return { kind: 'place', place: element.kind === 'start' ? '^' : '$' };
    case 'word':
      return { kind: 'place', place: element.negate ? 'B' : 'b' };
    default: {
      // What stands behind a place is found from the end of the text, so that all places are done in one go.
      const behind = element.kind === 'lookbehind';
      return { kind: 'look', steps: alternatives(element.alternatives, !behind), behind, not: element.negate };
    }
  }
}
