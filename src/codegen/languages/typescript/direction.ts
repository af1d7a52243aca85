import type { Service } from '../../model/service';
import type { Member, Shape, ShapeOf } from '../../model/shape';

/** Which way a value goes: what is only read is not asked of requests, and what is only written not of responses. */
export type Direction = 'request' | 'response';

/** True for a member that has to be there in this direction. */
export function isRequired({ required, shape }: Member, direction: Direction): boolean {
  return required && !(direction === 'request' ? shape.readOnly : shape.writeOnly);
}

/** The named schemas that are not the same in both directions: those with such a member, and those that refer to them. */
export function directedShapes(service: Service): ReadonlySet<string> {
  return shapesWith(service, isDirected);
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

function patternShapes({ patterns = [] }: ShapeOf<'structure' | 'map'>): readonly Shape[] {
  return patterns.map(({ shape }) => shape);
}

function isDirected(shape: Shape): boolean {
  const own =
    shape.kind === 'structure' &&
    shape.members.some((member) => member.required && (member.shape.readOnly || member.shape.writeOnly));
  return own || partsOf(shape).some(isDirected);
}

function targetsOf(shape: Shape): string[] {
  return shape.kind === 'reference' ? [shape.target] : partsOf(shape).flatMap(targetsOf);
}
