import { type Code, code, join } from '../../../../emit/symbol';
import { type Mark, marksOf } from '../../../../model/evaluated';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { javaType, quote } from '../../source';
import { anything, type CheckContext, findCheck } from './checks';
import { check, filled, invocation } from './expressions';
import { patternOf } from './patterns';

/** The checks of a schema with `unevaluatedProperties` or `unevaluatedItems`: first what it says otherwise, then what that leaves over. */
export function checkClosed(shape: ShapeOf<'closed'>, context: CheckContext): Code | undefined {
  const { core, properties, items } = shape;
  const own = findCheck(core, context);
  const found = [
    ...(own === undefined ? [] : [own]),
    ...checkRest('Properties', properties, marksOf(core, 'names', context.models.service), context),
    ...checkRest('Items', items, marksOf(core, 'items', context.models.service), context),
  ];
  const [only, ...others] = found;
  return others.length === 0 ? only : invocation(code`${check('all', context.models)}`, found);
}

function checkRest(
  kind: 'Properties' | 'Items',
  rest: Shape | undefined,
  evaluated: readonly Mark[],
  context: CheckContext,
): Code[] {
  if (rest === undefined) return [];
  const marks = evaluated.flatMap((each) => printMark(each, context));
  if (rest.kind === 'never') return [invocation(code`${check(`noUnevaluated${kind}`, context.models)}`, marks)];
  const found = findCheck(rest, context);
  return found === undefined
    ? []
    : [invocation(code`${check(`unevaluated${kind}`, context.models)}`, [found, ...marks])];
}

/** An expression that marks what a keyword evaluates; nothing for a pattern that cannot be checked. */
function printMark(marked: Mark, context: CheckContext): Code[] {
  switch (marked.kind) {
    case 'all':
      return [mark('ALL', context)];
    case 'names':
      return [filled(mark('ofNames', context), marked.names.map(quote))];
    case 'pattern': {
      const pattern = patternOf(marked.pattern, context.models);
      return pattern === undefined ? [] : [invocation(mark('ofPattern', context), [pattern])];
    }
    case 'items':
      return [code`${mark('ofItems', context)}(${marked.count})`];
    case 'matches':
      return [invocation(mark('ofMatches', context), [findCheck(marked.item, context) ?? anything(context)])];
    case 'form': {
      const { marks, others } = marked;
      const form = findCheck(marked.form, context) ?? anything(context);
      const both = [marks, ...(others.length === 0 ? [] : [others])].map((each) => together(each, context));
      return [invocation(mark('ofForm', context), [form, ...both])];
    }
  }
}

function together(marks: readonly Mark[], context: CheckContext): Code {
  const printed = marks.flatMap((each) => printMark(each, context));
  const [only, ...others] = printed;
  return only !== undefined && others.length === 0 ? only : code`${mark('ofEach', context)}(${join(printed, ', ')})`;
}

function mark(name: string, { models }: CheckContext): Code {
  return code`${javaType('Mark', models.packages.support)}.${name}`;
}
