import type { Service } from './service';
import type { Shape, ShapeOf } from './shape';

/** The shape that may be null, in the common union of the two: null then needs no check. */
export function nullableOf({ members, mode }: ShapeOf<'union'>, service: Service): Shape | undefined {
  const [other, ...more] = members.filter((member) => member.kind !== 'null');
  if (other === undefined || more.length > 0 || members.length !== 2) return undefined;
  return mode === 'any' || refusesNull(other, service) ? other : undefined;
}

function refusesNull(shape: Shape, service: Service): boolean {
  const resolved = shape.kind === 'reference' ? service.shapes.get(shape.target)?.shape : shape;
  const kinds: readonly Shape['kind'][] = ['boolean', 'number', 'string', 'blob', 'list', 'tuple', 'structure', 'map'];
  if (resolved === undefined || resolved.implied) return false;
  return kinds.includes(resolved.kind) || (resolved.kind === 'enum' && !resolved.values.includes(null));
}
