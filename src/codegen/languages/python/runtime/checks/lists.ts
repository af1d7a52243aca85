import { type Code, code } from '../../../../emit/symbol';
import type { ShapeOf } from '../../../../model/shape';
import { type CheckContext, hasCheck, printCheck, printCheckOrPass } from './check-of';
import { callWith, type Keyword, keyword, nested, step, support, tuple } from './expressions';
import { impliedKeyword } from './values';

export function checkList(shape: ShapeOf<'list'>, context: CheckContext, indent: number): Code | undefined {
  const items = printCheck(shape.items, context, indent + step);
  return printArray(items === undefined ? [] : [items], sizes(shape), shape, indent);
}

export function checkTuple(shape: ShapeOf<'tuple'>, context: CheckContext, indent: number): Code | undefined {
  const rest = printCheck(shape.rest, context, indent + step);
  const { prefix } = shape;
  // Positions at the end of which nothing is said matter to what follows alone.
  const last = prefix.findLastIndex((item) => hasCheck(item, context));
  const said = rest === undefined ? prefix.slice(0, last + 1) : prefix;
  const positions = nested('prefix', (column) =>
    tuple(
      said.map((item) => printCheckOrPass(item, context, column + step)),
      column,
    ),
  );
  const keywords = [...(said.length === 0 ? [] : [positions]), ...sizes(shape)];
  return printArray(rest === undefined ? [] : [rest], keywords, shape, indent);
}

export function checkContains(shape: ShapeOf<'contains'>, context: CheckContext, indent: number): Code | undefined {
  const { item, minContains, maxContains } = shape;
  if (minContains === 0 && maxContains === undefined) return undefined;
  const bounds = [
    ...keyword('min_contains', minContains === 1 ? undefined : minContains),
    ...keyword('max_contains', maxContains),
  ];
  return callWith(support('check_lists', 'contains'), [printCheckOrPass(item, context, indent + step)], bounds, indent);
}

function printArray(
  items: readonly Code[],
  keywords: readonly Keyword[],
  { implied }: ShapeOf<'list' | 'tuple'>,
  indent: number,
): Code | undefined {
  if (items.length === 0 && keywords.length === 0) return implied ? undefined : code`${support('checks', 'LIST')}`;
  return callWith(support('check_lists', 'array'), items, [...keywords, ...impliedKeyword(implied)], indent);
}

function sizes({ minItems, maxItems, uniqueItems }: ShapeOf<'list' | 'tuple'>): Keyword[] {
  return [
    ...keyword('min_items', minItems === 0 ? undefined : minItems),
    ...keyword('max_items', maxItems),
    ...keyword('unique_items', uniqueItems ? 'True' : undefined),
  ];
}
