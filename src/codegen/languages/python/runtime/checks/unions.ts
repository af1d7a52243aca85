import { type Code, code } from '../../../../emit/symbol';
import { nullableOf } from '../../../../model/nullable';
import type { ShapeOf } from '../../../../model/shape';
import { unionHint } from '../../../../model/union-hint';
import { brackets, call, quote } from '../../source';
import { type CheckContext, hasCheck, printCheck, printCheckOrPass } from './check-of';
import { callWith, type Keyword, nested, step, support } from './expressions';

export function checkUnion(shape: ShapeOf<'union'>, context: CheckContext, indent: number): Code | undefined {
  const { members, mode } = shape;
  if (mode === 'any' && members.some((member) => member.kind === 'any')) return undefined;
  const other = nullableOf(shape, context.service);
  if (other !== undefined) {
    const check = printCheck(other, context, indent + step);
    return check === undefined ? undefined : call(support('check_unions', 'nullable'), [check], indent);
  }
  const checks = members.map((member) => printCheckOrPass(member, context, indent + step));
  const name = mode === 'one' ? 'one_of' : 'any_of';
  return callWith(support('check_unions', name), checks, discriminatorKeyword(shape, context), indent);
}

export function checkIntersection(
  shape: ShapeOf<'intersection'>,
  context: CheckContext,
  indent: number,
): Code | undefined {
  const checks = shape.members.flatMap((member) => printCheck(member, context, indent + step) ?? []);
  const [only, ...others] = checks;
  if (only === undefined || others.length > 0) {
    return checks.length === 0 ? undefined : call(support('check_unions', 'all_of'), checks, indent);
  }
  const sole = shape.members.find((member) => hasCheck(member, context));
  return sole && printCheck(sole, context, indent);
}

export function checkNegation(shape: ShapeOf<'negation'>, context: CheckContext, indent: number): Code {
  return call(support('check_unions', 'negation'), [printCheckOrPass(shape.not, context, indent + step)], indent);
}

export function checkConditional(
  shape: ShapeOf<'conditional'>,
  context: CheckContext,
  indent: number,
): Code | undefined {
  const { condition, consequence, alternative } = shape;
  const branches = [
    ['then', consequence],
    ['otherwise', alternative],
  ] as const;
  const keywords = branches.flatMap(([name, branch]): Keyword[] =>
    hasCheck(branch, context) ? [nested(name, (column) => printCheckOrPass(branch, context, column))] : [],
  );
  if (keywords.length === 0) return undefined;
  const check = printCheckOrPass(condition, context, indent + step);
  return callWith(support('check_unions', 'conditional'), [check], keywords, indent);
}

/** The member that tells forms apart, and the forms that its values name. */
function discriminatorKeyword(shape: ShapeOf<'union'>, { service }: CheckContext): Keyword[] {
  const hint = unionHint(shape, service);
  if (hint === undefined) return [];
  const forms = [...hint.mapping].map(([name, index]) => code`${quote(name)}: ${index}`);
  const property = code`${quote(hint.property)}`;
  return [
    nested('discriminator', (column) =>
      brackets('(', [property, brackets('{', forms, '}', column + step)], ')', column),
    ),
  ];
}
