import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { NamedShape } from '../model/service';
import type { ListShape, Shape, StructureShape, TupleShape, UnionShape } from '../model/shape';
import { type ShapeVisitor, visitShape } from '../model/visit-shape';
import { isNumberValid } from './number-value';
import { sameJson } from './same-json';
import { isStringValid } from './string-value';

type Shapes = ReadonlyMap<string, NamedShape>;

/** References that lead to references without end say nothing about a value. */
const deepest = 500;

/** Which way a value goes: what is only read is no part of requests, what is only written no part of responses. */
export type Direction = 'request' | 'response';

/**
 * Whether a JSON value is what a shape allows. Generated handlers have validators compiled ahead of time; this one interprets
 * the model, for the examples in it and for the mocks made of it.
 */
export function isValid(value: Json, shape: Shape, shapes: Shapes, direction: Direction = 'response'): boolean {
  return check(value, shape, { shapes, direction }, 0);
}

interface Context {
  readonly shapes: Shapes;
  readonly direction: Direction;
}

function check(value: Json, shape: Shape, context: Context, depth: number): boolean {
  if (depth > deepest) return true;
  const below = (inner: Json, innerShape: Shape) => check(inner, innerShape, context, depth + 1);
  const visitor: ShapeVisitor<boolean> = {
    any: () => true,
    never: () => false,
    null: () => value === null,
    boolean: ({ implied }) => typeof value === 'boolean' || implied === true,
    number: (number) => (typeof value === 'number' ? isNumberValid(value, number) : number.implied === true),
    string: (string) => (typeof value === 'string' ? isStringValid(value, string) : string.implied === true),
    blob: () => typeof value === 'string',
    enum: ({ values }) => values.some((allowed) => sameJson(allowed, value)),
    list: (list) => (Array.isArray(value) ? isListValid(value, list, below) : list.implied === true),
    tuple: (tuple) => (Array.isArray(value) ? isTupleValid(value, tuple, below) : tuple.implied === true),
    structure: (structure) =>
      isJsonObject(value) ? isStructureValid(value, structure, context, below) : structure.implied === true,
    map: (map) =>
      isJsonObject(value)
        ? isCountValid(Object.keys(value).length, map.minProperties, map.maxProperties) &&
          Object.values(value).every((member) => below(member, map.values))
        : map.implied === true,
    union: (union) => isUnionValid(value, union, below),
    intersection: ({ members }) => members.every((member) => below(value, member)),
    negation: ({ not }) => !below(value, not),
    reference: ({ target }) => {
      const named = context.shapes.get(target);
      return named === undefined || below(value, named.shape);
    },
  };
  return visitShape(shape, visitor);
}

type Below = (value: Json, shape: Shape) => boolean;

function isListValid(value: readonly Json[], list: ListShape, below: Below): boolean {
  return isArrayValid(value, list) && value.every((item) => below(item, list.items));
}

function isTupleValid(value: readonly Json[], tuple: TupleShape, below: Below): boolean {
  return isArrayValid(value, tuple) && value.every((item, index) => below(item, tuple.prefix[index] ?? tuple.rest));
}

function isArrayValid(value: readonly Json[], { minItems, maxItems, uniqueItems }: ListShape | TupleShape): boolean {
  if (!isCountValid(value.length, minItems, maxItems)) return false;
  return (
    uniqueItems !== true || value.every((item, index) => !value.slice(0, index).some((other) => sameJson(item, other)))
  );
}

function isStructureValid(
  value: JsonObject,
  structure: StructureShape,
  { shapes, direction }: Context,
  below: Below,
): boolean {
  const names = Object.keys(value);
  if (!isCountValid(names.length, structure.minProperties, structure.maxProperties)) return false;
  const declared = new Set<string>();
  for (const { name, shape, required } of structure.members) {
    declared.add(name);
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member === undefined ? required && !isLeftOut(shape, shapes, direction) : !below(member, shape)) return false;
  }
  return (
    structure.additional.kind === 'any' ||
    names.every((name) => declared.has(name) || below(value[name] ?? null, structure.additional))
  );
}

function isUnionValid(value: Json, { mode, members }: UnionShape, below: Below): boolean {
  if (mode === 'any') return members.some((member) => below(value, member));
  let matches = 0;
  for (const member of members) {
    if (below(value, member)) matches += 1;
    if (matches > 1) return false;
  }
  return matches === 1;
}

function isCountValid(count: number, min = 0, max = Number.POSITIVE_INFINITY): boolean {
  return count >= min && count <= max;
}

/** Whether a member has no place in a direction; its being required applies to the other one only. */
export function isLeftOut(shape: Shape, shapes: Shapes, direction: Direction): boolean {
  const flag = direction === 'response' ? 'writeOnly' : 'readOnly';
  if (shape[flag] === true) return true;
  if (shape.kind === 'reference') return shapes.get(shape.target)?.shape[flag] === true;
  return shape.kind === 'intersection' && shape.members.some((member) => isLeftOut(member, shapes, direction));
}
