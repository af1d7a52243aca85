import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { type Code, code, valueSymbol } from '../../../emit/symbol';
import { isValid } from '../../../mocks/is-valid';
import type { Direction } from '../../../model/direction';
import type { Shape, ShapeOf } from '../../../model/shape';
import { matchesPattern } from '../../../patterns/pattern';
import { firstOf } from '../../first-of';
import { literal, numberLiteral, step, tuple } from '../runtime/checks/expressions';
import type { PythonModels } from '../runtime/models';
import { othersOf } from '../runtime/models/fields';
import { attributeNames, type TypeNames, typeIn } from '../runtime/models/names';
import { isFixed } from '../runtime/models/types';
import { brackets, call, packageModule, quote } from '../source';

/** What the code of a value depends on besides it. */
export interface LiteralContext {
  readonly models: PythonModels;
  readonly direction: Direction;
  /** The module of the runtime, which models are imported from. */
  readonly runtime: string;
}

/** A valid value as Python, of the type that its shape has. Nothing where that takes more than a literal. */
export function literalOf(value: Json, shape: Shape, context: LiteralContext, indent: number): Code | undefined {
  const { names, service } = context.models;
  const own = names.classOf(shape);
  if (own !== undefined && isJsonObject(value)) return modelLiteral(value, shape, own, context, indent);
  switch (shape.kind) {
    case 'reference': {
      const named = service.shapes.get(shape.target);
      return named === undefined ? undefined : literalOf(value, named.shape, context, indent);
    }
    case 'closed':
      return literalOf(value, shape.core, context, indent);
    case 'union': {
      const members = shape.members.filter((each) => isValid(value, each, service.shapes, context.direction));
      return firstOf(members, (member) => literalOf(value, member, context, indent));
    }
    case 'intersection': {
      const part = names.fields.typedPart(shape);
      return part === undefined ? plainLiteral(value, indent) : literalOf(value, part, context, indent);
    }
    case 'list':
    case 'tuple':
      return Array.isArray(value) ? itemsLiteral(value, shape, context, indent) : undefined;
    case 'structure':
      return shape.members.length > 0
        ? undefined
        : mapLiteral(value, shape.patterns, shape.additional, context, indent);
    case 'map':
      return mapLiteral(value, shape.patterns, shape.values, context, indent);
    case 'blob':
      return typeof value === 'string' ? bytesLiteral(value) : undefined;
    case 'number':
      return typeof value === 'number' ? numberCode(value, shape) : undefined;
    case 'never':
      return undefined;
    default:
      return plainLiteral(value, indent);
  }
}

/** A float may be written as an integer, and not the other way round. */
function numberCode(value: number, { integer }: ShapeOf<'number'>): Code {
  return code`${integer && Number.isInteger(value) ? BigInt(value).toString() : numberLiteral(value)}`;
}

/** A list, or the tuple that one is where every position has to be there. */
function itemsLiteral(
  value: readonly Json[],
  shape: ShapeOf<'list' | 'tuple'>,
  context: LiteralContext,
  indent: number,
): Code | undefined {
  const shapeAt = (index: number) => (shape.kind === 'list' ? shape.items : (shape.prefix[index] ?? shape.rest));
  const items = value.map((item, index) => literalOf(item, shapeAt(index), context, indent + step));
  if (!areAll(items)) return undefined;
  return shape.kind === 'tuple' && isFixed(shape) ? tuple(items, indent) : brackets('[', items, ']', indent);
}

/** An object without declared members. Where the type says nothing of what it holds, that is plain JSON. */
function mapLiteral(
  value: Json,
  patterns: ShapeOf<'map'>['patterns'] = [],
  values: Shape,
  context: LiteralContext,
  indent: number,
): Code | undefined {
  if (!isJsonObject(value)) return undefined;
  const isTyped = othersOf(values, patterns).length > 0;
  const members = Object.entries(value).map(([name, member]) => {
    const matching = patterns.filter(({ pattern }) => matchesPattern(pattern, name)).map(({ shape }) => shape);
    const key = `${quote(name)}: `;
    const taken = indent + step + key.length;
    const printed = isTyped
      ? firstOf(matching.length > 0 ? matching : [values], (shape) => literalOf(member, shape, context, taken))
      : plainLiteral(member, taken);
    return printed && code`${key}${printed}`;
  });
  return areAll(members) ? brackets('{', members, '}', indent) : undefined;
}

/** By its attributes where all members have one, else from what is on the wire. */
function modelLiteral(
  value: JsonObject,
  shape: Shape,
  names: TypeNames,
  context: LiteralContext,
  indent: number,
): Code {
  const model = valueSymbol(typeIn(names, context.direction), packageModule(`${context.runtime}.models`));
  const declared = context.models.names.fields.of(shape)?.members ?? [];
  const attributes = attributeNames(
    declared.map(({ name }) => name),
    context.models.names,
  );
  const fields = new Map(
    declared.map((member, index) => [member.name, { member, attribute: attributes[index] ?? '' }]),
  );
  const members = Object.entries(value).map(([name, member]) => {
    const field = fields.get(name);
    const key = `${field?.attribute}=`;
    const printed = field && literalOf(member, field.member.shape, context, indent + step + key.length);
    return printed && code`${key}${printed}`;
  });
  if (areAll(members)) return brackets(code`${model}(`, members, ')', indent);
  return call(code`${model}.model_validate`, [plainLiteral(value, indent + step)], indent);
}

/** Literals of bytes have ASCII only. */
function bytesLiteral(text: string): Code {
  return /^[\x20-\x7e]*$/.test(text) ? code`b${quote(text)}` : code`${quote(text)}.encode()`;
}

/** A JSON value as Python, on several lines where it does not fit on one. */
function plainLiteral(value: Json, indent: number): Code {
  if (typeof value !== 'object' || value === null) return code`${literal(value)}`;
  if (Array.isArray(value)) {
    const items = value.map((item) => plainLiteral(item, indent + step));
    return brackets('[', items, ']', indent);
  }
  const members = Object.entries(value as JsonObject).map(([name, member]) => {
    const key = `${quote(name)}: `;
    return code`${key}${plainLiteral(member ?? null, indent + step + key.length)}`;
  });
  return brackets('{', members, '}', indent);
}

function areAll(codes: readonly (Code | undefined)[]): codes is readonly Code[] {
  return codes.every((each) => each !== undefined);
}
