import { type Code, type CodeSymbol, code } from '../../../../emit/symbol';
import { type Mark, marksOf } from '../../../../model/evaluated';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { brackets, call, quote } from '../../source';
import { type CheckContext, hasCheck, printCheck, printCheckOrPass } from './check-of';
import { callWith, nested, step, support, tuple } from './expressions';
import { printPattern } from './patterns';

/** The check of a schema with `unevaluatedProperties` or `unevaluatedItems`: first what it says otherwise, then what that leaves over. */
export function checkClosed(shape: ShapeOf<'closed'>, context: CheckContext, indent: number): Code | undefined {
  const { core, properties, items } = shape;
  const inner = indent + step;
  const checks = [
    printCheck(core, context, inner) ?? [],
    printRest('unevaluated_properties', properties, marksOf(core, 'names', context.service), context, inner),
    printRest('unevaluated_items', items, marksOf(core, 'items', context.service), context, inner),
  ].flat();
  return checks.length === 0 ? undefined : call(support('check_unions', 'all_of'), checks, indent);
}

function printRest(
  check: 'unevaluated_properties' | 'unevaluated_items',
  rest: Shape | undefined,
  marks: readonly Mark[],
  context: CheckContext,
  indent: number,
): Code[] {
  if (rest === undefined || !hasCheck(rest, context)) return [];
  const others = nested('check', (column) => printCheckOrPass(rest, context, column));
  const keywords = rest.kind === 'never' ? [] : [others];
  return [callWith(mark(check), printMarks(marks, context, indent + step), keywords, indent)];
}

/** An expression that marks what a keyword evaluates; nothing for a pattern that cannot be checked. */
function printMark(marked: Mark, context: CheckContext, indent: number): Code[] {
  switch (marked.kind) {
    case 'all':
      return [code`${mark('of_all')}`];
    case 'names': {
      const names = marked.names.map((name) => code`${quote(name)}`);
      return [call(mark('of_names'), names, indent)];
    }
    case 'pattern': {
      const pattern = printPattern(marked.pattern, indent + step);
      return pattern === undefined ? [] : [call(mark('of_pattern'), [pattern], indent)];
    }
    case 'items':
      return [call(mark('of_items'), [code`${marked.count}`], indent)];
    case 'matches':
      return [call(mark('of_matches'), [printCheckOrPass(marked.item, context, indent + step)], indent)];
    case 'form': {
      const { form, marks, others } = marked;
      const inner = indent + step;
      const all = (list: readonly Mark[]) => tuple(printMarks(list, context, inner + step), inner);
      const args = [printCheckOrPass(form, context, inner), all(marks), ...(others.length === 0 ? [] : [all(others)])];
      return [brackets(code`${mark('of_form')}(`, args, ')', indent)];
    }
  }
}

function printMarks(marks: readonly Mark[], context: CheckContext, indent: number): Code[] {
  return marks.flatMap((each) => printMark(each, context, indent));
}

function mark(name: string): CodeSymbol {
  return support('check_unevaluated', name);
}
