import { type Code, code } from '../../../../emit/symbol';
import { portablePattern } from '../../../../patterns/portable';
import type { Step } from '../../../../patterns/program';
import { quote } from '../../source';
import { callWith, keyword, nested, step, support, tuple } from './expressions';

/** The pattern of a model; nothing for one that cannot be checked, of which the reader has said so. */
export function printPattern(pattern: string, indent: number): Code | undefined {
  const checked = portablePattern(pattern, 'python');
  if (checked.kind === 'refused') return undefined;
  const ofUnits = keyword('of_units', checked.isOfUnits ? 'True' : undefined);
  const shown = code`${rawQuote(checked.text)}`;
  if (checked.kind === 'native') {
    const source = code`${rawQuote(checked.source)}`;
    return callWith(support('patterns', 'pattern'), [shown, source], ofUnits, indent);
  }
  const steps = nested('steps', (column) => code`lambda: ${printSteps(checked.steps, column + 'lambda: '.length)}`);
  return callWith(support('patterns', 'linear_pattern'), [shown], [steps, ...ofUnits], indent);
}

/** A text with backslashes, written raw where that is possible. */
function rawQuote(text: string): string {
  const canBeRaw = text.includes('\\') && /^[ !#-~]*[ !#-[\]-~]$/.test(text);
  return canBeRaw ? `r"${text}"` : quote(text);
}

function printSteps(steps: readonly Step[], indent: number): Code {
  return tuple(
    steps.map((each) => printStep(each, indent + step)),
    indent,
  );
}

function printStep(each: Step, indent: number): Code {
  switch (each.kind) {
    case 'character':
      return code`${support('patterns', 'one')}(${rawQuote(each.class)})`;
    case 'fork':
      return tuple(
        each.to.map((distance) => code`${distance}`),
        indent,
      );
    case 'place':
      return code`${quote(each.place)}`;
    case 'look': {
      const flags = [
        ...keyword('behind', each.behind ? 'True' : undefined),
        ...keyword('negated', each.not ? 'True' : undefined),
      ];
      return callWith(support('patterns', 'Look'), [printSteps(each.steps, indent + step)], flags, indent);
    }
    case 'times': {
      const steps = printSteps(each.steps, indent + 1 + step);
      return code`*${callWith(support('patterns', 'times'), [code`${each.count}`, steps], [], indent + 1)}`;
    }
  }
}
