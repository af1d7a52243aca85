import type { Json } from '../../../shared/json';
import { docComment } from '../../emit/doc-comment';
import { type Code, code, globalSymbol, indentRest, isMultiline, join, lengthOf, typeSymbol } from '../../emit/symbol';
import { type Direction, isRequired } from '../../model/direction';
import type { Member, Shape, ShapeOf } from '../../model/shape';
import { type ShapeVisitor, visitShape } from '../../model/visit-shape';
import type { TypeScriptNames } from './names';
import { isIdentifier, propertyName, quote } from './source';

/** What the type of a shape depends on besides the shape. */
export interface TypeContext {
  readonly names: TypeScriptNames;
  readonly direction: Direction;
}

/** The type of a shape, as it stands after a colon. */
export function typeOf(shape: Shape, context: TypeContext): Code {
  return typed(shape, context).code;
}

/** The members of a structure between braces, each on a line with what the model says of it. */
export function structureType(shape: ShapeOf<'structure'>, context: TypeContext): Code {
  const members = shape.members.map((member) => memberLines(member, context));
  const additional = additionalLines(shape, context);
  const lines = [...members, ...(additional === undefined ? [] : [additional])];
  if (lines.length === 0) return code`{ [name: string]: unknown }`;
  return code`{\n${join(lines, '\n')}\n}`;
}

/** How tightly a type holds together: what is looser than its place needs brackets. */
type Level = 'single' | 'intersection' | 'union';

interface Typed {
  readonly code: Code;
  readonly level: Level;
}

/** The types of bodies stand in several declarations of an operation, so those that are put together of others are kept. */
function typed(shape: Shape, context: TypeContext): Typed {
  const { visitor, known } = typesOf(context);
  if (!isComposed(shape)) return visitShape(shape, visitor);
  const found = known.get(shape) ?? visitShape(shape, visitor);
  known.set(shape, found);
  return found;
}

function isComposed({ kind }: Shape): boolean {
  return kind === 'structure' || kind === 'union' || kind === 'intersection' || kind === 'list' || kind === 'enum';
}

interface Types {
  readonly visitor: ShapeVisitor<Typed>;
  readonly known: WeakMap<Shape, Typed>;
}

const types = new WeakMap<TypeContext, Types>();

/** One visitor for each context, and what it found. */
function typesOf(context: TypeContext): Types {
  const known = types.get(context);
  if (known !== undefined) return known;
  const created = { visitor: createVisitor(context), known: new WeakMap<Shape, Typed>() };
  types.set(context, created);
  return created;
}

function createVisitor(context: TypeContext): ShapeVisitor<Typed> {
  return {
    any: () => plain.unknown,
    never: () => plain.never,
    null: () => plain.null,
    boolean: () => plain.boolean,
    number: (shape) => (isExact(shape) ? unionOf(exactNumber) : plain.number),
    string: () => plain.string,
    blob: () => single(code`${globalSymbol('Uint8Array')}`),
    enum: ({ values }) => unionOf(values.map((value) => ({ code: literal(value), level: 'single' }))),
    list: ({ items }) => single(code`${bracketed(typed(items, context), 'single')}[]`),
    tuple: (shape) => single(tupleType(shape, context)),
    structure: (shape) => single(structureType(shape, context)),
    map: ({ values, patterns = [] }) => {
      const all = [...patterns.map((each) => each.shape), ...(values.kind === 'never' ? [] : [values])];
      return single(code`{ [name: string]: ${unionOf(all.map((each) => typed(each, context))).code} }`);
    },
    union: ({ members }) =>
      unionOf(members.flatMap((member) => (isExact(member) ? exactNumber : [typed(member, context)]))),
    intersection: ({ members }) => intersectionOf(members.map((member) => typed(member, context))),
    negation: () => single(code`unknown`),
    contains: () => single(code`unknown`),
    names: () => single(code`unknown`),
    conditional: () => single(code`unknown`),
    closed: ({ core }) => typed(core, context),
    reference: ({ target }) => single(referenceType(target, context)),
  };
}

const plain = {
  unknown: single(code`unknown`),
  never: single(code`never`),
  null: single(code`null`),
  boolean: single(code`boolean`),
  number: single(code`number`),
  string: single(code`string`),
} as const;

/** An integer of 64 bits: a bigint where no number is it exactly. */
const exactNumber = [plain.number, single(code`bigint`)];

function isExact(shape: Shape): boolean {
  return shape.kind === 'number' && shape.exact === true;
}

function single(piece: Code): Typed {
  return { code: piece, level: 'single' };
}

function referenceType(target: string, { names, direction }: TypeContext): Code {
  const model = names.models.get(target);
  if (model === undefined) throw new Error(`no schema is called '${target}'`);
  return code`${typeSymbol(direction === 'request' ? model.requestType : model.type, model.module)}`;
}

function bracketed({ code: piece, level }: Typed, needed: Level): Code {
  const levels: readonly Level[] = ['single', 'intersection', 'union'];
  return levels.indexOf(level) > levels.indexOf(needed) ? code`(${piece})` : piece;
}

function unionOf(members: readonly Typed[]): Typed {
  const distinct = distinctOf(members).filter(({ code: piece }) => !isText(piece, 'never'));
  if (distinct.some(({ code: piece }) => isText(piece, 'unknown'))) return single(code`unknown`);
  const [first, ...rest] = distinct;
  if (first === undefined) return single(code`never`);
  if (rest.length === 0) return first;
  return { code: printUnion(distinct.map((member) => bracketed(member, 'intersection'))), level: 'union' };
}

function printUnion(members: readonly Code[]): Code {
  const inline = join(members, ' | ');
  if (lengthOf(inline) <= 90 || members.some(isMultiline)) return inline;
  return code`\n  | ${join(members, '\n  | ')}`;
}

function intersectionOf(members: readonly Typed[]): Typed {
  const distinct = distinctOf(members).filter(({ code: piece }) => !isText(piece, 'unknown'));
  const [first, ...rest] = distinct;
  if (first === undefined) return single(code`unknown`);
  if (rest.length === 0) return first;
  return {
    code: join(
      distinct.map((member) => bracketed(member, 'intersection')),
      ' & ',
    ),
    level: 'intersection',
  };
}

function distinctOf(members: readonly Typed[]): readonly Typed[] {
  // Texts that are long are compared only where they may be the same.
  if (new Set(members.map((member) => member.code.length)).size === members.length) return members;
  return [...new Map(members.map((member) => [member.code.text, member])).values()];
}

function isText(piece: Code, text: string): boolean {
  return piece.text === text;
}

/** The type of one JSON value. */
function literal(value: Json): Code {
  if (typeof value === 'string') return code`${quote(value)}`;
  if (value === null || typeof value !== 'object') return code`${String(value)}`;
  if (Array.isArray(value)) return code`[${join(value.map(literal), ', ')}]`;
  const members = Object.entries(value).map(([name, item]) => code`${propertyName(name)}: ${literal(item)}`);
  return members.length === 0 ? code`{}` : code`{ ${join(members, '; ')} }`;
}

/** Positions beyond the least number of items may be missing. */
function tupleType({ prefix, rest, minItems = 0 }: ShapeOf<'tuple'>, context: TypeContext): Code {
  const items = prefix.map((shape, index) =>
    index < minItems ? typeOf(shape, context) : code`${bracketed(typed(shape, context), 'single')}?`,
  );
  const others = rest.kind === 'never' ? [] : [code`...${bracketed(typed(rest, context), 'single')}[]`];
  return code`[${join([...items, ...others], ', ')}]`;
}

function memberLines(member: Member, context: TypeContext): Code {
  const { name, shape } = member;
  const tags = [
    ...(shape.readOnly ? ['Only in responses.'] : []),
    ...(shape.writeOnly ? ['Only in requests.'] : []),
    ...(shape.default === undefined ? [] : [`@default ${JSON.stringify(shape.default)}`]),
  ];
  const doc = docComment({ text: shape.description ?? shape.title, deprecated: shape.deprecated, tags });
  const mark = isRequired(member, context.direction) ? '' : '?';
  const above = doc.map((line) => `  ${line}\n`).join('');
  return code`${above}  ${propertyName(name)}${mark}: ${indentRest(typeOf(shape, context), '  ')};`;
}

/**
 * What undeclared names hold. An index signature covers the declared members too, so that its type is widened by theirs, and by undefined
 * where one of them is optional.
 */
function additionalLines(
  { members, additional, patterns = [] }: ShapeOf<'structure'>,
  context: TypeContext,
): Code | undefined {
  if (additional.kind === 'any' || (additional.kind === 'never' && patterns.length === 0)) return undefined;
  const undeclared = [...patterns.map(({ shape }) => shape), ...(additional.kind === 'never' ? [] : [additional])];
  const types = [...undeclared, ...members.map(({ shape }) => shape)].map((shape) => typed(shape, context));
  const isOptional = members.some((member) => !isRequired(member, context.direction));
  const all = unionOf([...types, ...(isOptional ? [single(code`undefined`)] : [])]);
  return code`  [name: string]: ${indentRest(all.code, '  ')};`;
}

/** How a member of an object is reached. */
export function memberAccess(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${quote(name)}]`;
}
