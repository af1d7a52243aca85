import type { Shape, ShapeKind, ShapeOf } from './shape';

/** One function for each kind: a new kind breaks every visitor at compile time, which is the point. */
export type ShapeVisitor<R> = { readonly [K in ShapeKind]: (shape: ShapeOf<K>) => R };

/** Calls the visitor's function for the shape's kind. */
export function visitShape<R>(shape: Shape, visitor: ShapeVisitor<R>): R {
  return (visitor[shape.kind] as (shape: Shape) => R)(shape);
}
