import type { Service } from './service';
import type { Shape, ShapeOf } from './shape';

/** The shapes that a shape is made of, one level down. */
export function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'list':
      return [shape.items];
    case 'tuple':
      return [...shape.prefix, shape.rest];
    case 'structure':
      return [...shape.members.map((member) => member.shape), ...patternShapes(shape), shape.additional];
    case 'map':
      return [...patternShapes(shape), shape.values];
    case 'union':
    case 'intersection':
      return shape.members;
    case 'negation':
      return [shape.not];
    case 'contains':
      return [shape.item];
    case 'names':
      return [shape.names];
    case 'conditional':
      return [shape.condition, shape.consequence, shape.alternative];
    case 'closed':
      return [shape.core, ...[shape.properties, shape.items].filter((part) => part !== undefined)];
    default:
      return [];
  }
}

/** The shapes that one value is of at once: references and intersections taken apart. What leads back to itself says nothing. */
export function conjunctsOf(shape: Shape, shapes: Service['shapes'], seen: readonly string[] = []): readonly Shape[] {
  switch (shape.kind) {
    case 'reference': {
      const named = seen.includes(shape.target) ? undefined : shapes.get(shape.target);
      return named === undefined ? [] : conjunctsOf(named.shape, shapes, [...seen, shape.target]);
    }
    case 'intersection':
      return shape.members.flatMap((member) => conjunctsOf(member, shapes, seen));
    case 'closed':
      return conjunctsOf(shape.core, shapes, seen);
    default:
      return [shape];
  }
}

/** The named schemas that a shape refers to where it stands, each as often as it does. */
export function targetsOf(shape: Shape): string[] {
  return shape.kind === 'reference' ? [shape.target] : partsOf(shape).flatMap(targetsOf);
}

/** The named schemas of which something is so, and those that refer to them. */
export function shapesWith(service: Service, isSo: (shape: Shape) => boolean): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const own: string[] = [];
  for (const { name, shape } of service.shapes.values()) {
    if (isSo(shape)) own.push(name);
    for (const target of targetsOf(shape)) {
      const found = users.get(target);
      if (found === undefined) users.set(target, [name]);
      else found.push(name);
    }
  }
  const found = new Set(own);
  for (let next = own.pop(); next !== undefined; next = own.pop()) {
    for (const user of users.get(next) ?? []) {
      if (!found.has(user)) {
        found.add(user);
        own.push(user);
      }
    }
  }
  return found;
}

function patternShapes({ patterns = [] }: ShapeOf<'structure' | 'map'>): readonly Shape[] {
  return patterns.map(({ shape }) => shape);
}
