import { type Code, code } from '../../../emit/symbol';
import type { Shape, ShapeOf } from '../../../model/shape';
import { support } from '../source';
import {
  type CheckContext,
  checkFunction,
  checkOf,
  invoke,
  invokeWith,
  localName,
  passes,
  type Subject,
} from './checks';

export function checkList(shape: ShapeOf<'list'>, subject: Subject, context: CheckContext): Code[] {
  const { minItems, maxItems, uniqueItems, implied } = shape;
  const check = checkFunction(shape.items, 'item', context);
  if (check !== undefined && !implied && !minItems && maxItems === undefined && !uniqueItems) {
    return [invokeWith(support('check-lists', 'isListOf'), subject, check)];
  }
  return [...typeAndSize(shape, subject), ...eachItem(shape.items, subject, context)];
}

export function checkTuple(shape: ShapeOf<'tuple'>, subject: Subject, context: CheckContext): Code[] {
  const local = localName(subject);
  const positions = shape.prefix.flatMap((item, index) => {
    const value = code`${local}[${index}]`;
    const path = `${subject.path}/${index}`;
    return checkOf(item, { value, path, name: `${subject.name} ${index}`, scope: subject.scope }, context);
  });
  const items = code`const ${local} = ${support('check-lists', 'itemsOf')}(${subject.value});`;
  return [
    ...typeAndSize(shape, subject),
    ...(positions.length === 0 ? [] : [items, ...positions]),
    ...eachItem(shape.rest, subject, context, shape.prefix.length),
  ];
}

export function checkContains(shape: ShapeOf<'contains'>, subject: Subject, context: CheckContext): Code[] {
  const { item, minContains, maxContains } = shape;
  if (minContains === 0 && maxContains === undefined) return [];
  const check = checkFunction(item, 'item', context) ?? passes;
  const bounds = [minContains, ...(maxContains === undefined ? [] : [maxContains])];
  return [invokeWith(support('check-lists', 'contains'), subject, check, ...bounds)];
}

function eachItem(item: Shape, subject: Subject, context: CheckContext, from?: number): Code[] {
  const check = checkFunction(item, 'item', context);
  if (check === undefined) return [];
  return [invokeWith(support('check-lists', 'eachItem'), subject, check, ...(from === undefined ? [] : [from]))];
}

function typeAndSize(shape: ShapeOf<'list' | 'tuple'>, subject: Subject): Code[] {
  const { minItems, maxItems, uniqueItems, implied } = shape;
  const use = (check: string, ...args: readonly number[]) => invoke(support('check-lists', check), subject, ...args);
  return [
    ...(implied ? [] : [use('isList')]),
    ...(minItems ? [use('minItems', minItems)] : []),
    ...(maxItems === undefined ? [] : [use('maxItems', maxItems)]),
    ...(uniqueItems ? [use('uniqueItems')] : []),
  ];
}
