import { type Code, code } from '../../../../emit/symbol';
import { portablePattern } from '../../../../patterns/portable';
import type { Step } from '../../../../patterns/program';
import { javaType, quote } from '../../source';
import type { JavaModels } from '../models/java-models';
import { invocation } from './expressions';

/**
 * The pattern of a model: by the engine of Java where that takes time in proportion to the text, else by a machine of the runtime. One that cannot be
 * checked is none; the reader has said so.
 */
export function patternOf(pattern: string, models: JavaModels): Code | undefined {
  const portable = portablePattern(pattern, 'java');
  if (portable.kind === 'refused') return undefined;
  const type = javaType('TextPattern', models.packages.support);
  const shown = code`${quote(portable.text)}`;
  if (portable.kind === 'native') {
    const factory = code`${type}.${portable.isOfUnits ? 'ofUnits' : 'of'}`;
    return invocation(factory, [shown, code`${quote(portable.source)}`]);
  }
  const factory = code`${type}.${portable.isOfUnits ? 'linearOfUnits' : 'linear'}`;
  return invocation(factory, [shown, ...portable.steps.map((step) => printStep(step, models))]);
}

function printStep(step: Step, models: JavaModels): Code {
  const type = javaType('Step', models.packages.support);
  const all = (steps: readonly Step[]) => steps.map((each) => printStep(each, models));
  switch (step.kind) {
    case 'character':
      return code`${type}.one(${quote(step.class)})`;
    case 'fork':
      return code`${type}.fork(${step.to.join(', ')})`;
    case 'place':
      return code`${type}.place('${step.place}')`;
    case 'look':
      return invocation(code`${type}.look`, [
        code`${String(step.behind)}`,
        code`${String(step.not)}`,
        ...all(step.steps),
      ]);
    case 'times':
      return invocation(code`${type}.times`, [code`${step.count}`, ...all(step.steps)]);
  }
}
