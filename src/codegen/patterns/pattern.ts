import { type Expression, readExpression } from './expression';
import { isLinear } from './is-linear';
import { LinearPattern, type Step as RunStep, times } from './linear-pattern';
import { NoProgram, programOf, type Step } from './program';

/** How a pattern of a model is checked in time that is in proportion to the text. */
export type CheckedPattern =
  /** By the engine. */
  | { readonly kind: 'native'; readonly expression: Expression }
  /** By a machine of our own. */
  | { readonly kind: 'linear'; readonly expression: Expression; readonly steps: readonly Step[] }
  /** Not at all, and why. */
  | { readonly kind: 'refused'; readonly reason: string };

const checked = new Map<string, CheckedPattern>();
const matchers = new Map<string, { test(text: string): boolean }>();

/** How to check a pattern, which must be an expression. */
export function checkedPattern(source: string): CheckedPattern {
  const known = checked.get(source) ?? choose(source);
  checked.set(source, known);
  return known;
}

/** Whether a text matches the pattern of a model; every text matches one that cannot be checked. */
export function matchesPattern(source: string, text: string): boolean {
  const matcher = matchers.get(source) ?? matcherOf(checkedPattern(source));
  matchers.set(source, matcher);
  return matcher.test(text);
}

function matcherOf(pattern: CheckedPattern): { test(text: string): boolean } {
  if (pattern.kind === 'refused') return { test: () => true };
  const { literal, flags } = pattern.expression;
  const expression = new RegExp(literal, flags);
  return pattern.kind === 'native' ? expression : new LinearPattern(expression, toRun(pattern.steps, flags));
}

function choose(source: string): CheckedPattern {
  const expression = readExpression(source);
  if (expression === undefined) return { kind: 'refused', reason: 'is no expression' };
  if (isLinear(expression)) return { kind: 'native', expression };
  try {
    return { kind: 'linear', expression, steps: programOf(expression) };
  } catch (error) {
    if (error instanceof NoProgram) return { kind: 'refused', reason: error.message };
    throw error;
  }
}

function toRun(steps: readonly Step[], flags: string): readonly RunStep[] {
  return steps.flatMap((step) => toRunStep(step, flags));
}

function toRunStep(step: Step, flags: string): readonly RunStep[] {
  switch (step.kind) {
    case 'character':
      return [new RegExp(step.class, flags)];
    case 'fork':
      return [step.to];
    case 'place':
      return [step.place];
    case 'look':
      return [{ steps: toRun(step.steps, flags), behind: step.behind, not: step.not }];
    case 'times':
      return times(step.count, toRun(step.steps, flags));
  }
}
