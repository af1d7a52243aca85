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

/** Where the shapes of a service are said: those that schemas keep to themselves are at the schema, and those of a header at its response. */
export function shapePlaces({ shapes, operations }: Service): ReadonlyMap<Shape, ShapePlace> {
  const places = new Map<Shape, ShapePlace>();
  const visit = (shape: Shape, place: ShapePlace): void => {
    if (places.has(shape)) return;
    places.set(shape, place);
    for (const part of partsOf(shape)) visit(part, placeOfPart(part, shape, place));
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

/** A part that a keyword of its own says is there. */
function placeOfPart(part: Shape, shape: Shape, place: ShapePlace): ShapePlace {
  if (!place.isExact) return place;
  const member = shape.kind === 'structure' ? shape.members.find((each) => each.shape === part) : undefined;
  if (member !== undefined && member.isUndeclared !== true) {
    return { pointer: memberPointer(member.name, place), isExact: true };
  }
  if (shape.kind === 'list') return { pointer: `${place.pointer}/items`, isExact: true };
  return { pointer: place.pointer, isExact: false };
}
