import { type Code, type CodeSymbol, code, join } from '../../../emit/symbol';
import { type Mark, marksOf } from '../../../model/evaluated';
import type { Shape, ShapeOf } from '../../../model/shape';
import { call, list, quote, support } from '../source';
import { type CheckContext, checkFunction, checkOf, invokeWith, passes, type Subject } from './checks';
import { patternLiteral } from './patterns';

/** The checks of a schema with `unevaluatedProperties` or `unevaluatedItems`: first what it says otherwise, then what that leaves over. */
export function checkClosed(shape: ShapeOf<'closed'>, subject: Subject, context: CheckContext): Code[] {
  const { core, properties, items } = shape;
  return [
    ...checkOf(core, subject, context),
    ...checkRest('unevaluatedProperties', properties, marksOf(core, 'names', context.service), subject, context),
    ...checkRest('unevaluatedItems', items, marksOf(core, 'items', context.service), subject, context),
  ];
}

function checkRest(
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
  rest: Shape | undefined,
  evaluated: readonly Mark[],
  subject: Subject,
  context: CheckContext,
): Code[] {
  const check = rest === undefined || rest.kind === 'any' ? undefined : checkFunction(rest, 'other', context);
  if (check === undefined) return [];
  const marks = evaluated.flatMap((each) => printMark(each, context));
  const others = rest?.kind === 'never' ? [] : [check];
  return [invokeWith(mark(keyword), subject, list('[', marks, ']'), ...others)];
}

/** An expression that marks what a keyword evaluates; nothing for a pattern that cannot be checked. */
function printMark(marked: Mark, context: CheckContext): Code[] {
  switch (marked.kind) {
    case 'all':
      return [code`${mark('ofAll')}`];
    case 'names':
      return [
        call(
          code`${mark('ofNames')}`,
          marked.names.map((name) => code`${quote(name)}`),
        ),
      ];
    case 'pattern': {
      const pattern = patternLiteral(marked.pattern);
      return pattern === undefined ? [] : [code`${mark('ofPattern')}(${pattern})`];
    }
    case 'items':
      return [code`${mark('ofItems')}(${marked.count})`];
    case 'matches':
      return [code`${mark('ofMatches')}(${checkFunction(marked.item, 'item', context) ?? passes})`];
    case 'form': {
      const { marks, others } = marked;
      const check = checkFunction(marked.form, 'value', context) ?? passes;
      const both = [marks, ...(others.length === 0 ? [] : [others])].map((each) => {
        const printed = each.flatMap((one) => printMark(one, context));
        return code`[${join(printed, ', ')}]`;
      });
      return [call(code`${mark('ofForm')}`, [check, ...both])];
    }
  }
}

function mark(name: string): CodeSymbol {
  return support('check-unevaluated', name);
}
