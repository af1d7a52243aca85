import { type Code, code } from '../../../../emit/symbol';
import { isRequired } from '../../../../model/direction';
import type { Member, PatternMembers, Shape, ShapeOf } from '../../../../model/shape';
import { brackets, quote } from '../../source';
import { type CheckContext, hasCheck, printCheck, printCheckOrPass } from './check-of';
import { callWith, type Keyword, keyword, nested, step, support, texts, tuple } from './expressions';
import { printPattern } from './patterns';
import { impliedKeyword } from './values';

export function checkStructure(shape: ShapeOf<'structure'>, context: CheckContext, indent: number): Code | undefined {
  const { members, patterns = [] } = shape;
  const required = members.filter((member) => isRequired(member, context.direction)).map(({ name }) => name);
  // The patterns say what names hold that are required and not declared.
  const declared = patterns.length === 0 ? members : members.filter(({ isUndeclared }) => isUndeclared !== true);
  const others = othersKeyword('others', shape.additional, context);
  const keywords = [
    ...(required.length === 0 ? [] : [nested('required', (column) => texts(required, column))]),
    ...patternsKeyword(patterns, context),
    ...others,
    ...sizes(shape),
  ];
  const checked = printMembers(declared, others.length > 0, context, indent + step);
  if (checked.length === 0 && keywords.length === 0) return typeOnly(shape);
  return callWith(
    support('check_objects', 'structure'),
    [brackets('{', checked, '}', indent + step)],
    [...keywords, ...impliedKeyword(shape.implied)],
    indent,
  );
}

export function checkMap(shape: ShapeOf<'map'>, context: CheckContext, indent: number): Code | undefined {
  const { values, patterns = [] } = shape;
  const keywords = [
    ...patternsKeyword(patterns, context),
    ...(patterns.length === 0 ? [] : othersKeyword('values', values, context)),
    ...sizes(shape),
  ];
  const check = patterns.length === 0 ? printCheck(values, context, indent + step) : undefined;
  if (check === undefined && keywords.length === 0) return typeOnly(shape);
  const positional = check === undefined ? [] : [check];
  return callWith(
    support('check_objects', 'mapping'),
    positional,
    [...keywords, ...impliedKeyword(shape.implied)],
    indent,
  );
}

export function checkNames({ names }: ShapeOf<'names'>, context: CheckContext, indent: number): Code | undefined {
  const check = printCheck(names, context, indent + step);
  return check === undefined ? undefined : callWith(support('check_objects', 'property_names'), [check], [], indent);
}

/** Of a member of which nothing is said, the name matters to what is said of all others. */
function printMembers(members: readonly Member[], hasOthers: boolean, context: CheckContext, indent: number): Code[] {
  const print = hasOthers ? printCheckOrPass : printCheck;
  return members.flatMap(({ name, shape }) => {
    const key = `${quote(name)}: `;
    const found = print(shape, context, indent + step + key.length);
    return found === undefined ? [] : [code`${key}${found}`];
  });
}

/** What is neither declared nor of a pattern. */
function othersKeyword(name: string, additional: Shape, context: CheckContext): Keyword[] {
  if (additional.kind === 'never') return keyword(name, code`${support('check_objects', 'NO_OTHERS')}`);
  if (!hasCheck(additional, context)) return [];
  return [nested(name, (column) => printCheckOrPass(additional, context, column))];
}

function patternsKeyword(patterns: readonly PatternMembers[], context: CheckContext): Keyword[] {
  const checked = patterns.filter(({ pattern }) => printPattern(pattern, 0) !== undefined);
  if (checked.length === 0) return [];
  const pair = ({ pattern, shape }: PatternMembers, column: number) => {
    const printed = printPattern(pattern, column + step) ?? code`None`;
    return tuple([printed, printCheckOrPass(shape, context, column + step)], column);
  };
  return [
    nested('patterns', (column) =>
      tuple(
        checked.map((each) => pair(each, column + step)),
        column,
      ),
    ),
  ];
}

function sizes({ minProperties, maxProperties }: ShapeOf<'structure' | 'map'>): Keyword[] {
  return [
    ...keyword('min_properties', minProperties === 0 ? undefined : minProperties),
    ...keyword('max_properties', maxProperties),
  ];
}

function typeOnly({ implied }: ShapeOf<'structure' | 'map'>): Code | undefined {
  return implied ? undefined : code`${support('checks', 'OBJECT')}`;
}
