import { type Code, code } from '../../../../emit/symbol';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { unionHint } from '../../../../model/union-hint';
import { quote } from '../../source';
import { anything, type CheckContext, findCheck } from './checks';
import { chain, check, invocation } from './expressions';

export function checkUnion(shape: ShapeOf<'union'>, context: CheckContext): Code | undefined {
  const { members, mode } = shape;
  if (mode === 'any' && members.some((member) => member.kind === 'any')) return undefined;
  const other = nullableOf(shape, context);
  if (other !== undefined) {
    const found = findCheck(other, context);
    return found === undefined ? undefined : invocation(code`${check('nullable', context.models)}`, [found]);
  }
  const forms = members.map((member) => findCheck(member, context) ?? anything(context));
  const union = invocation(code`${check(mode === 'one' ? 'oneOf' : 'anyOf', context.models)}`, forms);
  const hint = unionHint(shape, context.models.service);
  if (hint === undefined) return union;
  const named = [...hint.mapping].map(([name, index]) => code`.named(${quote(name)}, ${index})`);
  return chain(union, [
    code`.${hint.isExact ? 'distinguishedBy' : 'discriminator'}(${quote(hint.property)})`,
    ...named,
  ]);
}

export function checkIntersection(shape: ShapeOf<'intersection'>, context: CheckContext): Code | undefined {
  const found = shape.members.flatMap((member) => findCheck(member, context) ?? []);
  const [only, ...others] = found;
  return others.length === 0 ? only : invocation(code`${check('all', context.models)}`, found);
}

export function checkNegation(shape: ShapeOf<'negation'>, context: CheckContext): Code {
  return invocation(code`${check('not', context.models)}`, [findCheck(shape.not, context) ?? anything(context)]);
}

export function checkConditional(shape: ShapeOf<'conditional'>, context: CheckContext): Code | undefined {
  const { condition, consequence, alternative } = shape;
  const branches = [consequence, alternative].map((branch) => findCheck(branch, context));
  if (branches.every((branch) => branch === undefined)) return undefined;
  const all = [findCheck(condition, context), ...branches].map((each) => each ?? anything(context));
  return invocation(code`${check('conditional', context.models)}`, all);
}

/** The shape that may be null, in the common union of the two: null then needs no check. */
function nullableOf({ members, mode }: ShapeOf<'union'>, context: CheckContext): Shape | undefined {
  const [other, ...more] = members.filter((member) => member.kind !== 'null');
  if (other === undefined || more.length > 0 || members.length !== 2) return undefined;
  return mode === 'any' || refusesNull(other, context) ? other : undefined;
}

function refusesNull(shape: Shape, { models }: CheckContext): boolean {
  const resolved = shape.kind === 'reference' ? models.service.shapes.get(shape.target)?.shape : shape;
  const kinds: readonly Shape['kind'][] = ['boolean', 'number', 'string', 'blob', 'list', 'tuple', 'structure', 'map'];
  if (resolved === undefined || resolved.implied) return false;
  return kinds.includes(resolved.kind) || (resolved.kind === 'enum' && !resolved.values.includes(null));
}
