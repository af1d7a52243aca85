import type { Member, PatternMembers, Shape, ShapeOf } from '../../../../model/shape';

/** A part of an intersection. */
export interface Part {
  readonly shape: Shape;
}

/** What a part adds to the members of an object. */
export interface PartOptions {
  /** A value is all of these. */
  readonly all?: readonly ObjectShape[];
  /** A value is all of these. */
  readonly nested?: readonly PartOptions[];
  /** A value is at least one of these. */
  readonly some?: readonly PartOptions[];
}

type ObjectShape = ShapeOf<'structure' | 'map'>;

/** An object and whether its members may all be missing, since it is one of several. */
interface Option {
  readonly shape: ObjectShape;
  readonly isOptional: boolean;
}

/**
 * One structure with the members of all parts of an intersection; nothing where a part is no object. The members of parts of which a value has only
 * one are optional. What several parts say of a member stands beside each other.
 */
export function structureOf(
  parts: readonly Part[],
  optionsOf: (part: Part) => PartOptions | undefined,
): ShapeOf<'structure'> | undefined {
  const found = parts.map((part) => optionsOf(part));
  if (!found.every((each) => each !== undefined)) return undefined;
  const options = found.flatMap((each) => flat(each, false));
  if (options.length === 0) return undefined;
  const names = [...new Set(options.flatMap(({ shape }) => membersOf(shape).map(({ name }) => name)))];
  const additional = othersOf(options);
  const patterns = options.flatMap(({ shape }): readonly PatternMembers[] => shape.patterns ?? []);
  return {
    kind: 'structure',
    members: names.map((name) => mergedMember(name, options)),
    ...(patterns.length === 0 ? {} : { patterns }),
    additional,
  };
}

/** The values of enums of texts, which are as good as one enum; nothing where one is something else. */
export function mergedEnum(members: readonly Shape[]): readonly string[] | undefined {
  const values = members.flatMap((member): readonly unknown[] =>
    member.kind === 'enum' ? member.values : [undefined],
  );
  return values.every((value) => typeof value === 'string') ? [...new Set(values)] : undefined;
}

function flat({ all = [], nested = [], some = [] }: PartOptions, isOptional: boolean): Option[] {
  return [
    ...all.map((shape) => ({ shape, isOptional })),
    ...nested.flatMap((each) => flat(each, isOptional)),
    ...some.flatMap((each) => flat(each, true)),
  ];
}

function membersOf(shape: ObjectShape): readonly Member[] {
  return shape.kind === 'structure' ? shape.members : [];
}

function mergedMember(name: string, options: readonly Option[]): Member {
  const said = options.flatMap(({ shape, isOptional }) =>
    membersOf(shape)
      .filter((member) => member.name === name)
      .map((member) => ({ member, isOptional })),
  );
  const required = said.some(({ member, isOptional }) => member.required && !isOptional);
  const declared = said.filter(({ member }) => member.shape.kind !== 'any');
  const certain = declared.filter(({ isOptional }) => !isOptional).map(({ member }) => member.shape);
  const possible = declared.filter(({ isOptional }) => isOptional).map(({ member }) => member.shape);
  const shape = certain.length > 0 ? both(certain) : either(possible, said.length - declared.length > 0);
  const fallback = said[0]?.member.shape ?? { kind: 'any' };
  return { name, required, shape: shape ?? fallback };
}

function both(shapes: readonly Shape[]): Shape | undefined {
  const members = distinct(shapes);
  return members.length === 1 ? members[0] : { ...saidOf(shapes), kind: 'intersection', members };
}

/** A form that says nothing of the member leaves it open. */
function either(shapes: readonly Shape[], isOpen: boolean): Shape | undefined {
  const members = distinct(shapes);
  if (members.length === 0 || isOpen) return undefined;
  return members.length === 1 ? members[0] : { ...saidOf(shapes), kind: 'union', mode: 'any', members };
}

/** What the first shape that says something says in words. */
function saidOf(shapes: readonly Shape[]): Pick<Shape, 'description'> {
  const description = shapes.find((shape) => shape.description !== undefined)?.description;
  return description === undefined ? {} : { description };
}

/** References to one schema are one shape. */
function distinct(shapes: readonly Shape[]): Shape[] {
  const known = new Map<unknown, Shape>();
  for (const shape of shapes) {
    const key = shape.kind === 'reference' ? shape.target : shape;
    if (!known.has(key)) known.set(key, shape);
  }
  return [...known.values()];
}

/** What undeclared names hold: what one part says and no other, else anything. */
function othersOf(options: readonly Option[]): Shape {
  const all = options.map(({ shape }) => (shape.kind === 'structure' ? shape.additional : shape.values));
  const said = all.filter(({ kind }) => kind !== 'any' && kind !== 'never');
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0) return only;
  return said.length === 0 && all.every(({ kind }) => kind === 'never') ? { kind: 'never' } : { kind: 'any' };
}
