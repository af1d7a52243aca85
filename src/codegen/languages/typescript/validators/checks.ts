import { type Code, code, indentRest, join, lengthOf, type Printable, valueSymbol } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { type ShapeVisitor, visitShape } from '../../../model/visit-shape';
import type { Direction } from '../direction';
import type { TypeScriptNames } from '../names';
import { call, support } from '../source';
import { checkList, checkTuple } from './lists';
import { checkMap, checkStructure } from './objects';
import { checkIntersection, checkNegation, checkUnion } from './unions';
import { checkEnum, checkNumber, checkString } from './values';

/** What the check of a shape depends on besides the shape. */
export interface CheckContext {
  readonly service: Service;
  readonly names: TypeScriptNames;
  readonly direction: Direction;
}

/** What is checked: an expression, and the pointer to it. */
export interface Subject {
  readonly value: string;
  /** What stands in a template literal behind the pointer that the function was given. */
  readonly path: string;
}

/** A check as code: conditions of which the last narrows the type, and what is left to do when they hold. */
export interface CheckCode {
  readonly conditions: readonly Code[];
  readonly body: readonly Code[];
}

/** Everything is valid. */
export const nothing: CheckCode = { conditions: [], body: [] };

/** The check of a shape on a subject. */
export function checkOf(shape: Shape, subject: Subject, context: CheckContext): CheckCode {
  const visitor: ShapeVisitor<CheckCode> = {
    any: () => nothing,
    never: () => statement(invoke(support('validation', 'isNever'), subject)),
    null: () => typeCheck('isNull', shape, subject, 'null'),
    boolean: () => typeCheck('isBoolean', shape, subject, 'boolean'),
    blob: () => statement(invoke(support('validation', 'isBytes'), subject)),
    number: (number) => checkNumber(number, subject),
    string: (string) => checkString(string, subject),
    enum: (values) => checkEnum(values, subject),
    list: (list) => checkList(list, subject, context),
    tuple: (tuple) => checkTuple(tuple, subject, context),
    structure: (structure) => checkStructure(structure, subject, context),
    map: (map) => checkMap(map, subject, context),
    union: (union) => checkUnion(union, subject, context),
    intersection: (intersection) => checkIntersection(intersection, subject, context),
    negation: (negation) => checkNegation(negation, subject, context),
    reference: ({ target }) => statement(invoke(validatorOf(target, context), subject)),
  };
  return visitShape(shape, visitor);
}

/** The lines of a check; none where everything is valid. */
export function printCheck({ conditions, body }: CheckCode): Code[] {
  if (conditions.length === 0) return [...body];
  // A condition that nothing hangs on is a statement of its own.
  const last = body.length === 0 ? conditions.at(-1) : undefined;
  const guards = last === undefined ? conditions : conditions.slice(0, -1);
  const lines = last === undefined ? body : [code`${last};`];
  if (guards.length === 0) return [...lines];
  const condition = join(guards, ' && ');
  const [first = code``] = lines;
  const inline = code`if (${condition}) ${first}`;
  if (lines.length === 1 && isPlainStatement(first) && lengthOf(inline) <= 112) return [inline];
  return [code`if (${condition}) {\n  ${indentRest(join(lines, '\n'), '  ')}\n}`];
}

/** A check as a function that can be handed on: the validator itself where there is nothing else to do. */
export function checkFunction(shape: Shape, name: string, context: CheckContext): Code | undefined {
  if (shape.kind === 'reference') return code`${validatorOf(shape.target, context)}`;
  const { conditions, body } = checkOf(shape, { value: name, path: '' }, context);
  const lines = printCheck({ conditions, body });
  const [first] = lines;
  if (first === undefined) return undefined;
  const predicate = lines.length === 1 && body.length === 0 && !shape.implied ? plainCallee(conditions) : undefined;
  if (predicate !== undefined) return predicate;
  return code`(${name}, at, report) => {\n  ${indentRest(join(lines, '\n'), '  ')}\n}`;
}

/** A call of a check on a subject, with arguments between. */
export function invoke(callee: Printable, subject: Subject, ...args: readonly Printable[]): Code {
  return call(code`${callee}`, [
    code`${subject.value}`,
    ...args.map((arg) => code`${arg}`),
    pointer(subject),
    code`report`,
  ]);
}

/** As {@link invoke}, with arguments behind the report. */
export function invokeWith(callee: Printable, subject: Subject, ...args: readonly Printable[]): Code {
  return call(code`${callee}`, [
    code`${subject.value}`,
    pointer(subject),
    code`report`,
    ...args.map((arg) => code`${arg}`),
  ]);
}

export function pointer({ path }: Subject): Code {
  return path === '' ? code`at` : code`${`\`\${at}${path}\``}`;
}

export function statement(piece: Code): CheckCode {
  return { conditions: [piece], body: [] };
}

/** A check of nothing but the type; of a shape that only implies its type, it is none. */
function typeCheck(check: string, { implied }: Shape, subject: Subject, _type: string): CheckCode {
  return implied ? nothing : statement(invoke(support('validation', check), subject));
}

/** The validator of a named shape, in the direction of the context. */
function validatorOf(target: string, { names, direction }: CheckContext): Code {
  const model = names.models.get(target);
  if (model === undefined) throw new Error(`no schema is called '${target}'`);
  return code`${valueSymbol(direction === 'request' ? model.requestValidator : model.validator, model.module)}`;
}

/** The `f` of a lone `f(name, at, report)`. */
function plainCallee(conditions: readonly Code[]): Code | undefined {
  const [only] = conditions;
  const [callee, ...rest] = only?.parts ?? [];
  if (conditions.length > 1 || typeof callee !== 'object') return undefined;
  const isPlain = rest.every((part) => typeof part === 'string') && /^\(\w+, at, report\)$/.test(rest.join(''));
  return isPlain ? code`${callee}` : undefined;
}

function isPlainStatement(piece: Code): boolean {
  const [first] = piece.parts;
  return (
    !(typeof first === 'string' && /^(?:if|const|for)\b/.test(first)) &&
    !piece.parts.some((part) => typeof part === 'string' && part.includes('\n'))
  );
}
