import { type Code, code } from '../../../emit/symbol';
import type { Shape, ShapeOf } from '../../../model/shape';
import { list, objectLiteral, propertyName, quote, support } from '../source';
import {
  type CheckCode,
  type CheckContext,
  checkFunction,
  checkOf,
  invokeWith,
  nothing,
  printCheck,
  type Subject,
  statement,
} from './checks';

export function checkUnion(shape: ShapeOf<'union'>, subject: Subject, context: CheckContext): CheckCode {
  const nullable = checkNullable(shape, subject, context);
  if (nullable !== undefined) return nullable;
  const checks = shape.members.map((member) => checkFunction(member, 'value', context) ?? code`() => {}`);
  if (shape.mode === 'any' && shape.members.some((member) => member.kind === 'any')) return nothing;
  const function_ = support('check-unions', shape.mode === 'one' ? 'matchesOne' : 'matchesAny');
  const hint = hintOf(shape, subject);
  return statement(invokeWith(function_, subject, list('[', checks, ']'), ...(hint === undefined ? [] : [hint])));
}

export function checkIntersection(shape: ShapeOf<'intersection'>, subject: Subject, context: CheckContext): CheckCode {
  const checks = shape.members.map((member) => checkOf(member, subject, context));
  const [only, ...others] = checks.filter(({ conditions, body }) => conditions.length + body.length > 0);
  if (only === undefined) return nothing;
  if (others.length === 0) return only;
  return { conditions: [], body: [only, ...others].flatMap(printCheck) };
}

export function checkNegation(shape: ShapeOf<'negation'>, subject: Subject, context: CheckContext): CheckCode {
  const check = checkFunction(shape.not, 'value', context) ?? code`() => {}`;
  return statement(invokeWith(support('check-unions', 'matchesNot'), subject, check));
}

/** A shape or null: the common case, which needs no union. */
function checkNullable(
  { members, mode }: ShapeOf<'union'>,
  subject: Subject,
  context: CheckContext,
): CheckCode | undefined {
  const others = members.filter((member) => member.kind !== 'null');
  const [other] = others;
  if (other === undefined || others.length !== 1 || members.length !== 2) return undefined;
  if (mode === 'one' && !refusesNull(other, context)) return undefined;
  const { conditions, body } = checkOf(other, subject, context);
  if (conditions.length + body.length === 0) return nothing;
  return { conditions: [code`${subject.value} !== null`, ...conditions], body };
}

function refusesNull(shape: Shape, { service }: CheckContext): boolean {
  const resolved = shape.kind === 'reference' ? service.shapes.get(shape.target)?.shape : shape;
  const kinds: readonly Shape['kind'][] = ['boolean', 'number', 'string', 'blob', 'list', 'tuple', 'structure', 'map'];
  if (resolved === undefined || resolved.implied) return false;
  return kinds.includes(resolved.kind) || (resolved.kind === 'enum' && !resolved.values.includes(null));
}

function hintOf({ discriminator }: ShapeOf<'union'>, { value }: Subject): Code | undefined {
  if (discriminator === undefined) return undefined;
  const mapping = [...discriminator.mapping].map(([name, index]) =>
    name === '__proto__' ? code`['__proto__']: ${index}` : code`${propertyName(name)}: ${index}`,
  );
  return code`${support('check-unions', 'discriminate')}(${value}, ${quote(discriminator.property)}, ${objectLiteral(mapping)})`;
}
