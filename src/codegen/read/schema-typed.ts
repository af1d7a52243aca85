import { problems } from '../../openapi';
import type { Json } from '../../shared/json';
import type { NumberShape, Shape, StringShape } from '../model/shape';
import type { ReadContext } from './context';
import { isExact } from './int64';
import { about, type JsonType, keywordsOf, type SchemaNode, types } from './keywords';
import { isPattern } from './pattern';
import type { SchemaOptions } from './schema';
import { readArray } from './schema-array';
import { readObject } from './schema-object';
import {
  countField,
  defined,
  describe,
  field,
  itemsOf,
  numberField,
  type SpecNode,
  stepField,
  textField,
} from './spec-node';

/** What `type` and the keywords of types say. */
export interface Typed {
  /** Nothing, one shape, or several that all hold. */
  readonly shapes: readonly Shape[];
  /** There is more to it than the type. */
  readonly isConstrained: boolean;
}

/**
 * Reads `type` and the keywords that belong to types. A list of types is a union; keywords without a type say something of values of
 * their type only.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1
 */
export function readTyped(context: ReadContext, node: SchemaNode, options: SchemaOptions): Typed {
  const declared = node.about & about.type ? declaredTypes(context, node) : undefined;
  if (declared === undefined) {
    if ((node.about & ofTypes) === 0) return nothing;
    const used = (Object.keys(keywordsOf) as ConstrainedType[]).filter((type) => usesType(node, type));
    const shapes = used.map((type) => ({ ...readType(context, node, type, options), implied: true }));
    return { shapes, isConstrained: shapes.length > 0 };
  }
  const isConstrained = declared.some((type) => usesType(node, type === 'integer' ? 'number' : type));
  const shapes = declared.map((type) => readType(context, node, type, options));
  return { shapes: shapes.length < 2 ? shapes : [{ kind: 'union', mode: 'any', members: shapes }], isConstrained };
}

/** The types that a schema names, or nothing if it names none. */
export function declaredTypes(context: ReadContext, node: SpecNode): readonly JsonType[] | undefined {
  const at = field(node, 'type');
  if (at === undefined) return undefined;
  if (isKnownType(at.value)) return [at.value];
  const named = Array.isArray(at.value) ? itemsOf(context, node, 'type') : [at];
  const found = named
    .filter(({ pointer, value }) => isType(context, pointer, value))
    .map(({ value }) => value as JsonType);
  const distinct = [...new Set(found)];
  return distinct.includes('number') ? distinct.filter((type) => type !== 'integer') : distinct;
}

function isType(context: ReadContext, pointer: string, value: Json): boolean {
  if (isKnownType(value)) return true;
  if (typeof value === 'string') context.report(problems.unknownType, pointer, { type: value, known: types });
  else {
    const want = value === null ? "the text 'null' in quotes, or another type" : 'a name of a type, or a list of them';
    context.report(problems.unexpectedType, pointer, { what: "'type'", want, got: describe(value) });
  }
  return false;
}

function isKnownType(value: Json): value is JsonType {
  return typeof value === 'string' && (types as readonly string[]).includes(value);
}

type ConstrainedType = keyof typeof keywordsOf;

const nothing: Typed = { shapes: [], isConstrained: false };

/** Whatever is about one type. */
const ofTypes = about.string | about.number | about.array | about.object;

function usesType(node: SchemaNode, type: JsonType): boolean {
  return Object.hasOwn(keywordsOf, type) && (node.about & about[type as ConstrainedType]) !== 0;
}

function readType(context: ReadContext, node: SchemaNode, type: JsonType, options: SchemaOptions): Shape {
  switch (type) {
    case 'string':
      return readString(context, node, options);
    case 'number':
    case 'integer':
      return readNumber(context, node, type === 'integer');
    case 'array':
      return readArray(context, node, options);
    case 'object':
      return readObject(context, node, options);
    default:
      return { kind: type };
  }
}

function readString(context: ReadContext, node: SchemaNode, options: SchemaOptions): Shape {
  if ((node.about & (about.string | about.format)) === 0) return { kind: 'string' };
  if (options.binary && isBinary(node)) return { kind: 'blob' };
  const pattern = textField(context, node, 'pattern');
  return defined({
    kind: 'string',
    format: textField(context, node, 'format'),
    minLength: countField(context, node, 'minLength'),
    maxLength: countField(context, node, 'maxLength'),
    pattern: pattern !== undefined && isPattern(context, `${node.pointer}/pattern`, pattern) ? pattern : undefined,
  }) satisfies StringShape;
}

/** Bytes: `format: binary`, or in 3.1 a media type without an encoding. */
export function isBinary({ value }: SpecNode): boolean {
  if (value.format === 'binary') return true;
  return typeof value.contentMediaType === 'string' && value.contentEncoding === undefined;
}

function readNumber(context: ReadContext, node: SchemaNode, integer: boolean): NumberShape {
  if ((node.about & (about.number | about.format)) === 0) return { kind: 'number', integer };
  return defined({
    kind: 'number',
    integer,
    format: textField(context, node, 'format'),
    minimum: numberField(context, node, 'minimum'),
    maximum: numberField(context, node, 'maximum'),
    exclusiveMinimum: numberField(context, node, 'exclusiveMinimum'),
    exclusiveMaximum: numberField(context, node, 'exclusiveMaximum'),
    multipleOf: stepField(context, node, 'multipleOf'),
    exact: (integer && isExact(context, node)) || undefined,
  });
}
