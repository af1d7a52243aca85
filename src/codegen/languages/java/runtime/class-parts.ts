import { chunks } from '../infrastructure/chunks';
import type { NamedOperation } from './operation-context';

/** A class with methods for operations, or one that it extends where they are too many for one. */
export interface ClassPart {
  readonly name: string;
  /** The class that it extends. */
  readonly base: string | undefined;
  /** Whether it is the class that users know, which has what all of them have. */
  readonly isLast: boolean;
  readonly operations: readonly NamedOperation[];
}

/** A class file of Java has at most 65,535 constants, of which an operation takes about forty. */
const operationsOfOneClass = 1000;

/** The classes that the methods of a class are in, each after the one that it extends. */
export function classParts(name: string, operations: readonly NamedOperation[]): ClassPart[] {
  const parts = operations.length === 0 ? [[]] : chunks(operations, operationsOfOneClass);
  const last = parts.length - 1;
  return parts.map((part, index) => ({
    name: index === last ? name : `${name}Part${index + 1}`,
    base: index === 0 ? undefined : `${name}Part${index}`,
    isLast: index === last,
    operations: part,
  }));
}
