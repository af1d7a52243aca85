import { escapeToken } from '../../../../shared/json-pointer';
import { type Code, code } from '../../../emit/symbol';
import { isRequired } from '../../../model/direction';
import type { Member, PatternMembers, Shape, ShapeOf } from '../../../model/shape';
import { call, list, quote, support, templateText } from '../source';
import { memberAccess } from '../types';
import {
  type CheckContext,
  checkFunction,
  checkOf,
  invoke,
  invokeWith,
  localName,
  pointer,
  type Subject,
  typeCheck,
} from './checks';
import { patternLiteral } from './patterns';

export function checkStructure(shape: ShapeOf<'structure'>, subject: Subject, context: CheckContext): Code[] {
  const { members, additional, implied, patterns = [] } = shape;
  const local = localName(subject);
  const requiredNames = members.filter((member) => isRequired(member, context.direction)).map(({ name }) => name);
  // The patterns say what names hold that are required and not declared.
  const declared = patterns.length === 0 ? members : members.filter(({ isUndeclared }) => isUndeclared !== true);
  const checks = declared.flatMap((member) => checkMember(member, local, subject, context));
  const isRequiredWithType = checks.length > 0 && !implied && requiredNames.length > 0;
  const all = isRequiredWithType ? [names(requiredNames)] : [];
  const args = [subject.value, ...(implied ? [] : [pointer(subject), 'report']), ...all];
  return [
    ...(checks.length === 0
      ? typeCheck('isObject', shape, subject)
      : [code`const ${local} = ${call(support('validation', 'membersOf'), args, ';')}`]),
    ...(requiredNames.length === 0 || isRequiredWithType
      ? []
      : [invoke(support('validation', 'required'), subject, names(requiredNames))]),
    ...sizeChecks(shape, subject),
    ...checks,
    ...checkPatterns(patterns, subject, context),
    ...checkAdditional(additional, { members: declared, patterns }, subject, context),
  ];
}

export function checkNames({ names: shape }: ShapeOf<'names'>, subject: Subject, context: CheckContext): Code[] {
  const check = checkFunction(shape, 'name', context);
  return check === undefined ? [] : [invokeWith(support('check-objects', 'eachName'), subject, check)];
}

export function checkMap(shape: ShapeOf<'map'>, subject: Subject, context: CheckContext): Code[] {
  const { values, patterns = [] } = shape;
  const sizes = sizeChecks(shape, subject);
  if (patterns.length > 0) {
    const others = checkAdditional(values, { members: [], patterns }, subject, context);
    return [
      ...typeCheck('isObject', shape, subject),
      ...sizes,
      ...checkPatterns(patterns, subject, context),
      ...others,
    ];
  }
  const check = checkFunction(values, 'entry', context);
  if (check !== undefined && !shape.implied && sizes.length === 0) {
    return [invokeWith(support('check-objects', 'isMapOf'), subject, check)];
  }
  return [
    ...typeCheck('isObject', shape, subject),
    ...sizes,
    ...(check === undefined ? [] : [invokeWith(support('check-objects', 'eachValue'), subject, check)]),
  ];
}

/** Names that every object has from its prototype: they are looked up on the object alone. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function checkMember({ name, shape }: Member, object: string, subject: Subject, context: CheckContext): Code[] {
  const value = inherited.has(name)
    ? code`${support('validation', 'own')}(${object}, ${quote(name)})`
    : memberAccess(object, name);
  const path = `${subject.path}/${templateText(escapeToken(name))}`;
  return checkOf(shape, { value, path, name, scope: subject.scope }, context);
}

function checkPatterns(patterns: readonly PatternMembers[], subject: Subject, context: CheckContext): Code[] {
  return patterns.flatMap(({ pattern, shape }) => {
    const check = checkFunction(shape, 'entry', context);
    const literal = patternLiteral(pattern);
    if (check === undefined || literal === undefined) return [];
    return [invokeWith(support('check-objects', 'eachMatching'), subject, literal, check)];
  });
}

/** What is neither declared nor of a pattern. */
function checkAdditional(
  additional: Shape,
  { members, patterns }: { readonly members: readonly Member[]; readonly patterns: readonly PatternMembers[] },
  subject: Subject,
  context: CheckContext,
): Code[] {
  const declared = () => names(members.map(({ name }) => name));
  const literals = patterns.flatMap(({ pattern }) => patternLiteral(pattern) ?? []);
  const excepted = literals.length === 0 ? [] : [list('[', literals, ']')];
  if (additional.kind === 'never') {
    const args = [subject.value, declared(), pointer(subject), 'report', ...excepted];
    return [call(support('check-objects', 'noOthers'), args, ';')];
  }
  const check = checkFunction(additional, 'other', context);
  if (check === undefined) return [];
  const args = [subject.value, declared(), pointer(subject), code`report`, check, ...excepted];
  return [code`${call(code`${support('check-objects', 'eachOther')}`, args)};`];
}

function sizeChecks({ minProperties, maxProperties }: ShapeOf<'structure' | 'map'>, subject: Subject): Code[] {
  const use = (check: string, limit: number) => invoke(support('check-objects', check), subject, limit);
  return [
    ...(minProperties ? [use('minProperties', minProperties)] : []),
    ...(maxProperties === undefined ? [] : [use('maxProperties', maxProperties)]),
  ];
}

function names(values: readonly string[]): Code {
  return list('[', values.map(quote), ']');
}
