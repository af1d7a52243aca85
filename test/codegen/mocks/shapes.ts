import type { NamedShape } from '../../../src/codegen/model/service';
import type { Member, Shape, StructureShape } from '../../../src/codegen/model/shape';

/** Named shapes as the reader gives them. */
export function named(shapes: Readonly<Record<string, Shape>>): ReadonlyMap<string, NamedShape> {
  return new Map(
    Object.entries(shapes).map(([name, shape]) => [name, { name, shape, pointer: `/components/schemas/${name}` }]),
  );
}

/** An object: names that end in `?` are optional. */
export function structure(
  members: Readonly<Record<string, Shape>>,
  rest: Partial<StructureShape> = {},
): StructureShape {
  return {
    kind: 'structure',
    members: Object.entries(members).map(
      ([name, shape]): Member => ({ name: name.replace(/\?$/, ''), shape, required: !name.endsWith('?') }),
    ),
    additional: { kind: 'any' },
    ...rest,
  };
}

export const text: Shape = { kind: 'string' };
export const integer: Shape = { kind: 'number', integer: true };
export const ref = (target: string): Shape => ({ kind: 'reference', target });
export const list = (items: Shape): Shape => ({ kind: 'list', items });
export const oneOf = (...members: readonly Shape[]): Shape => ({ kind: 'union', mode: 'one', members });
export const anyOf = (...members: readonly Shape[]): Shape => ({ kind: 'union', mode: 'any', members });
export const allOf = (...members: readonly Shape[]): Shape => ({ kind: 'intersection', members });
