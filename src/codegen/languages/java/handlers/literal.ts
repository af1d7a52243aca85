import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { type Code, code, indentRest, join } from '../../../emit/symbol';
import { isValid } from '../../../mocks/is-valid';
import type { Direction } from '../../../model/direction';
import type { Member, Shape } from '../../../model/shape';
import { type JavaModels, typeOf } from '../runtime/models';
import type { Form, ScalarType } from '../runtime/models/forms';
import { componentNames } from '../runtime/models/record-class';
import { call, javaType, quote } from '../source';

/** What the code of a value depends on besides it. */
export interface LiteralContext {
  readonly models: JavaModels;
  readonly direction: Direction;
}

/** Records of up to four components are made by their constructors, larger ones by builders. */
const mostArguments = 4;

/** `Map.of` takes up to ten pairs. */
const mostPairs = 10;

/** A valid value as Java, of the type that its shape has. Nothing where that takes more than an expression. */
export function literalOf(value: Json, shape: Shape, context: LiteralContext): Code | undefined {
  const form = context.models.forms.of(shape);
  switch (form.kind) {
    case 'scalar':
      return scalarLiteral(value, form.type);
    case 'enum':
      return typeof value === 'string' ? code`${typeOf(shape, context.models)}.of(${quote(value)})` : undefined;
    case 'list':
      return Array.isArray(value) ? listLiteral(value, form.items, context) : undefined;
    case 'map':
      return isJsonObject(value) ? mapLiteral(value, form.values, context) : undefined;
    case 'record':
      return isJsonObject(value) ? recordLiteral(value, shape, form, context) : undefined;
    case 'union': {
      const { shapes } = context.models.service;
      const member = form.union.members.find((each) => isValid(value, each, shapes, context.direction));
      const isRecord = member !== undefined && context.models.forms.of(member).kind === 'record';
      return isRecord ? literalOf(value, member, context) : undefined;
    }
    default:
      return undefined;
  }
}

function scalarLiteral(value: Json, type: ScalarType): Code | undefined {
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean' ? code`${String(value)}` : undefined;
    case 'Integer':
      return typeof value === 'number' ? code`${String(value)}` : undefined;
    case 'Long':
      return Number.isSafeInteger(value) ? code`${String(value)}L` : undefined;
    case 'Double':
      return typeof value === 'number'
        ? code`${Number.isInteger(value) ? value.toFixed(1) : String(value)}`
        : undefined;
    case 'String':
      return typeof value === 'string' ? code`${quote(value)}` : undefined;
    case 'byte[]': {
      const charsets = javaType('StandardCharsets', 'java.nio.charset');
      return typeof value === 'string' ? code`${quote(value)}.getBytes(${charsets}.UTF_8)` : undefined;
    }
  }
}

function listLiteral(items: readonly Json[], shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const [shape, ...others] = shapes;
  if (shape === undefined || others.length > 0) return undefined;
  const codes = items.map((item) => literalOf(item, shape, context));
  return areAll(codes) ? call(code`${javaType('List', 'java.util')}.of`, codes, code``, 8) : undefined;
}

function mapLiteral(value: JsonObject, shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const [shape, ...others] = shapes;
  const entries = Object.entries(value);
  if (shape === undefined || others.length > 0 || entries.length > mostPairs) return undefined;
  const codes = entries.flatMap(([name, member]) => [code`${quote(name)}`, literalOf(member ?? null, shape, context)]);
  return areAll(codes) ? call(code`${javaType('Map', 'java.util')}.of`, codes, code``, 8) : undefined;
}

function recordLiteral(
  value: JsonObject,
  shape: Shape,
  { structure }: Extract<Form, { readonly kind: 'record' }>,
  context: LiteralContext,
): Code | undefined {
  const { members, additional, patterns = [] } = structure;
  const declared = new Map(members.map((member) => [member.name, member]));
  if (!Object.keys(value).every((name) => declared.has(name))) return undefined;
  const type = typeOf(shape, context.models);
  const of = (member: Member) => literalOf(value[member.name] ?? null, member.shape, context);
  if (members.length <= mostArguments) {
    const args = members.map((member) => {
      if (!Object.hasOwn(value, member.name)) return code`null`;
      const isField = !member.required && context.models.forms.isNullable(member.shape);
      return isField ? undefined : of(member);
    });
    return areAll(args) ? call(code`new ${type}`, args, code``, 8) : undefined;
  }
  const isOpen = additional.kind !== 'never' || patterns.length > 0;
  const names = componentNames(members, isOpen);
  const calls = members.flatMap((member) => {
    if (!Object.hasOwn(value, member.name)) return [];
    const printed = of(member);
    return [printed && code`.${names.get(member.name) ?? member.name}(${indentRest(printed, '    ')})`];
  });
  return areAll(calls) ? code`${type}.builder()\n    ${join([...calls, code`.build()`], '\n    ')}` : undefined;
}

function areAll(codes: readonly (Code | undefined)[]): codes is readonly Code[] {
  return codes.every((each) => each !== undefined);
}
