import { camelCase, NameScope } from '../../../emit/names';
import {
  type Code,
  type CodeSymbol,
  code,
  indentRest,
  join,
  type Printable,
  soleSymbol,
  valueSymbol,
} from '../../../emit/symbol';
import type { Direction } from '../../../model/direction';
import type { Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { type ShapeVisitor, visitShape } from '../../../model/visit-shape';
import { identifier, type TypeScriptNames } from '../names';
import { call, support } from '../source';
import { checkClosed } from './closed';
import { checkContains, checkList, checkTuple } from './lists';
import { checkMap, checkNames, checkStructure } from './objects';
import { checkConditional, checkIntersection, checkNegation, checkUnion } from './unions';
import { checkEnum, checkNumber, checkString } from './values';

/** What a member's variable must not be called: the functions of the support, and the parameters of a check. */
const supportNames: ReadonlySet<string> = new Set([
  'value',
  'at',
  'report',
  'fail',
  'matches',
  'maximum',
  'maxItems',
  'maxLength',
  'maxProperties',
  'minimum',
  'minItems',
  'minLength',
  'minProperties',
  'multipleOf',
  'own',
  'required',
  'membersOf',
  'itemsOf',
  'discriminate',
  'eachItem',
  'eachOther',
  'eachValue',
  'noOthers',
  'uniqueItems',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'equalsOneOf',
  'matchesAny',
  'matchesOne',
  'matchesNot',
  'matchesIf',
  'contains',
  'eachName',
  'eachMatching',
  'unevaluatedProperties',
  'unevaluatedItems',
  'ofNames',
  'ofPattern',
  'ofItems',
  'ofMatches',
  'ofAll',
  'ofForm',
  'linear',
  'times',
  'isString',
  'isNumber',
  'isInteger',
  'isBoolean',
  'isNull',
  'isBytes',
  'isNever',
  'isObject',
  'isList',
  'isListOf',
  'isMapOf',
  'isText',
  'isStringOf',
  'isNumberBetween',
  'isIntegerBetween',
  'isOneOf',
  'isDate',
  'isTime',
  'isDateTime',
  'isEmail',
  'isUuid',
  'isHostname',
  'isIpv4',
  'isIpv6',
  'isUri',
  'isInt32',
  'isInt64',
]);

/** What the check of a shape depends on besides the shape. */
export interface CheckContext {
  readonly service: Service;
  readonly names: TypeScriptNames;
  readonly direction: Direction;
}

/** What is checked. */
export interface Subject {
  /** An expression; undefined where there is nothing to check. */
  readonly value: Printable;
  /** What stands in a template literal behind the pointer that the function was given. */
  readonly path: string;
  /** What a local variable would be called. */
  readonly name: string;
  /** The local names of the function. */
  readonly scope: NameScope;
}

/**
 * The statements that check a shape. Every check of the support says one thing and leaves alone what it is not about, so that they stand in
 * a row, without a condition.
 */
export function checkOf(shape: Shape, subject: Subject, context: CheckContext): Code[] {
  return visitShape(shape, checks, subject, context);
}

const checks: ShapeVisitor<Code[], [Subject, CheckContext]> = {
  any: () => [],
  never: (_, subject) => [invoke(support('validation', 'isNever'), subject)],
  null: (shape, subject) => typeCheck('isNull', shape, subject),
  boolean: (shape, subject) => typeCheck('isBoolean', shape, subject),
  blob: (shape, subject) => typeCheck('isBytes', shape, subject),
  number: (shape, subject) => checkNumber(shape, subject),
  string: (shape, subject) => checkString(shape, subject),
  enum: (shape, subject) => checkEnum(shape, subject),
  list: (shape, subject, context) => checkList(shape, subject, context),
  tuple: (shape, subject, context) => checkTuple(shape, subject, context),
  structure: (shape, subject, context) => checkStructure(shape, subject, context),
  map: (shape, subject, context) => checkMap(shape, subject, context),
  union: (shape, subject, context) => checkUnion(shape, subject, context),
  intersection: (shape, subject, context) => checkIntersection(shape, subject, context),
  negation: (shape, subject, context) => checkNegation(shape, subject, context),
  contains: (shape, subject, context) => checkContains(shape, subject, context),
  names: (shape, subject, context) => checkNames(shape, subject, context),
  conditional: (shape, subject, context) => checkConditional(shape, subject, context),
  closed: (shape, subject, context) => checkClosed(shape, subject, context),
  reference: ({ target }, subject, context) => [invoke(validatorOf(target, context), subject)],
};

/** The body of a function that checks its argument `value`. */
export function checkBody(shape: Shape, context: CheckContext, name: string): Code[] {
  return checkOf(shape, argument('value', name), context);
}

/** A check as a function that can be handed on: the validator itself where there is nothing else to do. */
export function checkFunction(shape: Shape, name: string, context: CheckContext): Code | undefined {
  if (shape.kind === 'reference') return code`${validatorOf(shape.target, context)}`;
  const lines = checkOf(shape, argument(name, `${name}Members`), context);
  const [only] = lines;
  if (only === undefined) return undefined;
  const callee = lines.length === 1 ? plainCallee(only) : undefined;
  return callee ?? code`(${name}, at, report) => {\n  ${indentRest(join(lines, '\n'), '  ')}\n}`;
}

/** The check that finds nothing, where one must be handed on. */
export const passes = code`() => {}`;

/** A call of a check on a subject, with arguments before the pointer. */
export function invoke(callee: Code | CodeSymbol, subject: Subject, ...args: readonly Printable[]): Code {
  return call(callee, [subject.value, ...args, pointer(subject), 'report'], ';');
}

/** As {@link invoke}, with arguments behind the report. */
export function invokeWith(callee: Code | CodeSymbol, subject: Subject, ...args: readonly Printable[]): Code {
  return call(callee, [subject.value, pointer(subject), 'report', ...args], ';');
}

/** The pointer to a subject, as an expression. */
export function pointer({ path }: Subject): string {
  return path === '' ? 'at' : `\`\${at}${path}\``;
}

/** A local variable for a subject that is taken apart; it hides no function that the checks may call. */
export function localName({ name, scope }: Subject): string {
  const clean = camelCase(name);
  if (clean === '') return scope.claim('member');
  return /^validate./.test(clean) ? scope.claim(`${clean}Members`) : scope.claim(identifier(clean), `${clean}Members`);
}

/** A check of nothing but the type; of a shape that only implies its type, it is none. */
export function typeCheck(check: string, { implied }: Shape, subject: Subject): Code[] {
  return implied ? [] : [invoke(support('validation', check), subject)];
}

function argument(value: string, name: string): Subject {
  const scope = new NameScope(supportNames);
  if (!scope.has(value)) scope.claim(value);
  return { value, path: '', name, scope };
}

/** The validator of a named shape, in the direction of the context. */
function validatorOf(target: string, { names, direction }: CheckContext): Code {
  const model = names.models.get(target);
  if (model === undefined) throw new Error(`no schema is called '${target}'`);
  return code`${valueSymbol(direction === 'request' ? model.requestValidator : model.validator, model.module)}`;
}

/** The `f` of `f(name, at, report);` */
function plainCallee(check: Code): Code | undefined {
  const found = soleSymbol(check);
  return found !== undefined && /^\(\w+, at, report\);$/.test(found.rest) ? code`${found.symbol}` : undefined;
}
