import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { Direction } from '../model/direction';
import type { NamedShape } from '../model/service';
import type {
  ClosedShape,
  ContainsShape,
  ListShape,
  MapShape,
  PatternMembers,
  Shape,
  StructureShape,
  TupleShape,
  UnionShape,
} from '../model/shape';
import { matchesPattern } from '../patterns/pattern';
import { findEvaluated } from './evaluated';
import { isNumberValid } from './number-value';
import { sameJson } from './same-json';
import { isStringValid } from './string-value';

type Shapes = ReadonlyMap<string, NamedShape>;

/** References that lead to references without end say nothing about a value. */
const deepest = 500;

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

/** A switch and not a visitor: this runs for every value of every example, and a visitor would be made for each. */
function check(value: Json, shape: Shape, context: Context, depth: number): boolean {
  if (depth > deepest) return true;
  const below: Below = (inner, innerShape) => check(inner, innerShape, context, depth + 1);
  switch (shape.kind) {
    case 'any':
      return true;
    case 'never':
      return false;
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean' || shape.implied === true;
    case 'number':
      return typeof value === 'number' ? isNumberValid(value, shape) : shape.implied === true;
    case 'string':
      return typeof value === 'string' ? isStringValid(value, shape) : shape.implied === true;
    case 'blob':
      return typeof value === 'string';
    case 'enum':
      return shape.values.some((allowed) => sameJson(allowed, value));
    case 'list':
      return Array.isArray(value) ? isListValid(value, shape, below) : shape.implied === true;
    case 'tuple':
      return Array.isArray(value) ? isTupleValid(value, shape, below) : shape.implied === true;
    case 'structure':
      return isJsonObject(value) ? isStructureValid(value, shape, context, below) : shape.implied === true;
    case 'map':
      return isJsonObject(value) ? isMapValid(value, shape, below) : shape.implied === true;
    case 'union':
      return isUnionValid(value, shape, below);
    case 'intersection':
      return shape.members.every((member) => below(value, member));
    case 'negation':
      return !below(value, shape.not);
    case 'contains':
      return !Array.isArray(value) || containsEnough(value, shape, below);
    case 'names':
      return !isJsonObject(value) || Object.keys(value).every((name) => below(name, shape.names));
    case 'conditional':
      return below(value, below(value, shape.condition) ? shape.consequence : shape.alternative);
    case 'closed':
      return below(value, shape.core) && isRestValid(value, shape, context.shapes, below);
    case 'reference': {
      const named = context.shapes.get(shape.target);
      return named === undefined || below(value, named.shape);
    }
  }
}

/** Whether a value is of a shape. */
export type Below = (value: Json, shape: Shape) => boolean;

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
  return areOthersValid(value, declared, structure.patterns, structure.additional, below);
}

function isMapValid(value: JsonObject, map: MapShape, below: Below): boolean {
  const { values, patterns, minProperties, maxProperties } = map;
  if (!isCountValid(Object.keys(value).length, minProperties, maxProperties)) return false;
  return areOthersValid(value, new Set(), patterns, values, below);
}

/** Members by the patterns of their names; and those that are neither declared nor of a pattern. */
function areOthersValid(
  value: JsonObject,
  declared: ReadonlySet<string>,
  patterns: readonly PatternMembers[] = [],
  additional: Shape,
  below: Below,
): boolean {
  if (patterns.length === 0 && additional.kind === 'any') return true;
  return Object.entries(value).every(([name, member]) => {
    const matching = patterns.filter(({ pattern }) => matchesPattern(pattern, name));
    if (!matching.every(({ shape }) => below(member, shape))) return false;
    return matching.length > 0 || declared.has(name) || below(member, additional);
  });
}

function containsEnough(items: readonly Json[], shape: ContainsShape, below: Below): boolean {
  const found = items.filter((item) => below(item, shape.item)).length;
  return isCountValid(found, shape.minContains, shape.maxContains);
}

function isRestValid(value: Json, closed: ClosedShape, shapes: Shapes, below: Below): boolean {
  const { properties, items, core } = closed;
  const evaluated = findEvaluated(value, core, shapes, below);
  if (Array.isArray(value)) {
    return items === undefined || value.every((item, index) => evaluated.has(index) || below(item, items));
  }
  if (!isJsonObject(value) || properties === undefined) return true;
  return Object.entries(value).every(([name, member]) => evaluated.has(name) || below(member, properties));
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
