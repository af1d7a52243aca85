import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { type Code, code, globalSymbol } from '../../../emit/symbol';
import { isValid } from '../../../mocks/is-valid';
import type { Direction } from '../../../model/direction';
import { conjunctsOf } from '../../../model/parts';
import type { Service } from '../../../model/service';
import type { Shape, StructureShape } from '../../../model/shape';
import { matchesPattern } from '../../../patterns/pattern';
import { firstOf } from '../../first-of';
import { list, literalKey, objectLiteral, quote } from '../source';

/**
 * A valid value as TypeScript, of the type that its shape has. Nothing where the type does not take it as a literal, such as one with members that
 * the model does not name.
 */
export function literalOf(value: Json, shape: Shape, context: LiteralContext): Code | undefined {
  return literal(value, [shape], context);
}

/** What the code of a value depends on besides it. */
export interface LiteralContext {
  readonly service: Service;
  readonly direction: Direction;
}

/** A value that is of several shapes at once. */
function literal(value: Json, shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const conjuncts = shapes.flatMap((shape) => conjunctsOf(shape, context.service.shapes));
  const union = conjuncts.find(({ kind }) => kind === 'union');
  if (union?.kind === 'union') {
    const others = conjuncts.filter((each) => each !== union);
    const members = union.members.filter((member) => isValid(value, member, context.service.shapes, context.direction));
    return firstOf(members, (member) => literal(value, [member, ...others], context));
  }
  const typed = conjuncts.filter(({ kind }) => !untyped.has(kind));
  if (typed.length === 0) return plainLiteral(value);
  if (Array.isArray(value)) return listLiteral(value, typed, context);
  if (isJsonObject(value)) return structureLiteral(value, typed, context);
  if (!typed.every((each) => isOfKind(value, each))) return undefined;
  if (typed.some(({ kind }) => kind === 'blob'))
    return code`new ${globalSymbol('TextEncoder')}().encode(${quote(String(value))})`;
  return plainLiteral(value);
}

/** The kinds that types say nothing of. */
const untyped: ReadonlySet<Shape['kind']> = new Set(['any', 'negation', 'contains', 'names', 'conditional']);

function isOfKind(value: Json, shape: Shape): boolean {
  switch (shape.kind) {
    case 'string':
    case 'blob':
      return typeof value === 'string';
    case 'number':
    case 'boolean':
      return typeof value === shape.kind;
    case 'null':
      return value === null;
    default:
      return shape.kind === 'enum';
  }
}

function listLiteral(items: readonly Json[], shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const of = (index: number) =>
    shapes.map((shape) => {
      if (shape.kind === 'list') return shape.items;
      return shape.kind === 'tuple' ? (shape.prefix[index] ?? shape.rest) : undefined;
    });
  const codes = items.map((item, index) => {
    const own = of(index);
    return own.every((shape) => shape !== undefined) ? literal(item, own, context) : undefined;
  });
  return areAll(codes) && of(0).every((shape) => shape !== undefined) ? list('[', codes, ']') : undefined;
}

function structureLiteral(value: JsonObject, shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const isObject = ({ kind }: Shape) => kind === 'structure' || kind === 'map';
  if (!shapes.every(isObject)) return undefined;
  const members = Object.entries(value).map(([name, member]) => {
    const own = shapes.flatMap((shape) => memberShapes(name, shape) ?? []);
    const printed = own.length === 0 ? undefined : literal(member, own, context);
    return printed === undefined ? undefined : code`${literalKey(name)}: ${printed}`;
  });
  return areAll(members) ? objectLiteral(members) : undefined;
}

/** What the type of an object says of a member; nothing where a literal must not have it. */
function memberShapes(name: string, shape: Shape): readonly Shape[] | undefined {
  if (shape.kind === 'map') return othersOf(name, shape.patterns, shape.values, true);
  if (shape.kind !== 'structure') return undefined;
  const member = shape.members.find((each) => each.name === name);
  return member === undefined ? othersOf(name, shape.patterns, shape.additional, false) : [member.shape];
}

function othersOf(
  name: string,
  patterns: StructureShape['patterns'] = [],
  additional: Shape,
  isMap: boolean,
): readonly Shape[] | undefined {
  const matching = patterns.filter(({ pattern }) => matchesPattern(pattern, name));
  if (matching.length > 0) return matching.map(({ shape }) => shape);
  return additional.kind === 'any' && !isMap ? undefined : [additional];
}

/** A JSON value as TypeScript. */
function plainLiteral(value: Json): Code {
  if (typeof value === 'string') return code`${quote(value)}`;
  if (Array.isArray(value)) return list('[', value.map(plainLiteral), ']');
  if (!isJsonObject(value)) return code`${String(value)}`;
  return objectLiteral(
    Object.entries(value).map(([name, member]) => code`${literalKey(name)}: ${plainLiteral(member)}`),
  );
}

function areAll(codes: readonly (Code | undefined)[]): codes is readonly Code[] {
  return codes.every((each) => each !== undefined);
}
