import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json';
import { type Code, code, indentRest, join } from '../../../emit/symbol';
import { isValid } from '../../../mocks/is-valid';
import type { Direction } from '../../../model/direction';
import type { Member, Shape } from '../../../model/shape';
import { type JavaModels, typeOf } from '../runtime/models';
import { constantsOf } from '../runtime/models/enum-class';
import { type Form, type ScalarType, valuesOf } from '../runtime/models/forms';
import { componentsByMember, isField, mostArguments } from '../runtime/models/record-class';
import { imported, supportClass } from '../runtime/models/symbols';
import { variantsOf } from '../runtime/models/union-class';
import { call, javaType, quote } from '../source';
import { mapOf, plainLiteral } from './plain-literal';

/** What the code of a value depends on besides it. */
export interface LiteralContext {
  readonly models: JavaModels;
  readonly direction: Direction;
}

type FormOf<Kind extends Form['kind']> = Extract<Form, { readonly kind: Kind }>;

/** A valid value as Java, of the type that its shape has. Nothing for what has no place in that type, such as an integer of more than 64 bits. */
export function literalOf(value: Json, shape: Shape, context: LiteralContext): Code | undefined {
  return literal(value, context.models.forms.of(shape), shape, context);
}

function literal(value: Json, form: Form, shape: Shape, context: LiteralContext): Code | undefined {
  if (form.kind === 'json') return jsonLiteral(value, context);
  if (value === null) return code`null`;
  switch (form.kind) {
    case 'scalar':
      return scalarLiteral(value, form.type);
    case 'enum': {
      const constant = typeof value === 'string' ? constantsOf(form.values).get(value) : undefined;
      return constant === undefined ? undefined : code`${typeOf(shape, context.models)}.${constant}`;
    }
    case 'list':
      return Array.isArray(value) ? listLiteral(value, form.items, context) : undefined;
    case 'map':
      return isJsonObject(value) ? mapLiteral(value, form.values, context) : undefined;
    case 'record':
      return isJsonObject(value) ? recordLiteral(value, shape, form, context) : undefined;
    case 'union':
      return unionLiteral(value, shape, form, context);
    case 'wrapper':
      return wrapped(typeOf(shape, context.models), literal(value, form.of, shape, context));
  }
}

/** A value of any kind is the tree of what it is in Java. */
function jsonLiteral(value: Json, { models }: LiteralContext): Code {
  if (value === null) return plainLiteral(value);
  return code`${supportClass('Json', models.packages)}.write(${plainLiteral(value)})`;
}

function scalarLiteral(value: Json, type: ScalarType): Code | undefined {
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean' ? code`${String(value)}` : undefined;
    case 'Integer':
      return value === Number(value) && value === (value | 0) ? code`${String(value)}` : undefined;
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
  const codes = items.map((item) => literalOfOne(item, shapes, context));
  if (!areAll(codes)) return undefined;
  if (!codes.some(isNull)) return call(code`${imported.list}.of`, codes, code``, 8);
  if (codes.length === 1) return code`${javaType('Collections', 'java.util')}.singletonList(null)`;
  return call(code`${javaType('Arrays', 'java.util')}.asList`, codes, code``, 8);
}

function mapLiteral(value: JsonObject, shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const entries = Object.entries(value);
  const codes = entries.map(([, member]) => literalOfOne(member, shapes, context));
  if (!areAll(codes)) return undefined;
  const printed: readonly Code[] = codes;
  if (printed.some(isNull)) return undefined;
  return mapOf(printed.map((each, index) => [entries[index]?.[0] ?? '', each]));
}

/** A value of one of some shapes, of the type that they have in common. */
function literalOfOne(value: Json, shapes: readonly Shape[], context: LiteralContext): Code | undefined {
  const { forms, service } = context.models;
  if (shapes.length === 0 || !forms.areAlike(shapes)) return jsonLiteral(value, context);
  const [only, ...others] = shapes;
  const own = others.length === 0 ? only : shapes.find((shape) => isValid(value, shape, service.shapes));
  return own === undefined ? undefined : literalOf(value, own, context);
}

function recordLiteral(
  value: JsonObject,
  shape: Shape,
  { structure }: FormOf<'record'>,
  context: LiteralContext,
): Code | undefined {
  const { models } = context;
  const { members, additional, patterns } = structure;
  const type = typeOf(shape, models);
  const names = componentsByMember(structure);
  const open = valuesOf(additional, patterns);
  const others = Object.entries(value).filter(([name]) => !names.has(name));
  if (others.length > 0 && open.length === 0) return undefined;
  if (members.length <= mostArguments) {
    const args = members.map((member) => argumentOf(value[member.name], member, context));
    const rest = others.length === 0 ? [] : [mapLiteral(Object.fromEntries(others), open, context)];
    const all = [...args, ...rest];
    return areAll(all) ? call(code`new ${type}`, all, code``, 8) : undefined;
  }
  const calls = [
    ...members.flatMap(({ name, shape: own }) => {
      if (!Object.hasOwn(value, name)) return [];
      const printed = literalOf(value[name] ?? null, own, context);
      return [printed && code`.${names.get(name) ?? name}(${indentRest(printed, '    ')})`];
    }),
    ...others.map(([name, other]) => {
      const printed = literalOfOne(other, open, context);
      return printed && code`.additionalProperty(${quote(name)}, ${indentRest(printed, '    ')})`;
    }),
  ];
  return areAll(calls) ? code`${type}.builder()\n    ${join([...calls, code`.build()`], '\n    ')}` : undefined;
}

/** What a constructor takes for a member: null for one that is not there. */
function argumentOf(value: Json | undefined, member: Member, context: LiteralContext): Code | undefined {
  if (value === undefined) return code`null`;
  const printed = literalOf(value, member.shape, context);
  if (printed === undefined || !isField(member, context.models)) return printed;
  const nullable = supportClass('Nullable', context.models.packages);
  return value === null ? code`${nullable}.ofNull()` : code`${nullable}.of(${printed})`;
}

function unionLiteral(value: Json, shape: Shape, form: FormOf<'union'>, context: LiteralContext): Code | undefined {
  const { models, direction } = context;
  const variants = variantsOf(form, models);
  for (const [index, member] of form.union.members.entries()) {
    const variant = variants.get(index);
    if (variant === undefined || !isValid(value, member, models.service.shapes, direction)) continue;
    const printed = literalOf(value, member, context);
    const own =
      variant.wrapper === undefined ? printed : wrapped(code`${typeOf(shape, models)}.${variant.wrapper}`, printed);
    if (own !== undefined) return own;
  }
  return undefined;
}

function wrapped(type: Code, value: Code | undefined): Code | undefined {
  return value && call(code`new ${type}`, [value], code``, 8);
}

function isNull({ text }: Code): boolean {
  return text === 'null';
}

function areAll(codes: readonly (Code | undefined)[]): codes is readonly Code[] {
  return codes.every((each) => each !== undefined);
}
