import { type Code, code } from '../../../../emit/symbol';
import { isRequired } from '../../../../model/direction';
import type { PatternMembers, Shape, ShapeOf } from '../../../../model/shape';
import { quote, type Text } from '../../source';
import { anything, type CheckContext, findCheck } from './checks';
import { check, filled, invocation } from './expressions';
import { patternOf } from './patterns';
import { limit, narrowed } from './values';

export function checkStructure(shape: ShapeOf<'structure'>, context: CheckContext): Code | undefined {
  const { members, additional, implied, patterns = [] } = shape;
  const required = members.filter((member) => isRequired(member, context.direction)).map(({ name }) => name);
  // The patterns say what names hold that are required and not declared.
  const declared = patterns.length === 0 ? members : members.filter(({ isUndeclared }) => isUndeclared !== true);
  const others = othersOf(additional, context);
  const checked = declared.flatMap(({ name, shape: member }) => {
    const found = findCheck(member, context) ?? (others.length === 0 ? undefined : anything(context));
    return found === undefined ? [] : [invocation('.member', [quote(name), found])];
  });
  const calls = [
    ...(required.length === 0 ? [] : [filled('.required', required.map(quote))]),
    ...sizes(shape),
    ...checked,
    ...patternsOf(patterns, others.length > 0, context),
    ...others,
  ];
  return narrowed(code`${check('structure', context.models)}()`, calls, implied);
}

export function checkMap(shape: ShapeOf<'map'>, context: CheckContext): Code | undefined {
  const { values, patterns = [], implied } = shape;
  const others = othersOf(values, context, patterns.length > 0);
  const calls = [...sizes(shape), ...patternsOf(patterns, others.length > 0, context), ...others];
  return narrowed(code`${check('structure', context.models)}()`, calls, implied);
}

export function checkNames({ names }: ShapeOf<'names'>, context: CheckContext): Code | undefined {
  const found = findCheck(names, context);
  return found === undefined ? undefined : invocation(code`${check('names', context.models)}`, [found]);
}

/** What is known by its name needs a check of its own where all others have one. */
function patternsOf(patterns: readonly PatternMembers[], hasOthers: boolean, context: CheckContext): Code[] {
  return patterns.flatMap(({ pattern, shape }) => {
    const matched = patternOf(pattern, context.models);
    const found = findCheck(shape, context) ?? (hasOthers ? anything(context) : undefined);
    return matched === undefined || found === undefined ? [] : [invocation('.matching', [matched, found])];
  });
}

/** What is neither declared nor of a pattern. That no value is allowed is said of the name, except in a map without patterns. */
function othersOf(additional: Shape, context: CheckContext, isClosable = true): Text[] {
  if (additional.kind === 'never' && isClosable) return ['.closed()'];
  const found = findCheck(additional, context);
  return found === undefined ? [] : [invocation('.others', [found])];
}

function sizes({ minProperties, maxProperties }: ShapeOf<'structure' | 'map'>): string[] {
  return [
    ...limit('minProperties', minProperties === 0 ? undefined : minProperties),
    ...limit('maxProperties', maxProperties),
  ];
}
