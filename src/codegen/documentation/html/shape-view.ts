import type { Json } from '../../../shared/json';
import type { ConditionalShape, NumberShape, Shape, StringShape } from '../../model/shape';
import { type ShapeVisitor, visitShape } from '../../model/visit-shape';
import { type Content, type Html, html } from './html';
import { inlineMarkdown, markdown } from './markdown';

/** From the name of a schema to the id of its section. */
export type SchemaAnchors = ReadonlyMap<string, string>;

/** Inline objects deeper than this are named, not shown. */
const deepest = 6;
const mostValues = 40;

/** The type of a shape in one line, with links to the schemas it names. */
export function typeLine(shape: Shape, schemas: SchemaAnchors): Html {
  const of = (inner: Shape) => typeLine(inner, schemas);
  const joined = (members: readonly Shape[], separator: string) =>
    members.map((member, index) => [index === 0 ? '' : separator, of(member)]);
  const visitor: ShapeVisitor<Html> = {
    any: () => html`any value`,
    never: () => html`nothing`,
    null: () => html`null`,
    boolean: () => html`boolean`,
    number: ({ integer, format }) =>
      html`${integer ? 'integer' : 'number'}${format === undefined ? '' : ` (${format})`}`,
    string: ({ format }) => html`string${format === undefined ? '' : ` (${format})`}`,
    blob: () => html`bytes`,
    enum: ({ values }) => html`${values.slice(0, mostValues).map(enumValue)}${values.length > mostValues ? ' …' : ''}`,
    list: ({ items }) => html`list of ${of(items)}`,
    tuple: ({ prefix, rest }) => html`tuple of ${joined([...prefix, ...(rest.kind === 'never' ? [] : [rest])], ', ')}`,
    structure: () => html`object`,
    map: ({ values }) => html`map of ${of(values)}`,
    union: ({ members }) => html`${joined(members, ' or ')}`,
    intersection: ({ members }) => html`${joined(members, ' and ')}`,
    negation: ({ not }) => html`anything but ${of(not)}`,
    contains: ({ item }) => html`list with ${of(item)}`,
    names: ({ names }) => html`object with names of ${of(names)}`,
    conditional: (inner) => html`${conditionLine(inner, of)}`,
    closed: ({ core }) => of(core),
    reference: ({ target }) => html`<a href="#${schemas.get(target) ?? ''}">${target}</a>`,
  };
  return visitShape(shape, visitor);
}

function conditionLine({ condition, consequence, alternative }: ConditionalShape, of: (shape: Shape) => Html): Content {
  const otherwise = alternative.kind === 'any' ? '' : html`, else ${of(alternative)}`;
  return html`if ${of(condition)}, then ${of(consequence)}${otherwise}`;
}

/** What there is to say of a shape beyond its type: bounds, and the members of objects in it. */
export function shapeDetails(shape: Shape, schemas: SchemaAnchors, depth = 0): Content {
  const below = (inner: Shape) => (depth < deepest ? shapeDetails(inner, schemas, depth + 1) : undefined);
  switch (shape.kind) {
    case 'structure':
      if (depth >= deepest || shape.members.length === 0) return undefined;
      return html`<dl class="members">${shape.members.map(
        ({ name, shape: member, required }) =>
          html`<dt><code>${name}</code>${
            required ? html` <span class="required">required</span>` : ''
          }${flags(member)} <span class="type">${typeLine(member, schemas)}</span></dt><dd>${aboutShape(member, schemas, depth)}</dd>`,
      )}</dl>`;
    case 'list':
      return below(shape.items);
    case 'map':
      return below(shape.values);
    case 'union':
    case 'intersection':
      return shape.members.map(below);
    case 'conditional':
      return [shape.condition, shape.consequence, shape.alternative].map(below);
    case 'closed':
      return below(shape.core);
    default:
      return undefined;
  }
}

/** Description, bounds and members of a shape that stands in a list of others. */
export function aboutShape(shape: Shape, schemas: SchemaAnchors, depth = 0): Content {
  const bounds = constraints(shape);
  return [
    shape.description === undefined ? undefined : markdown(shape.description),
    bounds.length === 0 ? undefined : html`<p class="bounds">${bounds.join(', ')}</p>`,
    shape.default === undefined
      ? undefined
      : html`<p class="bounds">default <code>${JSON.stringify(shape.default)}</code></p>`,
    shapeDetails(shape, schemas, depth + 1),
  ];
}

/** One line about a shape for a table. */
export function shapeSummary(shape: Shape): Content {
  const { description } = shape;
  const bounds = constraints(shape).join(', ');
  return [description === undefined ? undefined : inlineMarkdown(description), bounds === '' ? '' : ` (${bounds})`];
}

function flags({ deprecated, readOnly, writeOnly }: Shape): Content {
  const names = [
    deprecated === true && 'deprecated',
    readOnly === true && 'read only',
    writeOnly === true && 'write only',
  ];
  return names.map((name) => (name === false ? undefined : html` <span class="flag">${name}</span>`));
}

function enumValue(value: Json, index: number): Html {
  return html`${index === 0 ? '' : ' | '}<code>${JSON.stringify(value)}</code>`;
}

function constraints(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'number':
      return numberBounds(shape);
    case 'string':
      return stringBounds(shape);
    case 'list':
    case 'tuple':
      return [
        ...range(shape.minItems, shape.maxItems, ['item', 'items']),
        ...(shape.uniqueItems === true ? ['all different'] : []),
      ];
    case 'structure':
    case 'map':
      return range(shape.minProperties, shape.maxProperties, ['property', 'properties']);
    default:
      return [];
  }
}

function numberBounds({
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
}: NumberShape): readonly string[] {
  const bound = (sign: string, value: number | undefined) => (value === undefined ? [] : [`${sign} ${value}`]);
  return [
    ...bound('≥', minimum),
    ...bound('>', exclusiveMinimum),
    ...bound('≤', maximum),
    ...bound('<', exclusiveMaximum),
    ...bound('a multiple of', multipleOf),
  ];
}

function stringBounds({ minLength, maxLength, pattern }: StringShape): readonly string[] {
  return [
    ...range(minLength, maxLength, ['character', 'characters']),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
  ];
}

function range(
  min: number | undefined,
  max: number | undefined,
  [one, many]: readonly [string, string],
): readonly string[] {
  if (min === undefined && max === undefined) return [];
  const units = (max ?? min) === 1 ? one : many;
  if (max === undefined) return [`at least ${min} ${units}`];
  return [
    min === undefined ? `at most ${max} ${units}` : min === max ? `${min} ${units}` : `${min} to ${max} ${units}`,
  ];
}
