import { type Code, code } from '../../../../emit/symbol';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { anything, type CheckContext, findCheck } from './checks';
import { check, double, invocation } from './expressions';
import { limit, narrowed } from './values';

export function checkList(shape: ShapeOf<'list'>, context: CheckContext): Code | undefined {
  return listOf(shape, each(shape.items, context), context);
}

export function checkTuple(shape: ShapeOf<'tuple'>, context: CheckContext): Code | undefined {
  const positions = shape.prefix.map((item) => findCheck(item, context));
  const others = each(shape.rest, context);
  const isChecked = others.length > 0 || positions.some((position) => position !== undefined);
  const calls = isChecked ? positions.map((position) => invocation('.position', [position ?? anything(context)])) : [];
  return listOf(shape, [...calls, ...others], context);
}

export function checkContains({ item, minContains, maxContains }: ShapeOf<'contains'>, context: CheckContext) {
  if (minContains === 0 && maxContains === undefined) return undefined;
  const bounds = [minContains, ...(maxContains === undefined ? [] : [maxContains])];
  const args = [findCheck(item, context) ?? anything(context), ...bounds.map((bound) => code`${double(bound)}`)];
  return invocation(code`${check('contains', context.models)}`, args);
}

function each(item: Shape, context: CheckContext): Code[] {
  const found = findCheck(item, context);
  return found === undefined ? [] : [invocation('.each', [found])];
}

function listOf(shape: ShapeOf<'list' | 'tuple'>, items: readonly Code[], { models }: CheckContext): Code | undefined {
  const { minItems, maxItems, uniqueItems, implied } = shape;
  const limits = [
    ...limit('minItems', minItems === 0 ? undefined : minItems),
    ...limit('maxItems', maxItems),
    ...(uniqueItems ? ['.unique()'] : []),
  ];
  return narrowed(code`${check('list', models)}()`, [...limits, ...items], implied);
}
