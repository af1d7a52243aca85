import type { Shape, ShapeKind, ShapeOf } from './shape';

/** One function for each kind: a new kind breaks every visitor at compile time, which is the point. */
export type ShapeVisitor<R, Rest extends readonly unknown[] = []> = {
  readonly [K in ShapeKind]: (shape: ShapeOf<K>, ...rest: Rest) => R;
};

/** Calls the visitor's function for the shape's kind. What it needs besides is handed on, so that one visitor serves all shapes. */
export function visitShape<R, Rest extends readonly unknown[]>(
  shape: Shape,
  visitor: ShapeVisitor<R, Rest>,
  ...rest: Rest
): R {
  return (visitor[shape.kind] as (shape: Shape, ...rest: Rest) => R)(shape, ...rest);
}
