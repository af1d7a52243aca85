import type { Json } from '../../shared/json';

/**
 * What a schema allows, with no language in it. Every schema of JSON Schema that the reader accepts is one of these kinds, and the set
 * is closed: a visitor handles all of them (visit-shape.ts).
 */
export type Shape =
  | AnyShape
  | NeverShape
  | NullShape
  | BooleanShape
  | NumberShape
  | StringShape
  | BlobShape
  | EnumShape
  | ListShape
  | TupleShape
  | StructureShape
  | MapShape
  | UnionShape
  | IntersectionShape
  | NegationShape
  | ContainsShape
  | NamesShape
  | ConditionalShape
  | ClosedShape
  | ReferenceShape;

export type ShapeKind = Shape['kind'];
export type ShapeOf<K extends ShapeKind> = Extract<Shape, { readonly kind: K }>;

/** What every shape may carry besides its kind. None of it changes what is valid, except `implied`. */
interface ShapeBase {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly default?: Json;
  /** `example` and `examples`, the first being the preferred one. */
  readonly examples?: readonly Json[];
  /**
   * The schema has keywords for this kind but no `type`: values of other kinds are valid too. A type of a language ignores this; a
   * validator must not.
   */
  readonly implied?: boolean;
}

/** Everything is valid: `true`, `{}`. */
export interface AnyShape extends ShapeBase {
  readonly kind: 'any';
}

/** Nothing is valid: `false`. */
export interface NeverShape extends ShapeBase {
  readonly kind: 'never';
}

export interface NullShape extends ShapeBase {
  readonly kind: 'null';
}

export interface BooleanShape extends ShapeBase {
  readonly kind: 'boolean';
}

/** `type: number` and, with `integer`, `type: integer`. */
export interface NumberShape extends ShapeBase {
  readonly kind: 'number';
  readonly integer: boolean;
  /** `int32`, `int64`, `float`, `double` or a name of the author's. */
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /**
   * It has 64 bits of which none may be lost (`x-int64: bigint`): a language whose numbers are doubles has those beyond 2^53 as integers of
   * any size. Languages with integers of 64 bits need nothing for it.
   */
  readonly exact?: boolean;
}

/** Lengths are in Unicode code points, as JSON Schema counts them; `pattern` is an ECMA-262 expression, not anchored. */
export interface StringShape extends ShapeBase {
  readonly kind: 'string';
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Bytes that are a whole body or a part of a form: `type: string, format: binary`, or a media type without a schema that is not text. */
export interface BlobShape extends ShapeBase {
  readonly kind: 'blob';
}

/** One of some JSON values: `enum`, and `const` as an enum of one. */
export interface EnumShape extends ShapeBase {
  readonly kind: 'enum';
  readonly values: readonly Json[];
}

export interface ListShape extends ShapeBase {
  readonly kind: 'list';
  readonly items: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** The model says that items may be anything: then none of them is unevaluated. */
  readonly isOpen?: boolean;
}

/** `prefixItems`: positions of their own, then `rest`. */
export interface TupleShape extends ShapeBase {
  readonly kind: 'tuple';
  readonly prefix: readonly Shape[];
  /** What follows the prefix: a never shape for `items: false`. */
  readonly rest: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** As of lists. */
  readonly isOpen?: boolean;
}

/** An object with declared members. Names that are required but not declared are members of any shape. */
export interface StructureShape extends ShapeBase {
  readonly kind: 'structure';
  /** In the order of the model. */
  readonly members: readonly Member[];
  /** `patternProperties`: what names of a pattern hold, declared or not. */
  readonly patterns?: readonly PatternMembers[];
  /** What names that are neither declared nor of a pattern hold: `any` unless the model says otherwise, `never` for `additionalProperties: false`. */
  readonly additional: Shape;
  /** The model says that undeclared names may hold anything: then none of them is unevaluated. */
  readonly isOpen?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** An object without declared members. */
export interface MapShape extends ShapeBase {
  readonly kind: 'map';
  /** `patternProperties`: what names of a pattern hold. */
  readonly patterns?: readonly PatternMembers[];
  /** What all other names hold. */
  readonly values: Shape;
  /** As of structures. */
  readonly isOpen?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export interface Member {
  /** As on the wire. */
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** Its name is required and nothing else is said of it. */
  readonly isUndeclared?: boolean;
}

/** The members whose names match an ECMA-262 expression, which is not anchored. */
export interface PatternMembers {
  readonly pattern: string;
  readonly shape: Shape;
}

/** `oneOf` (mode `one`: exactly one member is valid) and `anyOf` or a list of types (mode `any`). */
export interface UnionShape extends ShapeBase {
  readonly kind: 'union';
  readonly mode: 'one' | 'any';
  readonly members: readonly Shape[];
  readonly discriminator?: Discriminator;
}

/** The property that tells the members of a union apart. It never changes a verdict. */
export interface Discriminator {
  readonly property: string;
  /** From a value of the property to the index of a member; complete, with the implicit names resolved. */
  readonly mapping: ReadonlyMap<string, number>;
}

/** `allOf`, and keywords that stand beside a `$ref`, a `oneOf` and so on. */
export interface IntersectionShape extends ShapeBase {
  readonly kind: 'intersection';
  readonly members: readonly Shape[];
}

/** `not`. */
export interface NegationShape extends ShapeBase {
  readonly kind: 'negation';
  readonly not: Shape;
}

/** `contains`: so many items are of a shape. What is no list is valid. */
export interface ContainsShape extends ShapeBase {
  readonly kind: 'contains';
  readonly item: Shape;
  readonly minContains: number;
  readonly maxContains?: number;
}

/** `propertyNames`: the names of an object are of a shape. What is no object is valid. */
export interface NamesShape extends ShapeBase {
  readonly kind: 'names';
  readonly names: Shape;
}

/** `if`, `then` and `else`, `dependentSchemas` and `dependentRequired`. */
export interface ConditionalShape extends ShapeBase {
  readonly kind: 'conditional';
  readonly condition: Shape;
  readonly consequence: Shape;
  readonly alternative: Shape;
}

/** `unevaluatedProperties` and `unevaluatedItems`: what the other keywords of the schema say nothing of is of a shape. */
export interface ClosedShape extends ShapeBase {
  readonly kind: 'closed';
  /** What the other keywords say. */
  readonly core: Shape;
  readonly properties?: Shape;
  readonly items?: Shape;
}

/** A use of a named shape: `$ref`. */
export interface ReferenceShape extends ShapeBase {
  readonly kind: 'reference';
  /** A key of {@link Service.shapes}. */
  readonly target: string;
}
