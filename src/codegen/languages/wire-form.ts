import type { Service } from '../model/service';
import type { Member, Shape } from '../model/shape';

/**
 * What texts become a value of a shape: one text, texts in a row, or texts with names. The first conversion that makes something else of a text
 * counts; there is none where a text is the value.
 */
export type WireForm =
  | { readonly kind: 'scalar'; readonly conversions: readonly Conversion[] }
  | { readonly kind: 'list'; readonly conversions: readonly Conversion[]; readonly orScalar: boolean }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly isOpen: boolean };

/** The kinds of values that a text may have to become. Of a plain number, only what a number is written as is one. */
export type Conversion = 'boolean' | 'number' | 'plainNumber' | 'null' | 'json';

/** The form of a shape; references are followed, and of a union the richest member decides. */
export function wireFormOf(shape: Shape, service: Service): WireForm {
  const shapes = alternatives(shape, service);
  const list = shapes.find((each) => each.kind === 'list' || each.kind === 'tuple');
  const scalars = shapes.filter(isScalar);
  if (list !== undefined) {
    const items =
      list.kind === 'list'
        ? list.items
        : ({ kind: 'union', mode: 'any', members: list.kind === 'tuple' ? list.prefix : [] } as const);
    const values = { kind: 'union', mode: 'any', members: [items, ...scalars] } as const;
    return {
      kind: 'list',
      conversions: ordered(conversions(values, service)),
      orScalar: scalars.some(({ kind }) => kind !== 'null'),
    };
  }
  const objects = shapes.filter((each) => each.kind === 'structure' || each.kind === 'map');
  if (objects.length > 0 && scalars.length === 0) {
    const members = objects.flatMap((each) => (each.kind === 'structure' ? each.members : []));
    return {
      kind: 'object',
      members,
      isOpen: objects.some(isOpen),
    };
  }
  return { kind: 'scalar', conversions: ordered(conversions(shape, service)) };
}

/** True where the model says that there may be members that it does not name. */
function isOpen(shape: Shape): boolean {
  if (shape.kind === 'map') return true;
  if (shape.kind !== 'structure') return false;
  const { additional, patterns = [] } = shape;
  return shape.isOpen === true || patterns.length > 0 || (additional.kind !== 'any' && additional.kind !== 'never');
}

function conversions(shape: Shape, service: Service): Conversion[] {
  const found = conversionsOf(shape, service);
  const shapes = alternatives(shape, service);
  // Where a text is as good, only what can be nothing else is converted.
  const numbers = found.map((each) => (each === 'number' && shapes.some(isText) ? 'plainNumber' : each));
  return shapes.some(isEmptyText) ? numbers.filter((each) => each !== 'null') : numbers;
}

function isText(shape: Shape): boolean {
  return shape.kind === 'string' || (shape.kind === 'enum' && shape.values.some((value) => typeof value === 'string'));
}

function isEmptyText(shape: Shape): boolean {
  return (
    shape.kind === 'string' || (shape.kind === 'enum' && shape.values.some((each) => each === '' || each === 'null'))
  );
}

function conversionsOf(shape: Shape, service: Service): Conversion[] {
  return alternatives(shape, service).flatMap((each): Conversion[] => {
    switch (each.kind) {
      case 'boolean':
        return ['boolean'];
      case 'number':
        return ['number'];
      case 'null':
        return ['null'];
      case 'enum':
        return each.values.flatMap((value): Conversion[] => conversionOf(value));
      case 'list':
      case 'tuple':
      case 'structure':
      case 'map':
        return ['json'];
      default:
        return [];
    }
  });
}

function conversionOf(value: unknown): Conversion[] {
  if (typeof value === 'boolean') return ['boolean'];
  if (typeof value === 'number') return ['number'];
  if (value === null) return ['null'];
  return typeof value === 'object' ? ['json'] : [];
}

function ordered(found: readonly Conversion[]): Conversion[] {
  const order: readonly Conversion[] = ['boolean', 'number', 'plainNumber', 'null', 'json'];
  return order.filter((each) => found.includes(each));
}

/** The shapes a value may have, with references, unions and intersections taken apart; recursion ends at what was seen. */
function alternatives(shape: Shape, service: Service, seen: ReadonlySet<string> = new Set()): Shape[] {
  if (shape.kind === 'reference') {
    const target = seen.has(shape.target) ? undefined : service.shapes.get(shape.target);
    return target === undefined ? [] : alternatives(target.shape, service, new Set([...seen, shape.target]));
  }
  if (shape.kind === 'union' || shape.kind === 'intersection') {
    return shape.members.flatMap((member) => alternatives(member, service, seen));
  }
  return [shape];
}

function isScalar({ kind }: Shape): boolean {
  return (
    kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'enum' || kind === 'null' || kind === 'any'
  );
}
