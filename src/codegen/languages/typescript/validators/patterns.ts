import { type Code, type CodeSymbol, code, join } from '../../../emit/symbol';
import { checkedPattern } from '../../../patterns/pattern';
import type { Step } from '../../../patterns/program';
import { quote, support } from '../source';

/**
 * The pattern of a model, checked by the engine where that takes time in proportion to the text, and by a machine of the runtime where it does not.
 * One that cannot be checked is none; the reader has said so.
 */
export function patternLiteral(pattern: string): Code | undefined {
  const checked = checkedPattern(pattern);
  if (checked.kind === 'refused') return undefined;
  const { literal, flags } = checked.expression;
  const expression = flags === 'u' ? code`/${literal}/u` : code`new RegExp(${quote(pattern)})`;
  if (checked.kind === 'native') return expression;
  return code`${machine('linear')}(${expression}, () => [${printSteps(checked.steps, flags)}])`;
}

function printSteps(steps: readonly Step[], flags: string): Code {
  return join(
    steps.map((step) => printStep(step, flags)),
    ', ',
  );
}

function printStep(step: Step, flags: string): Code {
  switch (step.kind) {
    case 'character':
      return code`/${new RegExp(step.class, flags).source}/${flags}`;
    case 'fork':
      return code`[${step.to.join(', ')}]`;
    case 'place':
      return code`${quote(step.place)}`;
    case 'look':
      return code`{ steps: [${printSteps(step.steps, flags)}], behind: ${String(step.behind)}, not: ${String(step.not)} }`;
    case 'times':
      return code`...${machine('times')}(${step.count}, [${printSteps(step.steps, flags)}])`;
  }
}

function machine(name: string): CodeSymbol {
  return support('linear-pattern', name);
}
