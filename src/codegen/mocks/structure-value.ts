import type { Json } from '../../shared/json';
import type { NamedShape } from '../model/service';
import type { MapShape, Member, Shape, StructureShape } from '../model/shape';
import { matchesPattern } from '../patterns/pattern';
import type { At, Make } from './at';
import { type Direction, isLeftOut } from './is-valid';
import { keyBelow } from './key';
import type { Recursion } from './recursion';
import { nouns } from './words';

/** What the value of an object needs to know of the model. */
export interface ObjectContext {
  readonly shapes: ReadonlyMap<string, NamedShape>;
  readonly direction: Direction;
  readonly recursion: Recursion;
  readonly make: Make;
}

/** So many names in a row may be taken, or of a pattern, before an object gets no more of them. */
const mostTaken = 1_000;

/** An object with all members that it may have; those that lead back to where they stand only when they are required. */
export function structureValue(structure: StructureShape, at: At, context: ObjectContext): Json | undefined {
  const { members, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = structure;
  const entries: [string, Json][] = [];
  const optional = new Set<string>();
  for (const member of members) {
    if (isLeftOut(member.shape, context.shapes, context.direction) || !isWanted(member, at, context)) continue;
    const value = memberValue(member, at, context);
    if (value !== undefined) entries.push([member.name, value]);
    else if (member.required) return undefined;
    if (!member.required) optional.add(member.name);
  }
  const kept = withoutLast(entries, optional, entries.length - maxProperties);
  return kept.length >= minProperties
    ? Object.fromEntries(kept)
    : withUndeclared(structure, kept, minProperties, at, context);
}

/** Without so many of the optional entries, the last ones. */
function withoutLast(
  entries: readonly [string, Json][],
  optional: ReadonlySet<string>,
  tooMany: number,
): readonly [string, Json][] {
  if (tooMany <= 0) return entries;
  const candidates = entries.filter(([name]) => optional.has(name));
  const dropped = new Set(candidates.slice(Math.max(0, candidates.length - tooMany)));
  return entries.filter((entry) => !dropped.has(entry));
}

/** A map with a few entries. */
export function mapValue(map: MapShape, at: At, context: ObjectContext): Json | undefined {
  const { values, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = map;
  const few = at.compact || context.recursion.leadsBack(values, at.owner) ? 0 : at.depth < 2 ? 2 : 1;
  const wished = Math.min(Math.max(few, minProperties), maxProperties);
  const structure: StructureShape = { ...map, kind: 'structure', members: [], additional: values };
  const start = patternEntries(structure, at, context).slice(0, wished);
  return (
    withUndeclared(structure, start, wished, at, context) ??
    withUndeclared(structure, start, minProperties, at, context)
  );
}

/** An entry for each pattern of names, where a name of it can be made. */
function patternEntries({ patterns = [] }: StructureShape, at: At, context: ObjectContext): [string, Json][] {
  return patterns.flatMap(({ pattern, shape }, index): [string, Json][] => {
    const name = context.make({ kind: 'string', pattern }, { ...at, key: keyBelow(at.key, index), name: '' });
    if (typeof name !== 'string' || !matchesPattern(pattern, name)) return [];
    const value = memberValue({ name, shape, required: false }, at, context);
    return value === undefined ? [] : [[name, value]];
  });
}

/** Whether a shape's values are no lists and no objects. */
export function isPlain(shape: Shape, shapes: ReadonlyMap<string, NamedShape>, hops = 0): boolean {
  switch (shape.kind) {
    case 'boolean':
    case 'number':
    case 'string':
    case 'blob':
    case 'enum':
    case 'null':
      return true;
    case 'union':
      return shape.members.every((member) => isPlain(member, shapes, hops + 1));
    case 'reference': {
      const target = shapes.get(shape.target);
      return hops < 20 && target !== undefined && isPlain(target.shape, shapes, hops + 1);
    }
    default:
      return false;
  }
}

function isWanted({ shape, required }: Member, at: At, { shapes, recursion }: ObjectContext): boolean {
  if (required) return true;
  if (at.compact && !isPlain(shape, shapes)) return false;
  return !recursion.leadsBack(shape, at.owner);
}

function memberValue({ name, shape, required }: Member, at: At, { recursion, make }: ObjectContext): Json | undefined {
  const depth = at.depth + 1;
  const compact = at.compact || depth >= at.compactFrom || (required && recursion.leadsBack(shape, at.owner));
  return make(shape, { ...at, key: keyBelow(at.key, name), name, depth, compact, hops: 0 });
}

/** The object with as many undeclared members as it takes to have `count` of them. */
function withUndeclared(
  { members, additional, patterns = [] }: StructureShape,
  entries: readonly (readonly [string, Json])[],
  count: number,
  at: At,
  context: ObjectContext,
): Json | undefined {
  const taken = new Set(members.map(({ name }) => name));
  const all = [...entries];
  for (let index = 0; all.length < count; index += 1) {
    if (index > count + mostTaken) return undefined;
    const noun = nouns[index % nouns.length] ?? 'key';
    const name = index < nouns.length ? noun : `${noun}${index}`;
    if (taken.has(name) || patterns.some(({ pattern }) => matchesPattern(pattern, name))) continue;
    const value = memberValue({ name, shape: additional, required: true }, at, context);
    if (value === undefined) return undefined;
    all.push([name, value]);
  }
  return Object.fromEntries(all);
}
