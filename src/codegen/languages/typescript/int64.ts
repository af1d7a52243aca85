import { type Code, code, valueSymbol } from '../../emit/symbol';
import { shapesWith } from '../../model/parts';
import type { Service } from '../../model/service';
import type { Shape, ShapeOf } from '../../model/shape';
import type { TypeScriptNames } from './names';
import { list, literalKey, objectLiteral, support } from './source';

/** What the places of integers of 64 bits depend on besides the shape. */
interface PlacesContext {
  readonly service: Service;
  readonly names: TypeScriptNames;
}

/** The named schemas with integers of 64 bits of which no digit may be lost. */
export function exactShapes(service: Service): ReadonlySet<string> {
  const known = exact.get(service) ?? shapesWith(service, isExact);
  exact.set(service, known);
  return known;
}

const exact = new WeakMap<Service, ReadonlySet<string>>();

/** Where a value of a shape has such integers, as an expression; nothing for a shape that has none. */
export function placesOf(shape: Shape, context: PlacesContext): Code | undefined {
  switch (shape.kind) {
    case 'number':
      return shape.exact === true ? code`${support('exact-json', 'int64')}` : undefined;
    case 'reference':
      return referenced(shape.target, context);
    case 'list':
      return placesIn([], [shape.items], context);
    case 'tuple':
      return placesIn([...shape.prefix.entries()], [shape.rest], context);
    case 'structure':
    case 'map':
      return placesOfObject(shape, context);
    case 'closed':
      return either([placesOf(shape.core, context), placesIn([], [shape.properties, shape.items], context)]);
    case 'conditional':
      return either([placesOf(shape.consequence, context), placesOf(shape.alternative, context)]);
    case 'union':
    case 'intersection':
      return either(shape.members.map((member) => placesOf(member, context)));
    default:
      return undefined;
  }
}

/** The places of several shapes together, of which a value has one. */
export function placesOfAny(shapes: readonly Shape[], context: PlacesContext): Code | undefined {
  return either(shapes.map((shape) => placesOf(shape, context)));
}

function isExact(shape: Shape): boolean {
  return shape.kind === 'number' && shape.exact === true;
}

/** Lazily: schemas may refer to each other. */
function referenced(target: string, { service, names }: PlacesContext): Code | undefined {
  const model = names.models.get(target);
  if (model === undefined || !exactShapes(service).has(target)) return undefined;
  return code`() => ${valueSymbol(model.int64, model.module)}`;
}

function placesOfObject(shape: ShapeOf<'structure' | 'map'>, context: PlacesContext): Code | undefined {
  const members = shape.kind === 'map' ? [] : shape.members.map((member) => [member.name, member.shape] as const);
  const patterns = (shape.patterns ?? []).map((pattern) => pattern.shape);
  return placesIn(members, [...patterns, shape.kind === 'map' ? shape.values : shape.additional], context);
}

function placesIn(
  members: readonly (readonly [name: string | number, shape: Shape])[],
  others: readonly (Shape | undefined)[],
  context: PlacesContext,
): Code | undefined {
  const below = members.map(([name, shape]) => [name, placesOf(shape, context)] as const);
  const rest = placesOfAny(
    others.filter((shape) => shape !== undefined),
    context,
  );
  const isUseful = (places: Code | undefined) => places !== undefined || rest !== undefined;
  const entries = below
    .filter(([, places]) => isUseful(places))
    .map(([name, places]) => code`${typeof name === 'number' ? String(name) : literalKey(name)}: ${places ?? '{}'}`);
  const fields = [
    ...(entries.length === 0 ? [] : [code`members: ${objectLiteral(entries)}`]),
    ...(rest === undefined ? [] : [code`others: ${rest}`]),
  ];
  return fields.length === 0 ? undefined : objectLiteral(fields);
}

function either(all: readonly (Code | undefined)[]): Code | undefined {
  const found = new Map(all.flatMap((places) => (places === undefined ? [] : [[places.text, places] as const])));
  const [first] = found.values();
  return found.size < 2 ? first : code`{ either: ${list('[', [...found.values()], ']')} }`;
}
