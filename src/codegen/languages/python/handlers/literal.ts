import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { type Code, code, valueSymbol } from '../../../emit/symbol';
import { isValid } from '../../../mocks/is-valid';
import type { Direction } from '../../../model/direction';
import type { Shape } from '../../../model/shape';
import { literal } from '../runtime/checks/expressions';
import type { PythonModels } from '../runtime/models';
import { attributeNames, type TypeNames, typeIn } from '../runtime/models/names';
import { brackets, packageModule, quote } from '../source';

/** What the code of a value depends on besides it. */
export interface LiteralContext {
  readonly models: PythonModels;
  readonly direction: Direction;
  /** The module of the runtime, which models are imported from. */
  readonly runtime: string;
}

/** A valid value as Python, of the type that its shape has. Nothing where that takes more than a literal. */
export function literalOf(value: Json, shape: Shape, context: LiteralContext, indent: number): Code | undefined {
  const own = context.models.names.classOf(shape);
  if (own !== undefined && isJsonObject(value)) return modelLiteral(value, shape, own, context, indent);
  const within = (inner: Json, of: Shape) => literalOf(inner, of, context, indent + 4);
  switch (shape.kind) {
    case 'reference': {
      const named = context.models.service.shapes.get(shape.target);
      return named === undefined ? undefined : literalOf(value, named.shape, context, indent);
    }
    case 'closed':
      return literalOf(value, shape.core, context, indent);
    case 'union': {
      const { shapes } = context.models.service;
      const member = shape.members.find((each) => isValid(value, each, shapes, context.direction));
      return member === undefined ? undefined : literalOf(value, member, context, indent);
    }
    case 'list': {
      const items = Array.isArray(value) ? value.map((item) => within(item, shape.items)) : [undefined];
      return areAll(items) ? brackets('[', items, ']', indent) : undefined;
    }
    case 'map': {
      if (!isJsonObject(value) || shape.patterns !== undefined) return undefined;
      const members = Object.entries(value).map(([name, member]) => {
        const printed = within(member, shape.values);
        return printed && code`${quote(name)}: ${printed}`;
      });
      return areAll(members) ? brackets('{', members, '}', indent) : undefined;
    }
    case 'blob':
      return typeof value === 'string' ? bytesLiteral(value) : undefined;
    case 'number':
      // A float may be written as an integer, and not the other way round.
      return typeof value === 'number' ? code`${String(value)}` : undefined;
    case 'any':
    case 'boolean':
    case 'enum':
    case 'null':
    case 'string':
      return plainLiteral(value, indent);
    default:
      return undefined;
  }
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
    const printed = field && literalOf(member, field.member.shape, context, indent + 4);
    return printed && code`${field.attribute}=${printed}`;
  });
  if (areAll(members)) return brackets(code`${model}(`, members, ')', indent);
  return code`${model}.model_validate(${plainLiteral(value, indent)})`;
}

/** Literals of bytes have ASCII only. */
function bytesLiteral(text: string): Code {
  return /^[\x20-\x7e]*$/.test(text) ? code`b${quote(text)}` : code`${quote(text)}.encode()`;
}

/** A JSON value as Python, on several lines where it does not fit on one. */
function plainLiteral(value: Json, indent: number): Code {
  if (typeof value !== 'object' || value === null) return code`${literal(value)}`;
  if (Array.isArray(value)) {
    const items = value.map((item) => plainLiteral(item, indent + 4));
    return brackets('[', items, ']', indent);
  }
  const members = Object.entries(value as JsonObject).map(
    ([name, member]) => code`${quote(name)}: ${plainLiteral(member ?? null, indent + 4)}`,
  );
  return brackets('{', members, '}', indent);
}

function areAll(codes: readonly (Code | undefined)[]): codes is readonly Code[] {
  return codes.every((each) => each !== undefined);
}
