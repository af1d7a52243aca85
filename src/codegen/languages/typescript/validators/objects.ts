import { escapeToken } from '../../../../shared/json-pointer';
import { type Code, code, join } from '../../../emit/symbol';
import type { Member, Shape, ShapeOf } from '../../../model/shape';
import { isRequired } from '../direction';
import { list, quote, support, templateText } from '../source';
import { memberAccess } from '../types';
import {
  type CheckCode,
  type CheckContext,
  checkFunction,
  checkOf,
  invoke,
  invokeWith,
  nothing,
  pointer,
  printCheck,
  type Subject,
} from './checks';

export function checkStructure(shape: ShapeOf<'structure'>, subject: Subject, context: CheckContext): CheckCode {
  const { members, additional } = shape;
  const requiredNames = members.filter((member) => isRequired(member, context.direction)).map(({ name }) => name);
  const body: Code[] = [];
  if (requiredNames.length > 0)
    body.push(code`${invoke(support('validation', 'required'), subject, names(requiredNames))};`);
  body.push(...sizeChecks(shape, subject));
  for (const member of members) body.push(...checkMember(member, subject, context));
  body.push(...checkAdditional(additional, members, subject, context));
  return guarded(shape, subject, body);
}

export function checkMap(shape: ShapeOf<'map'>, subject: Subject, context: CheckContext): CheckCode {
  const check = checkFunction(shape.values, 'entry', context);
  const each = check && code`${invokeWith(support('validation', 'eachValue'), subject, check)};`;
  return guarded(shape, subject, [...sizeChecks(shape, subject), ...(each === undefined ? [] : [each])]);
}

/** Names that every object has from its prototype: they are looked up on the object alone. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function checkMember({ name, shape }: Member, subject: Subject, context: CheckContext): Code[] {
  if (inherited.has(name)) return checkInherited(name, shape, subject, context);
  const path = `${subject.path}/${templateText(escapeToken(name))}`;
  const member: Subject = { value: memberAccess(subject.value, name), path };
  const { conditions, body } = checkOf(shape, member, context);
  return conditions.length + body.length === 0
    ? []
    : printCheck({ conditions: [code`${member.value} !== undefined`, ...conditions], body });
}

function checkInherited(name: string, shape: Shape, subject: Subject, context: CheckContext): Code[] {
  const check = checkFunction(shape, 'member', context);
  if (check === undefined) return [];
  const callee = support('validation', 'checkOwn');
  return [code`${callee}(${join([subject.value, quote(name), pointer(subject), 'report', check], ', ')});`];
}

function checkAdditional(
  additional: Shape,
  members: readonly Member[],
  subject: Subject,
  context: CheckContext,
): Code[] {
  const known = names(members.map(({ name }) => name));
  if (additional.kind === 'never') return [code`${invoke(support('validation', 'noOthers'), subject, known)};`];
  const check = checkFunction(additional, 'other', context);
  if (check === undefined) return [];
  return [
    code`${support('validation', 'eachOther')}(${join([subject.value, known, pointer(subject), 'report', check], ', ')});`,
  ];
}

function sizeChecks({ minProperties, maxProperties }: ShapeOf<'structure' | 'map'>, subject: Subject): Code[] {
  return [
    ...(minProperties ? [code`${invoke(support('validation', 'minProperties'), subject, minProperties)};`] : []),
    ...(maxProperties === undefined
      ? []
      : [code`${invoke(support('validation', 'maxProperties'), subject, maxProperties)};`]),
  ];
}

function names(values: readonly string[]): Code {
  return list(
    '[',
    values.map((value) => code`${quote(value)}`),
    ']',
  );
}

function guarded({ implied }: Shape, subject: Subject, body: readonly Code[]): CheckCode {
  if (!implied) return { conditions: [invoke(support('validation', 'isObject'), subject)], body };
  return body.length === 0
    ? nothing
    : { conditions: [code`${support('validation', 'isMembers')}(${subject.value})`], body };
}
