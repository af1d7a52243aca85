import { partsOf, shapesWith } from './parts';
import type { Service } from './service';
import type { Member, Shape } from './shape';

/** Which way a value goes: what is only read is not asked of requests, and what is only written not of responses. */
export type Direction = 'request' | 'response';

/** True for a member that has to be there in this direction. */
export function isRequired({ required, shape }: Member, direction: Direction): boolean {
  return required && !(direction === 'request' ? shape.readOnly : shape.writeOnly);
}

/** The named schemas that are not the same in both directions: those with such a member, and those that refer to them. */
export function directedShapes(service: Service): ReadonlySet<string> {
  return shapesWith(service, hasDirectedMember);
}

/** Whether a shape is not the same in both directions, by such a member anywhere in it, or by a schema that it refers to. */
export function isDirected(shape: Shape, directed: ReadonlySet<string>): boolean {
  if (shape.kind === 'reference') return directed.has(shape.target);
  return hasDirectedMember(shape) || partsOf(shape).some((part) => isDirected(part, directed));
}

function hasDirectedMember(shape: Shape): boolean {
  return (
    shape.kind === 'structure' &&
    shape.members.some((member) => member.required && (member.shape.readOnly || member.shape.writeOnly))
  );
}
