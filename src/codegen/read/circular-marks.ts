import { partsOf } from '../model/parts';
import type { NamedShape } from '../model/service';
import type { Shape } from '../model/shape';

type Shapes = ReadonlyMap<string, NamedShape>;

/**
 * True if what a schema evaluates cannot be said without saying it of the same schema again: a reference leads back to it, from inside of an
 * alternative that has `unevaluatedProperties` or `unevaluatedItems` of its own.
 */
export function evaluatesItself(core: Shape, shapes: Shapes): boolean {
  const done = new Set<string>();
  // What is of the same value is followed through references, what is of other values only where it stands.
  const follow = (shape: Shape, way: readonly string[]): boolean => {
    switch (shape.kind) {
      case 'reference': {
        if (way.includes(shape.target)) return true;
        const named = shapes.get(shape.target);
        if (named === undefined || done.has(shape.target)) return false;
        const found = follow(named.shape, [...way, shape.target]);
        if (!found) done.add(shape.target);
        return found;
      }
      case 'intersection':
        return shape.members.some((member) => follow(member, way));
      case 'union':
        return shape.members.some((member) => follow(member, way) || look(member, way));
      case 'conditional': {
        const { condition, consequence, alternative } = shape;
        return look(condition, way) || [condition, consequence, alternative].some((branch) => follow(branch, way));
      }
      case 'contains':
        return look(shape.item, way);
      case 'closed':
        return follow(shape.core, way);
      default:
        return false;
    }
  };
  const look = (shape: Shape, way: readonly string[]): boolean =>
    (shape.kind === 'closed' && follow(shape.core, way)) || partsOf(shape).some((part) => look(part, way));
  return follow(core, []);
}
