import { type Code, type CodeSymbol, code } from '../../../../emit/symbol';
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
    printRest('unevaluated_properties', properties, core, marksOfNames, context, inner),
    printRest('unevaluated_items', items, core, marksOfItems, context, inner),
  ].flat();
  return checks.length === 0 ? undefined : call(support('check_unions', 'all_of'), checks, indent);
}

function printRest(
  check: 'unevaluated_properties' | 'unevaluated_items',
  rest: Shape | undefined,
  core: Shape,
  marks: Marks,
  context: CheckContext,
  indent: number,
): Code[] {
  if (rest === undefined || !hasCheck(rest, context)) return [];
  const others = nested('check', (column) => printCheckOrPass(rest, context, column));
  const keywords = rest.kind === 'never' ? [] : [others];
  return [callWith(mark(check), marks(core, context, indent + step), keywords, indent)];
}

/** What evaluates names or items: expressions, each of which marks those that it says something of. */
type Marks = (shape: Shape, context: CheckContext, indent: number) => Code[];

function marksOfNames(shape: Shape, context: CheckContext, indent: number): Code[] {
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return ownNames(shape, indent);
    default:
      return inPlace(shape, context, indent, marksOfNames);
  }
}

function ownNames(shape: ShapeOf<'structure' | 'map'>, indent: number): Code[] {
  const members = shape.kind === 'structure' ? shape.members : [];
  const others = shape.kind === 'structure' ? shape.additional : shape.values;
  if (others.kind !== 'any' || shape.isOpen) return [code`${mark('of_all')}`];
  const names = members.filter(({ isUndeclared }) => isUndeclared !== true).map(({ name }) => code`${quote(name)}`);
  const patterns = (shape.patterns ?? []).flatMap(({ pattern }) => printPattern(pattern, indent + step) ?? []);
  return [
    ...(names.length === 0 ? [] : [call(mark('of_names'), names, indent)]),
    ...patterns.map((pattern) => call(mark('of_pattern'), [pattern], indent)),
  ];
}

function marksOfItems(shape: Shape, context: CheckContext, indent: number): Code[] {
  switch (shape.kind) {
    case 'list':
      return isOpenList(shape.items, shape.isOpen) ? [code`${mark('of_all')}`] : [];
    case 'tuple':
      return isOpenList(shape.rest, shape.isOpen)
        ? [code`${mark('of_all')}`]
        : [call(mark('of_items'), [code`${shape.prefix.length}`], indent)];
    case 'contains':
      return [call(mark('of_matches'), [printCheckOrPass(shape.item, context, indent + step)], indent)];
    default:
      return inPlace(shape, context, indent, marksOfItems);
  }
}

function isOpenList(items: Shape, isOpen: boolean | undefined): boolean {
  return items.kind !== 'any' || isOpen === true;
}

/** Schemas that are of the same value: what they evaluate counts as far as the value has their form. */
function inPlace(shape: Shape, context: CheckContext, indent: number, marks: Marks): Code[] {
  switch (shape.kind) {
    case 'intersection':
      return shape.members.flatMap((member) => marks(member, context, indent));
    case 'union':
      return shape.members.flatMap((member) => ofForm(member, [member], [], context, indent, marks));
    case 'closed': {
      // Whatever it leaves over, it has checked.
      const rest = marks === marksOfNames ? shape.properties : shape.items;
      return rest === undefined ? marks(shape.core, context, indent) : [code`${mark('of_all')}`];
    }
    case 'conditional': {
      const { condition, consequence, alternative } = shape;
      return ofForm(condition, [condition, consequence], [alternative], context, indent, marks);
    }
    case 'reference': {
      const named = context.service.shapes.get(shape.target);
      return named === undefined ? [] : marks(named.shape, context, indent);
    }
    default:
      return [];
  }
}

/** What shapes evaluate where a value has a form, and what others do where it has not. */
function ofForm(
  form: Shape,
  shapes: readonly Shape[],
  otherShapes: readonly Shape[],
  context: CheckContext,
  indent: number,
  marks: Marks,
): Code[] {
  const all = (list: readonly Shape[]) => list.flatMap((each) => marks(each, context, indent + 2 * step));
  const [whenTrue, whenFalse] = [all(shapes), all(otherShapes)];
  if (whenTrue.length === 0 && whenFalse.length === 0) return [];
  const inner = indent + step;
  const args = [
    printCheckOrPass(form, context, inner),
    tuple(whenTrue, inner),
    ...(whenFalse.length === 0 ? [] : [tuple(whenFalse, inner)]),
  ];
  return [brackets(code`${mark('of_form')}(`, args, ')', indent)];
}

function mark(name: string): CodeSymbol {
  return support('check_unevaluated', name);
}
