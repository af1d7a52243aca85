import { type Code, code } from '../../../emit/symbol';
import { nullableOf } from '../../../model/nullable';
import type { ShapeOf } from '../../../model/shape';
import { unionHint } from '../../../model/union-hint';
import { call, list, literalKey, objectLiteral, quote, support } from '../source';
import { type CheckContext, checkFunction, checkOf, invokeWith, passes, type Subject } from './checks';

export function checkUnion(shape: ShapeOf<'union'>, subject: Subject, context: CheckContext): Code[] {
  const { members, mode } = shape;
  if (mode === 'any' && members.some((member) => member.kind === 'any')) return [];
  const other = nullableOf(shape, context.service);
  if (other !== undefined) return checkOf(other, { ...subject, value: code`${subject.value} ?? undefined` }, context);
  const checks = members.map((member) => checkFunction(member, 'value', context) ?? passes);
  const check = support('check-unions', mode === 'one' ? 'matchesOne' : 'matchesAny');
  return [invokeWith(check, subject, list('[', checks, ']'), ...hintOf(shape, subject, context))];
}

export function checkIntersection(shape: ShapeOf<'intersection'>, subject: Subject, context: CheckContext): Code[] {
  return shape.members.flatMap((member) => checkOf(member, subject, context));
}

export function checkNegation(shape: ShapeOf<'negation'>, subject: Subject, context: CheckContext): Code[] {
  const check = checkFunction(shape.not, 'value', context) ?? passes;
  return [invokeWith(support('check-unions', 'matchesNot'), subject, check)];
}

export function checkConditional(shape: ShapeOf<'conditional'>, subject: Subject, context: CheckContext): Code[] {
  const { condition, consequence, alternative } = shape;
  const [whenTrue, whenFalse] = [consequence, alternative].map((branch) => checkFunction(branch, 'value', context));
  if (whenTrue === undefined && whenFalse === undefined) return [];
  const branches = [whenTrue ?? passes, ...(whenFalse === undefined ? [] : [whenFalse])];
  const check = checkFunction(condition, 'value', context) ?? passes;
  return [invokeWith(support('check-unions', 'matchesIf'), subject, check, ...branches)];
}

/** The member that a value names, and whether it can be no other one. */
function hintOf(shape: ShapeOf<'union'>, { value }: Subject, { service }: CheckContext): readonly Code[] {
  const hint = unionHint(shape, service);
  if (hint === undefined) return [];
  const mapping = [...hint.mapping].map(([name, index]) => code`${literalKey(name)}: ${index}`);
  const check = support('check-unions', 'discriminate');
  const found = call(check, [value, quote(hint.property), objectLiteral(mapping)]);
  return hint.isExact ? [found, code`true`] : [found];
}
