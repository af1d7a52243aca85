import type { Json } from '../../../../../shared/json';
import {
  type Code,
  type CodeSymbol,
  code,
  indentRest,
  isMultiline,
  join,
  lengthOf,
  typeSymbol,
  usesValueOf,
  valueSymbol,
} from '../../../../emit/symbol';
import type { Direction } from '../../../../model/direction';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { type ShapeVisitor, visitShape } from '../../../../model/visit-shape';
import { brackets, call, lineLength, packageModule, quote } from '../../source';
import { support } from '../checks/expressions';
import { annotated, literalType } from '../symbols';
import { othersOf } from './fields';
import { type ModelNames, type TypeNames, typeIn } from './names';

/** What the type of a shape depends on besides the shape. */
export interface TypeContext {
  readonly names: ModelNames;
  readonly direction: Direction;
  /** True where an annotation is for type checkers alone: then nothing is imported at run time. */
  readonly isForCheckers: boolean;
}

/** The type of a shape, as an annotation has it. */
export function printType(shape: Shape, context: TypeContext): Code {
  return print(typed(shape, context), context);
}

/** The same where there may be nothing. */
export function printOptional(shape: Shape, context: TypeContext): Code {
  return print({ ...typed(shape, context), hasNone: true }, context);
}

/** The type of a value that is of one of some shapes. */
export function printAnyOf(shapes: readonly Shape[], context: TypeContext): Code {
  return print(unionOf(shapes.map((shape) => typed(shape, context))), context);
}

/** A type as the forms that a value may have. */
interface Typed {
  readonly forms: readonly Code[];
  readonly literals: readonly Code[];
  readonly hasNone: boolean;
  /** Any JSON, which all else is a part of. */
  readonly isJson: boolean;
}

const nothing: Typed = { forms: [], literals: [], hasNone: false, isJson: false };
const json: Typed = { ...nothing, isJson: true };
const none: Typed = { ...nothing, hasNone: true };

function typed(shape: Shape, context: TypeContext): Typed {
  const own = context.names.classOf(shape);
  return own === undefined ? visitShape(shape, types, context) : form(nameOf(own, context));
}

const types: ShapeVisitor<Typed, [TypeContext]> = {
  any: () => json,
  never: () => nothing,
  null: () => none,
  boolean: () => form(code`bool`),
  number: ({ integer }) => form(integer ? code`int` : code`float`),
  string: () => form(code`str`),
  blob: () => form(code`bytes`),
  enum: ({ values }) => unionOf(values.map(literal)),
  list: ({ items }, context) => form(code`list[${printType(items, context)}]`),
  tuple: (shape, context) => form(tupleType(shape, context)),
  structure: ({ additional, patterns }, context) => mapType(additional, patterns, context),
  map: ({ values, patterns }, context) => mapType(values, patterns, context),
  union: unionType,
  intersection: (shape, context) => intersectionType(shape, context),
  negation: () => json,
  contains: () => json,
  names: () => json,
  conditional: () => json,
  closed: ({ core }, context) => typed(core, context),
  // Of two names for None there is no union.
  reference: (shape, context) =>
    context.names.fields.isNull(shape) ? none : form(nameOf(context.names.model(shape.target), context)),
};

function form(piece: Code): Typed {
  return { ...nothing, forms: [piece] };
}

/** A name is always imported from its home, whatever other module has it too. */
function nameOf(names: TypeNames, { direction, isForCheckers }: TypeContext): Code {
  return code`${symbolOf(typeIn(names, direction), names.home, isForCheckers)}`;
}

function symbolOf(name: string, module: string, isForCheckers: boolean): CodeSymbol {
  return isForCheckers ? typeSymbol(name, module) : valueSymbol(name, module);
}

function unionOf(members: readonly Typed[]): Typed {
  return {
    forms: members.flatMap(({ forms }) => forms),
    literals: members.flatMap(({ literals }) => literals),
    hasNone: members.some(({ hasNone }) => hasNone),
    isJson: members.some(({ isJson }) => isJson),
  };
}

function print({ forms, literals, hasNone, isJson }: Typed, { isForCheckers }: TypeContext): Code {
  if (isJson) return code`${symbolOf('JsonValue', packageModule('pydantic'), isForCheckers)}`;
  const values = distinct(literals);
  const isText = forms.some(({ text }) => text === 'str');
  const listed = values.filter(({ text }) => !(isText && text.startsWith('"')));
  const all = [
    ...(listed.length === 0 ? [] : [brackets(code`${literalType}[`, listed, ']', mostTaken)]),
    ...distinct(forms),
    ...(hasNone || (forms.length === 0 && listed.length === 0) ? [code`None`] : []),
  ];
  const inline = join(all, ' | ');
  if (all.length === 1 || (!isMultiline(inline) && lengthOf(inline) <= lineLength - mostTaken)) return inline;
  return code`(\n    ${indentRest(join(all, '\n| '), '    ')}\n)`;
}

/** How many columns are taken before most types: by the name of an attribute, and where it begins. */
const mostTaken = 24;

/** Where several forms may allow a value, readers are told which of them its discriminator names. */
function unionType(shape: ShapeOf<'union'>, context: TypeContext): Typed {
  const all = unionOf(shape.members.map((member) => typed(member, context)));
  const hint = context.isForCheckers ? undefined : context.names.ambiguityOf(shape);
  if (hint === undefined) return all;
  const union = print({ ...all, hasNone: false }, context);
  if (!usesValueOf(union, 'models/')) return all;
  const forms = [...hint.mapping].flatMap(([value, index]) => {
    const member = shape.members[index];
    return member === undefined ? [] : [code`${quote(value)}: ${printType(member, context)}`];
  });
  const named = call(
    support('model', 'NamedForms'),
    [code`${quote(hint.property)}`, brackets('{', forms, '}', mostTaken)],
    mostTaken,
  );
  return { ...form(brackets(code`${annotated}[`, [union, named], ']', mostTaken)), hasNone: all.hasNone };
}

/** An intersection that is no class is what one of its parts is. */
function intersectionType(shape: ShapeOf<'intersection'>, context: TypeContext): Typed {
  const part = context.names.fields.typedPart(shape);
  return part === undefined ? json : typed(part, context);
}

/** Whether every position has to be there: then Python has a type for it. */
export function isFixed({ prefix, rest, minItems = 0 }: ShapeOf<'tuple'>): boolean {
  return rest.kind === 'never' && minItems >= prefix.length;
}

function tupleType(shape: ShapeOf<'tuple'>, context: TypeContext): Code {
  const { prefix, rest } = shape;
  if (isFixed(shape)) {
    return code`tuple[${join(
      prefix.map((item) => printType(item, context)),
      ', ',
    )}]`;
  }
  return code`list[${printAnyOf([...prefix, ...(rest.kind === 'never' ? [] : [rest])], context)}]`;
}

function mapType(additional: Shape, patterns: ShapeOf<'map'>['patterns'], context: TypeContext): Typed {
  const values = othersOf(additional, patterns);
  return form(
    code`dict[str, ${values.length === 0 ? printType({ kind: 'any' }, context) : printAnyOf(values, context)}]`,
  );
}

/** One JSON value: numbers with a fraction, lists and objects have no type of their own. */
function literal(value: Json): Typed {
  if (value === null) return none;
  if (typeof value === 'string') return { ...nothing, literals: [code`${quote(value)}`] };
  if (typeof value === 'boolean') return { ...nothing, literals: [code`${value ? 'True' : 'False'}`] };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { ...nothing, literals: [code`${String(value)}`] } : form(code`float`);
  }
  return json;
}

function distinct(pieces: readonly Code[]): readonly Code[] {
  if (pieces.length < 2) return pieces;
  return [...new Map(pieces.map((piece) => [piece.text, piece])).values()];
}
