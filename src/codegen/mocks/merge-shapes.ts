import type { NamedShape } from '../model/service';
import type {
  IntersectionShape,
  ListShape,
  MapShape,
  Member,
  NamesShape,
  NumberShape,
  Shape,
  StringShape,
  StructureShape,
  UnionShape,
} from '../model/shape';
import { casesOf, closing, listContaining } from './cases';
import { isValid } from './is-valid';
import { type NamedMap, namesOf } from './member-names';

type Shapes = ReadonlyMap<string, NamedShape>;

const deepest = 50;
const never: Shape = { kind: 'never' };

/**
 * One shape that is no intersection and allows about what all members of an intersection allow, from which a value can be made. What cannot
 * be put into one shape (two patterns, a negation) is left out: whoever makes the value checks it against the intersection.
 */
export function mergeIntersection(intersection: IntersectionShape, shapes: Shapes, depth = 0): Shape {
  if (depth > deepest) return never;
  return intersection.members
    .filter(({ kind }) => kind !== 'negation')
    .map((member) => resolve(member, shapes, depth))
    .reduce((a, b) => merge(a, b, shapes, depth), { kind: 'any' });
}

/** A shape that is neither an intersection nor a reference, from which a value can be made. */
export function resolve(shape: Shape, shapes: Shapes, depth = 0): Shape {
  if (depth > deepest) return never;
  if (shape.kind === 'intersection') return mergeIntersection(shape, shapes, depth + 1);
  if (shape.kind === 'closed') return closing(resolve(shape.core, shapes, depth + 1), shape);
  if (shape.kind === 'conditional') return casesOf(shape);
  if (shape.kind === 'names') return mapOfNames(shape);
  if (shape.kind === 'contains') return listContaining(shape);
  if (shape.kind !== 'reference') return shape;
  const named = shapes.get(shape.target);
  return named === undefined ? { kind: 'any' } : resolve(named.shape, shapes, depth + 1);
}

function merge(a: Shape, b: Shape, shapes: Shapes, depth: number): Shape {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'enum') return { ...a, values: a.values.filter((value) => isValid(value, b, shapes)) };
  if (b.kind === 'enum') return merge(b, a, shapes, depth);
  if (a.kind === 'union') return distribute(a, b);
  if (b.kind === 'union') return distribute(b, a);
  if (a.kind === 'structure' && b.kind === 'structure') return mergeStructures(a, b);
  if (a.kind === 'structure' && b.kind === 'map') return mergeStructures(a, toStructure(b));
  if (a.kind === 'map' && b.kind === 'structure') return mergeStructures(toStructure(a), b);
  if (a.kind === 'map' && b.kind === 'map') return mergeMaps(a, b);
  if (a.kind === 'list' && b.kind === 'list') return mergeLists(a, b);
  if (a.kind === 'number' && b.kind === 'number') return mergeNumbers(a, b);
  if (a.kind === 'string' && b.kind === 'string') return mergeStrings(a, b);
  if (a.kind === b.kind) return { ...a, ...b };
  if (a.implied === true) return b;
  return b.implied === true ? a : never;
}

/** Every member of the union together with the other shape: merged when the value is made of one of them. */
function distribute(union: UnionShape, other: Shape): UnionShape {
  return { ...union, members: union.members.map((member) => both(member, other)) };
}

function both(a: Shape, b: Shape): Shape {
  if (a.kind === 'any' || a === b) return b;
  return b.kind === 'any' ? a : { kind: 'intersection', members: [a, b] };
}

function mergeStructures(a: StructureShape, b: StructureShape): StructureShape {
  const ofB = new Map(b.members.map((member) => [member.name, member]));
  const ofA = new Set(a.members.map(({ name }) => name));
  const members: Member[] = a.members.map((member) => {
    const other = ofB.get(member.name);
    if (other === undefined) return { ...member, shape: both(member.shape, b.additional) };
    return { name: member.name, shape: both(member.shape, other.shape), required: member.required || other.required };
  });
  for (const member of b.members) {
    if (!ofA.has(member.name)) members.push({ ...member, shape: both(member.shape, a.additional) });
  }
  return { ...a, ...b, ...common(a, b), members, additional: both(a.additional, b.additional) };
}

function mergeMaps(a: MapShape, b: MapShape): MapShape {
  return { ...a, ...b, ...common(a, b), values: both(a.values, b.values) };
}

/** What all objects have in common, and whether it is an object at all. */
function common(a: StructureShape | MapShape, b: StructureShape | MapShape): object {
  const patterns = [...(a.patterns ?? []), ...(b.patterns ?? [])];
  const [ofA, ofB] = [namesOf(a), namesOf(b)];
  return {
    ...counts(a, b),
    implied: a.implied === true && b.implied === true,
    ...(patterns.length === 0 ? {} : { patterns }),
    ...(ofA === undefined || ofB === undefined ? {} : { names: both(ofA, ofB) }),
  };
}

function mapOfNames({ names }: NamesShape): NamedMap {
  return { kind: 'map', values: { kind: 'any' }, implied: true, names };
}

function toStructure({ values, ...map }: MapShape): StructureShape {
  return { ...map, kind: 'structure', members: [], additional: values };
}

function mergeLists(a: ListShape, b: ListShape): ListShape {
  return {
    ...a,
    ...b,
    items: both(a.items, b.items),
    ...defined('minItems', highest(a.minItems, b.minItems)),
    ...defined('maxItems', lowest(a.maxItems, b.maxItems)),
    uniqueItems: a.uniqueItems === true || b.uniqueItems === true,
  };
}

function mergeNumbers(a: NumberShape, b: NumberShape): NumberShape {
  return {
    ...a,
    ...b,
    integer: a.integer || b.integer,
    ...defined('minimum', highest(a.minimum, b.minimum)),
    ...defined('maximum', lowest(a.maximum, b.maximum)),
    ...defined('exclusiveMinimum', highest(a.exclusiveMinimum, b.exclusiveMinimum)),
    ...defined('exclusiveMaximum', lowest(a.exclusiveMaximum, b.exclusiveMaximum)),
  };
}

function mergeStrings(a: StringShape, b: StringShape): StringShape {
  return {
    ...a,
    ...b,
    ...defined('minLength', highest(a.minLength, b.minLength)),
    ...defined('maxLength', lowest(a.maxLength, b.maxLength)),
  };
}

interface Counted {
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

function counts(a: Counted, b: Counted): Counted {
  return {
    ...defined('minProperties', highest(a.minProperties, b.minProperties)),
    ...defined('maxProperties', lowest(a.maxProperties, b.maxProperties)),
  };
}

function defined<K extends string>(name: K, value: number | undefined): { readonly [N in K]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in K]?: number });
}

function highest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : Math.max(a, b ?? a);
}

function lowest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : Math.min(a, b ?? a);
}
