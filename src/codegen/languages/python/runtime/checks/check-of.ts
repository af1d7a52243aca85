import { type Code, code, valueSymbol } from '../../../../emit/symbol';
import type { Direction } from '../../../../model/direction';
import type { Service } from '../../../../model/service';
import type { Shape } from '../../../../model/shape';
import { type ShapeVisitor, visitShape } from '../../../../model/visit-shape';
import { call } from '../../source';
import { checkIn, type ModelNames, type TypeNames } from '../models/names';
import { checkClosed } from './closed';
import { support } from './expressions';
import { checkContains, checkList, checkTuple } from './lists';
import { checkMap, checkNames, checkStructure } from './objects';
import { checkConditional, checkIntersection, checkNegation, checkUnion } from './unions';
import { checkEnum, checkNumber, checkString } from './values';

/** What the check of a shape depends on besides the shape. */
export interface CheckContext {
  readonly service: Service;
  readonly names: ModelNames;
  readonly direction: Direction;
  /** The module that the check is printed into: what it declares itself may be declared later. */
  readonly module?: string;
}

/**
 * An expression that makes the check of a shape, or nothing where there is nothing to check.
 *
 * @param indent how many columns are taken where it begins
 */
export function printCheck(shape: Shape, context: CheckContext, indent: number): Code | undefined {
  const own = context.names.classOf(shape);
  if (own === undefined) return visitShape(shape, checks, context, indent);
  return hasCheck(shape, context) ? code`${constantOf(own, context)}` : undefined;
}

/** The check of something that is declared, as its declaration has it. */
export function printOwnCheck(shape: Shape, context: CheckContext, indent: number): Code {
  return visitShape(shape, checks, context, indent) ?? code`${support('checks', 'ANYTHING')}`;
}

/** The same where a check must be handed on: the one that finds nothing. */
export function printCheckOrPass(shape: Shape, context: CheckContext, indent: number): Code {
  return printCheck(shape, context, indent) ?? code`${support('checks', 'ANYTHING')}`;
}

const known = { request: new WeakMap<Shape, boolean>(), response: new WeakMap<Shape, boolean>() };

/** Of these, the type is checked at least, unless it is implied. */
const typed: ReadonlySet<Shape['kind']> = new Set([
  'null',
  'boolean',
  'blob',
  'number',
  'string',
  'list',
  'tuple',
  'structure',
  'map',
] as const);

/** Whether there is something to check. */
export function hasCheck(shape: Shape, context: CheckContext): boolean {
  if (shape.kind === 'reference' || (typed.has(shape.kind) && shape.implied !== true)) return true;
  const found = known[context.direction].get(shape) ?? visitShape(shape, checks, context, 0) !== undefined;
  known[context.direction].set(shape, found);
  return found;
}

const checks: ShapeVisitor<Code | undefined, [CheckContext, number]> = {
  any: () => undefined,
  never: () => code`${support('checks', 'NEVER')}`,
  null: ({ implied }) => typeCheck('NULL', implied),
  boolean: ({ implied }) => typeCheck('BOOLEAN', implied),
  blob: ({ implied }) => typeCheck('BYTES', implied),
  number: (shape, _, indent) => checkNumber(shape, indent),
  string: (shape, _, indent) => checkString(shape, indent),
  enum: (shape, _, indent) => checkEnum(shape, indent),
  list: checkList,
  tuple: checkTuple,
  structure: checkStructure,
  map: checkMap,
  union: checkUnion,
  intersection: checkIntersection,
  negation: checkNegation,
  contains: checkContains,
  names: checkNames,
  conditional: checkConditional,
  closed: checkClosed,
  reference: ({ target }, context, indent) => reference(target, context, indent),
};

function typeCheck(name: string, implied: boolean | undefined): Code | undefined {
  return implied ? undefined : code`${support('checks', name)}`;
}

/** The check of a named shape. Within the module that declares it, it is looked up when it is needed. */
function reference(target: string, context: CheckContext, indent: number): Code {
  const model = context.names.model(target);
  const check = constantOf(model, context);
  return model.home === context.module ? call(support('checks', 'lazy'), [code`lambda: ${check}`], indent) : check;
}

function constantOf(names: TypeNames, { direction }: CheckContext): Code {
  return code`${valueSymbol(checkIn(names, direction), names.home)}`;
}
