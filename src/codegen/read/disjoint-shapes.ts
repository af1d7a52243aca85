import type { Json } from '../../shared/json';
import { sameJson } from '../mocks/same-json';
import { conjunctsOf } from '../model/parts';
import type { NamedShape } from '../model/service';
import type { EnumShape, Shape, ShapeKind } from '../model/shape';
import { matchesPattern } from '../patterns/pattern';

type Shapes = ReadonlyMap<string, NamedShape>;

/** As far as members of members are followed: what is not told apart there is not told apart by anyone. */
const deepest = 8;

/**
 * True if no object can be of both shapes. It is so where a member that one of them requires can never be what both say of it, or where the
 * other one has no such member. What tells shapes apart in other ways, such as their patterns, is not looked for.
 */
export function areDisjoint(one: Shape, other: Shape, shapes: Shapes, depth = 0): boolean {
  if (depth > deepest) return false;
  const [as, bs] = [conjunctsOf(one, shapes), conjunctsOf(other, shapes)];
  const pairs = (a: Shape) => bs.some((b) => isPairDisjoint(a, b, shapes, depth));
  return as.some(pairs) || areMembersDisjoint(as, bs, shapes, depth);
}

function isPairDisjoint(a: Shape, b: Shape, shapes: Shapes, depth: number): boolean {
  if (a.kind === 'never' || b.kind === 'never') return true;
  if (a.kind === 'union') return a.members.every((member) => areDisjoint(member, b, shapes, depth + 1));
  if (b.kind === 'union') return b.members.every((member) => areDisjoint(a, member, shapes, depth + 1));
  if (a.kind === 'enum') return isEnumDisjoint(a, b);
  if (b.kind === 'enum') return isEnumDisjoint(b, a);
  const [typeOfA, typeOfB] = [types[a.kind], types[b.kind]];
  return typeOfA !== undefined && typeOfB !== undefined && typeOfA !== typeOfB && !a.implied && !b.implied;
}

/** The type of the values of each kind that has one. */
const types: Readonly<Partial<Record<ShapeKind, string>>> = {
  null: 'null',
  boolean: 'boolean',
  number: 'number',
  string: 'string',
  list: 'array',
  tuple: 'array',
  structure: 'object',
  map: 'object',
};

function isEnumDisjoint({ values }: EnumShape, other: Shape): boolean {
  if (other.kind === 'enum') return !values.some((value) => other.values.some((allowed) => sameJson(value, allowed)));
  const type = types[other.kind];
  if (type === undefined || other.implied) return false;
  return values.every((value) => typeOfValue(value) !== type || !matches(value, other));
}

function typeOfValue(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function matches(value: Json, shape: Shape): boolean {
  if (shape.kind !== 'string' || shape.pattern === undefined || typeof value !== 'string') return true;
  return matchesPattern(shape.pattern, value);
}

function areMembersDisjoint(as: readonly Shape[], bs: readonly Shape[], shapes: Shapes, depth: number): boolean {
  const required = new Set([...as, ...bs].flatMap(requiredNames));
  return [...required].some((name) => {
    const [ofA, ofB] = [membersCalled(name, as), membersCalled(name, bs)];
    return ofA.some((a) => ofB.some((b) => areDisjoint(a, b, shapes, depth + 1)));
  });
}

function requiredNames(shape: Shape): readonly string[] {
  return shape.kind === 'structure' ? shape.members.filter(({ required }) => required).map(({ name }) => name) : [];
}

/** What shapes say of a member; one that none of them declares holds what undeclared members hold. */
function membersCalled(name: string, shapes: readonly Shape[]): readonly Shape[] {
  return shapes.flatMap((shape) => {
    if (shape.kind !== 'structure' && shape.kind !== 'map') return [];
    const member = shape.kind === 'structure' ? shape.members.find((each) => each.name === name) : undefined;
    if (member !== undefined) return [member.shape];
    const ofPatterns = (shape.patterns ?? []).filter(({ pattern }) => matchesPattern(pattern, name));
    if (ofPatterns.length > 0) return ofPatterns.map((each) => each.shape);
    return [shape.kind === 'structure' ? shape.additional : shape.values];
  });
}
