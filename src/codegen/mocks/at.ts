import type { Json } from '../../shared/json';
import type { Shape } from '../model/shape';
import type { Key } from './key';

/** Where a value stands: all that it depends on besides its shape. */
export interface At {
  readonly key: Key;
  /** The name of the member that holds the value. */
  readonly name: string;
  /** Which one of several alike this is: the items of a list differ. */
  readonly variant: number;
  /** How many objects are around the value. */
  readonly depth: number;
  /** Leaves out every optional member that is not a plain value, and takes the union member that ends soonest. */
  readonly compact: boolean;
  /** The named shape that the value is part of. */
  readonly owner: string | undefined;
  /** Values with this many objects around them are compact: a mock is to be read, and is part of a template of limited size. */
  readonly compactFrom: number;
  /** References and lists since the last object: a circle of nothing else has no end. */
  readonly hops: number;
  /** Examples are used up: a list of unique items needs another value. */
  readonly fresh: boolean;
}

/** Makes a value of a shape, or nothing when there is none. */
export type Make = (shape: Shape, at: At) => Json | undefined;
