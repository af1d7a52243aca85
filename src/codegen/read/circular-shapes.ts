import { problems } from '../../openapi';
import type { NamedShape } from '../model/service';
import type { Shape } from '../model/shape';
import type { ReadContext } from './context';

/**
 * Finds schemas that are made of themselves, with no property or item in between: a value could be checked against them for ever. Shapes
 * that hold themselves in a member are trees and lists, and fine.
 */
export function checkCircles(context: ReadContext, shapes: ReadonlyMap<string, NamedShape>): void {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) {
      const chain = [...way.slice(way.indexOf(name)), name];
      context.report(problems.circularReference, shapes.get(name)?.pointer ?? '', { chain });
      return;
    }
    const named = shapes.get(name);
    if (done.has(name) || named === undefined) return;
    for (const target of targetsInPlace(named.shape)) visit(target, [...way, name]);
    done.add(name);
  };
  for (const name of shapes.keys()) visit(name, []);
}

/** The named shapes that the very same value is checked against. */
function targetsInPlace(shape: Shape): string[] {
  switch (shape.kind) {
    case 'reference':
      return [shape.target];
    case 'union':
    case 'intersection':
      return shape.members.flatMap(targetsInPlace);
    case 'negation':
      return targetsInPlace(shape.not);
    case 'conditional':
      return [shape.condition, shape.consequence, shape.alternative].flatMap(targetsInPlace);
    case 'closed':
      return targetsInPlace(shape.core);
    default:
      return [];
  }
}
