import type { Json } from '../../shared/json';
import type { Direction } from '../model/direction';
import type { NamedShape } from '../model/service';
import type { MapShape, Member, Shape, StructureShape } from '../model/shape';
import type { At, Make } from './at';
import { isLeftOut, isValid } from './is-valid';
import { keyBelow } from './key';
import { namesFor, namesOf, shapeOfName } from './member-names';
import type { Recursion } from './recursion';

/** What the value of an object needs to know of the model. */
export interface ObjectContext {
  readonly shapes: ReadonlyMap<string, NamedShape>;
  readonly direction: Direction;
  readonly recursion: Recursion;
  readonly make: Make;
}

/** An object with all members that it may have; those that lead back to where they stand only when they are required. */
export function structureValue(structure: StructureShape, at: At, context: ObjectContext): Json | undefined {
  const { members, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = structure;
  const entries: [string, Json][] = [];
  const optional = new Set<string>();
  for (const member of members) {
    if (isLeftOut(member.shape, context.shapes, context.direction) || !isWanted(member, at, context)) continue;
    const { name, shape } = member;
    const value = isNameAllowed(structure, name, context)
      ? memberValue({ ...member, shape: shapeOfName(structure, name, shape) }, at, context)
      : undefined;
    if (value !== undefined) entries.push([name, value]);
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
function patternEntries(structure: StructureShape, at: At, context: ObjectContext): [string, Json][] {
  const { patterns = [] } = structure;
  const entries = patterns.flatMap(({ pattern }, index): [string, Json][] => {
    const name = context.make({ kind: 'string', pattern }, { ...at, key: keyBelow(at.key, index), name: '' });
    if (typeof name !== 'string' || !isNameAllowed(structure, name, context)) return [];
    const value = memberValue({ name, shape: shapeOfName(structure, name), required: false }, at, context);
    return value === undefined ? [] : [[name, value]];
  });
  return [...new Map(entries)];
}

function isNameAllowed(structure: StructureShape, name: string, { shapes }: ObjectContext): boolean {
  const names = namesOf(structure);
  return names === undefined || isValid(name, names, shapes);
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
  structure: StructureShape,
  entries: readonly (readonly [string, Json])[],
  count: number,
  at: At,
  context: ObjectContext,
): Json | undefined {
  const all = new Map(entries);
  const declared = new Set(structure.members.map(({ name }) => name));
  const names = all.size < count ? namesFor(structure, count, at, context) : [];
  for (const name of names) {
    if (all.has(name) || declared.has(name)) continue;
    const value = memberValue({ name, shape: shapeOfName(structure, name), required: true }, at, context);
    if (value !== undefined) all.set(name, value);
    else if (structure.patterns === undefined) return undefined;
    if (all.size >= count) break;
  }
  return all.size < count ? undefined : Object.fromEntries(all);
}
