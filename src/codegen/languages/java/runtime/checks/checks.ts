import { type Code, code } from '../../../../emit/symbol';
import { type Direction, isDirected } from '../../../../model/direction';
import type { Shape } from '../../../../model/shape';
import { type ShapeVisitor, visitShape } from '../../../../model/visit-shape';
import { javaType } from '../../source';
import type { JavaModels } from '../models/java-models';
import { checkClosed } from './closed';
import { check, invocation } from './expressions';
import { checkContains, checkList, checkTuple } from './lists';
import { checkMap, checkNames, checkStructure } from './objects';
import { checkConditional, checkIntersection, checkNegation, checkUnion } from './unions';
import { checkEnum, checkNumber, checkString } from './values';

/** What the check of a shape depends on besides the shape. */
export interface CheckContext {
  readonly models: JavaModels;
  readonly direction: Direction;
  /** The named schema whose check this is part of. */
  readonly within?: string | undefined;
}

/** An expression of type `Check` for a shape. */
export function checkOf(shape: Shape, direction: Direction, models: JavaModels): Code {
  return findCheck(shape, { models, direction }) ?? anything({ models });
}

/** The checks of a shape in all directions: one, or two that are not the same. */
export function checksOf(shape: Shape, models: JavaModels): readonly Code[] {
  const response = checkOf(shape, 'response', models);
  if (!isDirected(shape, models.directed)) return [response];
  const request = checkOf(shape, 'request', models);
  return response.text === request.text ? [response] : [response, request];
}

/** An expression for the check of a shape; nothing where every value is valid. */
export function findCheck(shape: Shape, context: CheckContext): Code | undefined {
  return visitShape(shape, checks, context);
}

/** The check that finds nothing, where one must be handed on. */
export function anything({ models }: Pick<CheckContext, 'models'>): Code {
  return code`${check('ANYTHING', models)}`;
}

const checks: ShapeVisitor<Code | undefined, [CheckContext]> = {
  any: () => undefined,
  never: (_, { models }) => code`${check('NEVER', models)}`,
  null: (shape, { models }) => (shape.implied ? undefined : code`${check('NULL', models)}`),
  boolean: (shape, { models }) => (shape.implied ? undefined : code`${check('BOOLEAN', models)}`),
  blob: (shape, { models }) => (shape.implied ? undefined : code`${check('BYTES', models)}`),
  number: (shape, context) => checkNumber(shape, context),
  string: (shape, context) => checkString(shape, context),
  enum: (shape, context) => checkEnum(shape, context),
  list: (shape, context) => checkList(shape, context),
  tuple: (shape, context) => checkTuple(shape, context),
  structure: (shape, context) => checkStructure(shape, context),
  map: (shape, context) => checkMap(shape, context),
  union: (shape, context) => checkUnion(shape, context),
  intersection: (shape, context) => checkIntersection(shape, context),
  negation: (shape, context) => checkNegation(shape, context),
  contains: (shape, context) => checkContains(shape, context),
  names: (shape, context) => checkNames(shape, context),
  conditional: (shape, context) => checkConditional(shape, context),
  closed: (shape, context) => checkClosed(shape, context),
  reference: ({ target }, context) => referenceTo(target, context),
};

/** The check of a named schema. Those that hold each other are looked up when they are needed, since no class is complete before the other. */
function referenceTo(target: string, { models, direction, within }: CheckContext): Code {
  const name = models.checks.get(target);
  if (name === undefined) throw new Error(`no schema is called '${target}'`);
  const constant = models.directed.has(target) && direction === 'request' ? 'REQUEST' : 'RESPONSE';
  const found = code`${javaType(name, models.packages.checks)}.${constant}`;
  const circle = models.circles.get(target);
  const isOpen = within !== undefined && circle !== undefined && circle === models.circles.get(within);
  return isOpen ? invocation(code`${check('lazy', models)}`, [code`() -> ${found}`]) : found;
}
