import { toPointer } from '../../shared/json-pointer';
import { partsOf } from './parts';
import type { Service } from './service';
import type { Member, Shape } from './shape';

/** Where a shape is said in the bundled document. */
export interface ShapePlace {
  readonly pointer: string;
  /** Whether it is the schema at the pointer, and not one that is a part of it. */
  readonly isExact: boolean;
}

const known = new WeakMap<Service, ReadonlyMap<Shape, ShapePlace>>();

/** Where the shapes of a service are said; found once for each. */
export function shapePlaces(service: Service): ReadonlyMap<Shape, ShapePlace> {
  const places = known.get(service) ?? findPlaces(service);
  known.set(service, places);
  return places;
}

/** Those that schemas keep to themselves are at the schema, and those of a header at its response. */
function findPlaces({ shapes, operations }: Service): ReadonlyMap<Shape, ShapePlace> {
  const places = new Map<Shape, ShapePlace>();
  const visit = (shape: Shape, place: ShapePlace): void => {
    if (places.has(shape)) return;
    places.set(shape, place);
    if (shape.kind === 'structure' && place.isExact) {
      for (const { name, shape: member, isUndeclared } of shape.members) {
        if (isUndeclared !== true && !places.has(member)) {
          visit(member, { pointer: memberPointer(name, place), isExact: true });
        }
      }
    }
    const others = placeOfParts(shape, place);
    for (const part of partsOf(shape)) visit(part, others);
  };
  for (const { shape, pointer } of shapes.values()) visit(shape, { pointer, isExact: true });
  for (const { parameters, body, responses } of operations) {
    for (const { shape, pointer } of parameters) visit(shape, { pointer: `${pointer}/schema`, isExact: true });
    for (const { contents, headers, pointer } of [
      ...responses,
      { contents: body?.contents ?? [], headers: [], pointer: '' },
    ]) {
      for (const content of contents) visit(content.shape, { pointer: `${content.pointer}/schema`, isExact: true });
      for (const { shape } of headers) visit(shape, { pointer, isExact: false });
    }
  }
  return places;
}

/** Where a member of a structure is said. */
function memberPointer(name: string, { pointer, isExact }: ShapePlace): string {
  return isExact ? pointer + toPointer(['properties', name]) : pointer;
}

/** Where a member of a class is said: a schema that is made of several has members that none of them is at the place of. */
export function memberPlace(
  { name, shape }: Member,
  owner: Shape,
  places: ReadonlyMap<Shape, ShapePlace>,
): string | undefined {
  const own = places.get(shape);
  if (own?.isExact === true && shape.kind !== 'reference') return own.pointer;
  const place = places.get(owner);
  return place && memberPointer(name, { ...place, isExact: place.isExact && owner.kind === 'structure' });
}

/** The parts that are not named by a member. */
function placeOfParts(shape: Shape, place: ShapePlace): ShapePlace {
  if (!place.isExact) return place;
  if (shape.kind === 'list') return { pointer: `${place.pointer}/items`, isExact: true };
  return { pointer: place.pointer, isExact: false };
}
