import { type Code, type CodeSymbol, code, join } from '../../../emit/symbol';
import type { Shape, ShapeOf } from '../../../model/shape';
import { call, list, quote, support } from '../source';
import { type CheckContext, checkFunction, checkOf, invokeWith, passes, type Subject } from './checks';
import { patternLiteral } from './patterns';

/** The checks of a schema with `unevaluatedProperties` or `unevaluatedItems`: first what it says otherwise, then what that leaves over. */
export function checkClosed(shape: ShapeOf<'closed'>, subject: Subject, context: CheckContext): Code[] {
  const { core, properties, items } = shape;
  return [
    ...checkOf(core, subject, context),
    ...checkRest('unevaluatedProperties', properties, marksOfNames(core, context), subject, context),
    ...checkRest('unevaluatedItems', items, marksOfItems(core, context), subject, context),
  ];
}

function checkRest(
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
  rest: Shape | undefined,
  marks: readonly Code[],
  subject: Subject,
  context: CheckContext,
): Code[] {
  const check = rest === undefined || rest.kind === 'any' ? undefined : checkFunction(rest, 'other', context);
  if (check === undefined) return [];
  const others = rest?.kind === 'never' ? [] : [check];
  return [invokeWith(mark(keyword), subject, list('[', marks, ']'), ...others)];
}

/** What evaluates names: expressions, each of which marks those that it says something of. */
function marksOfNames(shape: Shape, context: CheckContext): Code[] {
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return ownNames(shape);
    default:
      return inPlace(shape, context, marksOfNames);
  }
}

function ownNames(shape: ShapeOf<'structure' | 'map'>): Code[] {
  const members = shape.kind === 'structure' ? shape.members : [];
  const others = shape.kind === 'structure' ? shape.additional : shape.values;
  if (others.kind !== 'any' || shape.isOpen) return [code`${mark('ofAll')}`];
  const names = members.filter(({ isUndeclared }) => isUndeclared !== true).map(({ name }) => code`${quote(name)}`);
  const patterns = (shape.patterns ?? []).flatMap(({ pattern }) => patternLiteral(pattern) ?? []);
  return [
    ...(names.length === 0 ? [] : [call(code`${mark('ofNames')}`, names)]),
    ...patterns.map((pattern) => code`${mark('ofPattern')}(${pattern})`),
  ];
}

/** What evaluates items. */
function marksOfItems(shape: Shape, context: CheckContext): Code[] {
  switch (shape.kind) {
    case 'list':
      return isOpenList(shape.items, shape.isOpen) ? [code`${mark('ofAll')}`] : [];
    case 'tuple':
      return isOpenList(shape.rest, shape.isOpen)
        ? [code`${mark('ofAll')}`]
        : [code`${mark('ofItems')}(${shape.prefix.length})`];
    case 'contains':
      return [code`${mark('ofMatches')}(${checkFunction(shape.item, 'item', context) ?? passes})`];
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
      return rest === undefined ? marks(shape.core, context) : [code`${mark('ofAll')}`];
    }
    case 'conditional': {
      const { condition, consequence, alternative } = shape;
      const whenTrue = [...marks(condition, context), ...marks(consequence, context)];
      return ofForm(condition, whenTrue, context, marks(alternative, context));
    }
    case 'reference': {
      const named = context.service.shapes.get(shape.target);
      return named === undefined ? [] : marks(named.shape, context);
    }
    default:
      return [];
  }
}

function ofForm(shape: Shape, marks: readonly Code[], context: CheckContext, others: readonly Code[] = []): Code[] {
  if (marks.length === 0 && others.length === 0) return [];
  const check = checkFunction(shape, 'value', context) ?? passes;
  const all = [marks, ...(others.length === 0 ? [] : [others])].map((each) => code`[${join(each, ', ')}]`);
  return [call(code`${mark('ofForm')}`, [check, ...all])];
}

function mark(name: string): CodeSymbol {
  return support('check-unevaluated', name);
}
