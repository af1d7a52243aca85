import type { Service } from './service';
import type { Shape, UnionShape } from './shape';

/** A property whose values name the members of a union. */
export interface UnionHint {
  readonly property: string;
  /** From a value to the index of the member. */
  readonly mapping: ReadonlyMap<string, number>;
  /** An object with such a value is of no other member, so that no other one needs to be looked at. */
  readonly isExact: boolean;
}

/** As far as members that are unions themselves, or references, are followed. */
const deepest = 8;

/**
 * What names the members of a union: its discriminator, or else a property for which all of them list values of their own. Checks look at the member that
 * is named first, and report what is wrong with that one.
 */
export function unionHint(
  { members, discriminator }: UnionShape,
  { shapes }: Pick<Service, 'shapes'>,
): UnionHint | undefined {
  const properties =
    discriminator === undefined
      ? new Set(members.flatMap((member) => listingProperties(member, shapes)))
      : [discriminator.property];
  for (const property of properties) {
    const mapping = valuesApart(members, property, shapes);
    if (mapping !== undefined) return { property, mapping, isExact: true };
  }
  return discriminator && { property: discriminator.property, mapping: discriminator.mapping, isExact: false };
}

type Shapes = Service['shapes'];

/** The values that members list for a property, if no value is listed by two; nothing if it is open what one of them allows. */
function valuesApart(members: readonly Shape[], property: string, shapes: Shapes): Map<string, number> | undefined {
  const mapping = new Map<string, number>();
  const named = new Set<number>();
  for (const [index, member] of members.entries()) {
    const values = valuesOf(member, property, shapes);
    if (values === undefined) return undefined;
    for (const value of values) {
      if (mapping.has(value)) return undefined;
      mapping.set(value, index);
      named.add(index);
    }
  }
  return named.size > 1 ? mapping : undefined;
}

/** The texts that objects of a shape may have as a property: none where it has no objects. Nothing if others than listed ones are allowed. */
function valuesOf(shape: Shape, property: string, shapes: Shapes, depth = 0): readonly string[] | undefined {
  if (depth > deepest) return undefined;
  const of = (inner: Shape | undefined) => inner && valuesOf(inner, property, shapes, depth + 1);
  switch (shape.kind) {
    case 'reference':
      return of(shapes.get(shape.target)?.shape);
    case 'closed':
      return of(shape.core);
    case 'intersection':
      return first(shape.members, of);
    case 'union': {
      const all = shape.members.map(of);
      return all.some((values) => values === undefined)
        ? undefined
        : [...new Set(all.flatMap((values) => values ?? []))];
    }
    case 'structure':
      return shape.implied
        ? undefined
        : first(
            shape.members.filter(({ name }) => name === property),
            (member) => listed(member.shape, shapes),
          );
    default:
      return hasNoObjects(shape) ? [] : undefined;
  }
}

/** The texts that an enum lists, if it lists nothing else. */
function listed(shape: Shape, shapes: Shapes, depth = 0): readonly string[] | undefined {
  if (depth > deepest) return undefined;
  if (shape.kind === 'enum') return shape.values.every(isText) ? shape.values : undefined;
  if (shape.kind === 'intersection') return first(shape.members, (member) => listed(member, shapes, depth + 1));
  const target = shape.kind === 'reference' ? shapes.get(shape.target)?.shape : undefined;
  return target && listed(target, shapes, depth + 1);
}

/** The properties for which a shape lists values. */
function listingProperties(shape: Shape | undefined, shapes: Shapes, depth = 0): readonly string[] {
  if (shape === undefined || depth > deepest) return [];
  switch (shape.kind) {
    case 'reference':
      return listingProperties(shapes.get(shape.target)?.shape, shapes, depth + 1);
    case 'closed':
      return listingProperties(shape.core, shapes, depth + 1);
    case 'intersection':
    case 'union':
      return shape.members.flatMap((member) => listingProperties(member, shapes, depth + 1));
    case 'structure':
      return shape.members.filter((member) => listed(member.shape, shapes) !== undefined).map(({ name }) => name);
    default:
      return [];
  }
}

function hasNoObjects(shape: Shape): boolean {
  if (shape.implied) return false;
  if (shape.kind === 'enum') return shape.values.every((value) => typeof value !== 'object' || value === null);
  return ['null', 'boolean', 'number', 'string', 'list', 'tuple', 'never'].includes(shape.kind);
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
