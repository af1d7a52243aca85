import { type Located, problems } from '../../openapi';
import type { Json } from '../../shared/json';
import type { EnumShape, IntersectionShape, Shape, UnionShape } from '../model/shape';
import { evaluatesItself } from './circular-marks';
import type { ReadContext } from './context';
import { normalise } from './dialect';
import { about, readKeywords, type SchemaNode } from './keywords';
import { composesObjects } from './object-schemas';
import { readContains } from './schema-array';
import { readConditional, readDependentRequired, readDependentSchemas } from './schema-condition';
import { readEnum } from './schema-enum';
import { readReference, withAnchors } from './schema-reference';
import { readTyped, type Typed } from './schema-typed';
import { readUnion } from './schema-union';
import { asNode, defined, field, flagField, itemsOf, type SpecNode, textField } from './spec-node';

/** How a schema is read where it stands. */
export interface SchemaOptions {
  /** In forms and bodies that are not JSON, `format: binary` means bytes. */
  readonly binary?: boolean;
  /** What `$dynamicRef` means here, by the name of the anchor. */
  readonly anchors?: ReadonlyMap<string, Located>;
}

/**
 * Reads a Schema Object. Each kind of keyword is a shape of its own; several of them are an intersection, as JSON Schema has it.
 * @see https://spec.openapis.org/oas/v3.1.0#schema-object
 */
export function readSchema(context: ReadContext, at: Located, options: SchemaOptions = {}): Shape {
  if (at.value === true) return { kind: 'any' };
  if (at.value === false) return { kind: 'never' };
  const node = asNode(context, at, 'a schema');
  if (node === undefined) return { kind: 'any' };
  const { value, nullable } = normalise(node.value, context.document.version);
  const normal = readKeywords(context, { pointer: node.pointer, value });
  const inner = withAnchors(options, normal);
  const core = closed(context, normal, intersectionOf(readParts(context, normal, nullable, inner)), inner);
  const shape = nullable ? orNull(core) : core;
  return normal.about & about.annotation ? { ...shape, ...readAnnotations(context, normal) } : shape;
}

/** Reads `unevaluatedProperties` and `unevaluatedItems`, which look at what all other keywords of the schema did. */
function closed(context: ReadContext, node: SchemaNode, core: Shape, options: SchemaOptions): Shape {
  if ((node.about & about.unevaluated) === 0) return core;
  const [atProperties, atItems] = [field(node, 'unevaluatedProperties'), field(node, 'unevaluatedItems')];
  context.afterwards.push((shapes) => {
    if (!evaluatesItself(core, shapes)) return;
    const [keyword, at] =
      atProperties === undefined ? ['unevaluatedItems', atItems] : ['unevaluatedProperties', atProperties];
    context.report(problems.unsupportedKeyword, at?.pointer ?? node.pointer, { keyword, remedy: remedyForItself });
  });
  const properties = atProperties && readSchema(context, atProperties, options);
  const items = atItems && readSchema(context, atItems, options);
  return defined({ kind: 'closed', core, properties, items });
}

const remedyForItself =
  "the schema refers to itself from inside of an alternative that has one, too; declare the properties there, with 'additionalProperties'";

function readParts(context: ReadContext, node: SchemaNode, nullable: boolean, options: SchemaOptions): Shape[] {
  const parts: Shape[] = node.about & about.reference ? readReference(context, node, options) : [];
  const typed = readTyped(context, node, options);
  const values = node.about & about.enum ? readEnum(context, node, nullable) : undefined;
  if (node.about & about.allOf) parts.push(...readAllOf(context, node, options));
  if (values === undefined) parts.push(...(isRedundant(context, node, typed) ? [] : typed.shapes));
  else parts.push(values, ...(typed.isConstrained ? typed.shapes : []));
  if (node.about & about.applicator) parts.push(...readApplicators(context, node, options));
  return parts;
}

function readApplicators(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape[] {
  const parts = applicators.flatMap(([keyword, read]) => {
    const at = field(node, keyword);
    return at === undefined ? [] : read(context, at, node, options);
  });
  if (field(node, 'discriminator') !== undefined && !field(node, 'oneOf') && !field(node, 'anyOf')) {
    context.report(problems.loneDiscriminator, `${node.pointer}/discriminator`, {});
  }
  return parts;
}

type ReadApplicator = (context: ReadContext, at: Located, node: SpecNode, options: SchemaOptions) => readonly Shape[];

/** Keywords that hold schemas and are shapes of their own, in the order of those shapes. Most schemas have none of them. */
const applicators: readonly (readonly [keyword: string, read: ReadApplicator])[] = [
  ['oneOf', (context, _, node, options) => readUnion(context, node, 'oneOf', options)],
  ['anyOf', (context, _, node, options) => readUnion(context, node, 'anyOf', options)],
  ['not', (context, at, _, options) => [negationOf(readSchema(context, at, options))]],
  ['propertyNames', (context, at, _, options) => [{ kind: 'names', names: readSchema(context, at, options) }]],
  ['contains', (context, at, node, options) => [readContains(context, at, node, options)]],
  ['if', (context, at, node, options) => [readConditional(context, at, node, options)]],
  ['dependentSchemas', (context, at, _, options) => readDependentSchemas(context, at, options)],
  ['dependentRequired', (context, at) => readDependentRequired(context, at)],
];

/** `type: object` and nothing else of objects, beside schemas that are of objects. */
function isRedundant(context: ReadContext, { value }: SpecNode, { isConstrained }: Typed): boolean {
  return value.type === 'object' && !isConstrained && composesObjects(context, value);
}

function readAllOf(context: ReadContext, node: SpecNode, options: SchemaOptions): Shape[] {
  const members = itemsOf(context, node, 'allOf');
  if (members.length === 0) {
    context.report(problems.emptyComposition, `${node.pointer}/allOf`, { keyword: 'allOf' });
  }
  return members.map((member) => readSchema(context, member, options));
}

function intersectionOf(parts: readonly Shape[]): Shape {
  const [first, ...others] = parts;
  if (first === undefined) return { kind: 'any' };
  return others.length === 0 ? first : ({ kind: 'intersection', members: parts } satisfies IntersectionShape);
}

function negationOf(shape: Shape): Shape {
  return shape.kind === 'any' ? { kind: 'never' } : { kind: 'negation', not: shape };
}

/** A shape or null; a union or an enum takes null in. */
function orNull(shape: Shape): Shape {
  if (shape.kind === 'any') return shape;
  if (shape.kind === 'enum') return withNullValue(shape);
  const members = shape.kind === 'union' && shape.mode === 'any' ? shape.members : [shape];
  if (members.some(({ kind }) => kind === 'null')) return shape;
  const rest =
    shape.kind === 'union' && shape.mode === 'any' ? shape : { kind: 'union' as const, mode: 'any' as const };
  return { ...rest, members: [...members, { kind: 'null' }] } satisfies UnionShape;
}

function withNullValue(shape: EnumShape): EnumShape {
  return shape.values.includes(null) ? shape : { ...shape, values: [...shape.values, null] };
}

function readAnnotations(context: ReadContext, node: SpecNode) {
  const { value } = node;
  const examples: Json[] = value.example === undefined ? [] : [value.example];
  if (Array.isArray(value.examples)) examples.push(...value.examples);
  return defined({
    title: textField(context, node, 'title'),
    description: textField(context, node, 'description'),
    deprecated: flagField(context, node, 'deprecated') || undefined,
    readOnly: flagField(context, node, 'readOnly') || undefined,
    writeOnly: flagField(context, node, 'writeOnly') || undefined,
    default: value.default,
    examples: examples.length === 0 ? undefined : examples,
  });
}
