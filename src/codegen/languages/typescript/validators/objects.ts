import { escapeToken } from '../../../../shared/json-pointer';
import { type Code, code, join } from '../../../emit/symbol';
import type { Member, Shape, ShapeOf } from '../../../model/shape';
import { isRequired } from '../direction';
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

export function checkStructure(shape: ShapeOf<'structure'>, subject: Subject, context: CheckContext): Code[] {
  const { members, additional, implied } = shape;
  const local = localName(subject);
  const requiredNames = members.filter((member) => isRequired(member, context.direction)).map(({ name }) => name);
  const checks = members.flatMap((member) => checkMember(member, local, subject, context));
  const isRequiredWithType = checks.length > 0 && !implied && requiredNames.length > 0;
  const all = isRequiredWithType ? [names(requiredNames)] : [];
  const args = [subject.value, ...(implied ? [] : [pointer(subject), code`report`]), ...all];
  return [
    ...(checks.length === 0
      ? typeCheck('isObject', shape, subject)
      : [code`const ${local} = ${call(code`${support('validation', 'membersOf')}`, args)};`]),
    ...(requiredNames.length === 0 || isRequiredWithType
      ? []
      : [invoke(support('validation', 'required'), subject, names(requiredNames))]),
    ...sizeChecks(shape, subject),
    ...checks,
    ...checkAdditional(additional, members, subject, context),
  ];
}

export function checkMap(shape: ShapeOf<'map'>, subject: Subject, context: CheckContext): Code[] {
  const check = checkFunction(shape.values, 'entry', context);
  const sizes = sizeChecks(shape, subject);
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
    : code`${memberAccess(object, name)}`;
  const path = `${subject.path}/${templateText(escapeToken(name))}`;
  return checkOf(shape, { value, path, name, scope: subject.scope }, context);
}

function checkAdditional(
  additional: Shape,
  members: readonly Member[],
  subject: Subject,
  context: CheckContext,
): Code[] {
  const known = names(members.map(({ name }) => name));
  if (additional.kind === 'never') return [invoke(support('check-objects', 'noOthers'), subject, known)];
  const check = checkFunction(additional, 'other', context);
  if (check === undefined) return [];
  const args = join([subject.value, known, pointer(subject), 'report', check], ', ');
  return [code`${support('check-objects', 'eachOther')}(${args});`];
}

function sizeChecks({ minProperties, maxProperties }: ShapeOf<'structure' | 'map'>, subject: Subject): Code[] {
  const use = (check: string, limit: number) => invoke(support('check-objects', check), subject, limit);
  return [
    ...(minProperties ? [use('minProperties', minProperties)] : []),
    ...(maxProperties === undefined ? [] : [use('maxProperties', maxProperties)]),
  ];
}

function names(values: readonly string[]): Code {
  return list(
    '[',
    values.map((value) => code`${quote(value)}`),
    ']',
  );
}
