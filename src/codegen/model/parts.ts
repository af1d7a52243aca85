import type { Service } from './service';
import type { Shape } from './shape';

/** The shapes that a shape is made of, one level down. */
export function partsOf(shape: Shape): readonly Shape[] {
  const parts: Shape[] = [];
  eachPart(shape, (part) => parts.push(part));
  return parts;
}

/** Calls for each of the shapes that a shape is made of, one level down. */
function eachPart(shape: Shape, visit: (part: Shape) => void): void {
  switch (shape.kind) {
    case 'list':
      visit(shape.items);
      break;
    case 'tuple':
      for (const item of shape.prefix) visit(item);
      visit(shape.rest);
      break;
    case 'structure':
      for (const member of shape.members) visit(member.shape);
      for (const pattern of shape.patterns ?? []) visit(pattern.shape);
      visit(shape.additional);
      break;
    case 'map':
      for (const pattern of shape.patterns ?? []) visit(pattern.shape);
      visit(shape.values);
      break;
    case 'union':
    case 'intersection':
      shape.members.forEach(visit);
      break;
    case 'negation':
      visit(shape.not);
      break;
    case 'contains':
      visit(shape.item);
      break;
    case 'names':
      visit(shape.names);
      break;
    case 'conditional':
      visit(shape.condition);
      visit(shape.consequence);
      visit(shape.alternative);
      break;
    case 'closed':
      visit(shape.core);
      if (shape.properties !== undefined) visit(shape.properties);
      if (shape.items !== undefined) visit(shape.items);
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
  const targets: string[] = [];
  const visit = (part: Shape): void => {
    if (part.kind === 'reference') targets.push(part.target);
    else eachPart(part, visit);
  };
  visit(shape);
  return targets;
}

/** The named schemas in which something is so of a shape, and those that refer to them. */
export function shapesWith(service: Service, isSo: (shape: Shape) => boolean): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const { name, shape } of service.shapes.values()) {
    const visit = (part: Shape): void => {
      if (isSo(part)) found.add(name);
      if (part.kind === 'reference') addUser(users, part.target, name);
      else eachPart(part, visit);
    };
    visit(shape);
  }
  // A set that grows while it is gone over is gone over to its end.
  for (const each of found) {
    for (const user of users.get(each) ?? []) found.add(user);
  }
  return found;
}

function addUser(users: Map<string, string[]>, target: string, user: string): void {
  const known = users.get(target);
  if (known === undefined) users.set(target, [user]);
  else if (known.at(-1) !== user) known.push(user);
}
