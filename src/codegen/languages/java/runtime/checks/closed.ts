import { type Code, code, join } from '../../../../emit/symbol';
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
    ...checkRest('Properties', properties, marksOfNames(core, context), context),
    ...checkRest('Items', items, marksOfItems(core, context), context),
  ];
  const [only, ...others] = found;
  return others.length === 0 ? only : invocation(code`${check('all', context.models)}`, found);
}

function checkRest(
  kind: 'Properties' | 'Items',
  rest: Shape | undefined,
  marks: readonly Code[],
  context: CheckContext,
): Code[] {
  if (rest === undefined) return [];
  if (rest.kind === 'never') return [invocation(code`${check(`noUnevaluated${kind}`, context.models)}`, marks)];
  const found = findCheck(rest, context);
  return found === undefined
    ? []
    : [invocation(code`${check(`unevaluated${kind}`, context.models)}`, [found, ...marks])];
}

/** What evaluates names: expressions, each of which marks those that it says something of. */
function marksOfNames(shape: Shape, context: CheckContext): Code[] {
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return ownNames(shape, context);
    default:
      return inPlace(shape, context, marksOfNames);
  }
}

function ownNames(shape: ShapeOf<'structure' | 'map'>, context: CheckContext): Code[] {
  const members = shape.kind === 'structure' ? shape.members : [];
  const others = shape.kind === 'structure' ? shape.additional : shape.values;
  if (others.kind !== 'any' || shape.isOpen) return [mark('ALL', context)];
  const names = members.filter(({ isUndeclared }) => isUndeclared !== true).map(({ name }) => code`${quote(name)}`);
  const patterns = (shape.patterns ?? []).flatMap(({ pattern }) => patternOf(pattern, context.models) ?? []);
  return [
    ...(names.length === 0 ? [] : [filled(mark('ofNames', context), names)]),
    ...patterns.map((pattern) => invocation(mark('ofPattern', context), [pattern])),
  ];
}

/** What evaluates items. */
function marksOfItems(shape: Shape, context: CheckContext): Code[] {
  switch (shape.kind) {
    case 'list':
      return isOpenList(shape.items, shape.isOpen) ? [mark('ALL', context)] : [];
    case 'tuple':
      return isOpenList(shape.rest, shape.isOpen)
        ? [mark('ALL', context)]
        : [code`${mark('ofItems', context)}(${shape.prefix.length})`];
    case 'contains':
      return [invocation(mark('ofMatches', context), [findCheck(shape.item, context) ?? anything(context)])];
    default:
      return inPlace(shape, context, marksOfItems);
  }
}

function isOpenList(items: Shape, isOpen: boolean | undefined): boolean {
  return items.kind !== 'any' || isOpen === true;
}

type Marks = (shape: Shape, context: CheckContext) => Code[];

/** Schemas that are of the same value: what they evaluate counts as far as the value has their form. */
function inPlace(shape: Shape, context: CheckContext, marks: Marks): Code[] {
  switch (shape.kind) {
    case 'intersection':
      return shape.members.flatMap((member) => marks(member, context));
    case 'union':
      return shape.members.flatMap((member) => ofForm(member, marks(member, context), context));
    case 'closed': {
      // Whatever it leaves over, it has checked.
      const rest = marks === marksOfNames ? shape.properties : shape.items;
      return rest === undefined ? marks(shape.core, context) : [mark('ALL', context)];
    }
    case 'conditional': {
      const { condition, consequence, alternative } = shape;
      const whenTrue = [...marks(condition, context), ...marks(consequence, context)];
      return ofForm(condition, whenTrue, context, marks(alternative, context));
    }
    case 'reference': {
      const named = context.models.service.shapes.get(shape.target);
      return named === undefined ? [] : marks(named.shape, context);
    }
    default:
      return [];
  }
}

function ofForm(shape: Shape, marks: readonly Code[], context: CheckContext, others: readonly Code[] = []): Code[] {
  if (marks.length === 0 && others.length === 0) return [];
  const form = findCheck(shape, context) ?? anything(context);
  const both = [marks, ...(others.length === 0 ? [] : [others])].map((each) => together(each, context));
  return [invocation(mark('ofForm', context), [form, ...both])];
}

function together(marks: readonly Code[], context: CheckContext): Code {
  const [only, ...others] = marks;
  return only !== undefined && others.length === 0 ? only : code`${mark('ofEach', context)}(${join(marks, ', ')})`;
}

function mark(name: string, { models }: CheckContext): Code {
  return code`${javaType('Mark', models.packages.support)}.${name}`;
}
