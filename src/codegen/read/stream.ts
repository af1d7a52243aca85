import { type Located, problems } from '../../openapi';
import { isJsonObject, type Json } from '../../shared/json';
import type { StreamFormat } from '../../shared/streaming-media-types';
import type { Content } from '../model/service';
import type { Shape } from '../model/shape';
import { plainEvent } from '../model/streams';
import { dereference, type ReadContext } from './context';
import { readSchema } from './schema';
import { field, isNode, itemsOf, type SpecNode } from './spec-node';

type Stream = Pick<Content, 'kind' | 'shape' | 'eventData'>;

/**
 * Reads the items of a streaming media type: `itemSchema`, as OpenAPI 3.2 has it, or the items of a `schema` that is an array. Any other
 * `schema` is that of an item; of server-sent events, of the data of an event.
 * @see https://spec.openapis.org/oas/v3.2.0#sequential-media-types
 */
export function readStream(context: ReadContext, node: SpecNode, format: StreamFormat): Stream {
  const schema = field(node, 'schema');
  const item = field(node, 'itemSchema') ?? itemsOfArray(context, schema);
  if (format === 'events') return { kind: format, ...readEvents(context, item, schema) };
  const at = item ?? schema;
  return { kind: format, shape: at === undefined ? { kind: 'any' } : readSchema(context, at) };
}

function itemsOfArray(context: ReadContext, schema: Located | undefined): Located | undefined {
  const target = schema === undefined ? undefined : dereference(context, schema);
  return target !== undefined && isNode(target) && target.value.type === 'array' ? field(target, 'items') : undefined;
}

function readEvents(
  context: ReadContext,
  item: Located | undefined,
  schema: Located | undefined,
): Omit<Stream, 'kind'> {
  const data = item === undefined ? [] : dataOf(context, item);
  if (item === undefined || data.length === 0) return readData(context, item ?? schema);
  const kinds = new Set(data.map((at) => (isText(context, at) ? 'text' : 'json')));
  if (kinds.size > 1) context.report(problems.mixedEventData, item.pointer, {});
  return { shape: readEvent(context, item), eventData: kinds.has('json') ? 'json' : 'text' };
}

/** What is said of nothing is text. */
function readData(context: ReadContext, at: Located | undefined): Omit<Stream, 'kind'> {
  const isUnsaid = at === undefined || (isNode(at) && Object.keys(at.value).length === 0);
  if (isUnsaid) return { shape: plainEvent({ kind: 'string' }), eventData: 'text' };
  return { shape: plainEvent(readSchema(context, at)), eventData: isText(context, at) ? 'text' : 'json' };
}

/** The schemas of the member `data` of an event, which may be one of several. */
function dataOf(context: ReadContext, item: Located): readonly Located[] {
  const target = dereference(context, item);
  if (target === undefined || !isNode(target)) return [];
  const own = propertyData(target);
  return [...(own === undefined ? [] : [own]), ...alternatives(context, target).flatMap((at) => dataOf(context, at))];
}

function propertyData(node: SpecNode): Located | undefined {
  const properties = field(node, 'properties');
  return properties !== undefined && isNode(properties) ? field(properties, 'data') : undefined;
}

function alternatives(context: ReadContext, node: SpecNode): readonly Located[] {
  return [...itemsOf(context, node, 'oneOf'), ...itemsOf(context, node, 'anyOf')];
}

/** An event as its schema says, with the value of its data in place of the text that holds it. */
function readEvent(context: ReadContext, at: Located): Shape {
  const target = dereference(context, at);
  if (target === undefined || !isNode(target)) return { kind: 'any' };
  const { properties, oneOf, anyOf } = target.value;
  const members = alternatives(context, target);
  const isUnion = properties === undefined && (oneOf === undefined) !== (anyOf === undefined);
  if (isUnion && members.length > 0) {
    const mode = oneOf === undefined ? 'any' : 'one';
    return { kind: 'union', mode, members: members.map((member) => readEvent(context, member)) };
  }
  const content = contentOf(context, propertyData(target));
  if (content === undefined) return readSchema(context, at);
  const shape = readSchema(context, target);
  if (shape.kind !== 'structure') return shape;
  const data = readSchema(context, content);
  return {
    ...shape,
    members: shape.members.map((member) => (member.name === 'data' ? { ...member, shape: data } : member)),
  };
}

/** The schema of the JSON that a string holds. */
function contentOf(context: ReadContext, data: Located | undefined): Located | undefined {
  const target = data === undefined ? undefined : dereference(context, data);
  if (target === undefined || !isNode(target)) return undefined;
  const { contentMediaType } = target.value;
  const isJson = contentMediaType === undefined || /[/+]json\b/i.test(String(contentMediaType));
  return isJson ? field(target, 'contentSchema') : undefined;
}

/** True for a schema of strings, which are the data as they stand. All else is JSON. */
function isText(context: ReadContext, at: Located): boolean {
  const target = dereference(context, at);
  if (target === undefined || !isJsonObject(target.value) || contentOf(context, target) !== undefined) return false;
  const { type, enum: values, const: constant } = target.value;
  if (type !== undefined) return type === 'string';
  const all: readonly Json[] = Array.isArray(values) ? values : constant === undefined ? [] : [constant];
  return all.length > 0 && all.every((value) => typeof value === 'string');
}
