import { type Located, problems } from '../../openapi';
import type { Json } from '../../shared/json';
import { type StreamFormat, streamFormatOf } from '../../shared/streaming-media-types';
import type { Content, ContentKind } from '../model/service';
import type { Shape } from '../model/shape';
import { dereference, type ReadContext } from './context';
import { readEncodings } from './encoding';
import { readExamples } from './examples';
import { isMediaType, kindOfMediaType } from './media-types';
import { readSchema } from './schema';
import { isBinary } from './schema-typed';
import { asNode, defined, field, isNode, membersOf, nodeField, type SpecNode } from './spec-node';
import { readStream } from './stream';

/** What a body may have: `encoding` those of requests, streams those of successes. */
export interface BodyOptions {
  readonly hasEncoding?: boolean;
  readonly mayStream?: boolean;
}

/** Reads the media types of a body. */
export function readContents(context: ReadContext, node: SpecNode, options: BodyOptions): Content[] {
  const content = nodeField(context, node, 'content');
  if (content === undefined) return [];
  return membersOf(content).flatMap((at) => readContent(context, at.key, at, options) ?? []);
}

/**
 * Reads a Media Type Object.
 * @see https://spec.openapis.org/oas/v3.1.0#media-type-object
 */
function readContent(
  context: ReadContext,
  mediaType: string,
  at: Located,
  { hasEncoding, mayStream }: BodyOptions,
): Content | undefined {
  const node = asNode(context, at, `'${mediaType}'`);
  if (node === undefined) return undefined;
  if (!isMediaType(mediaType)) {
    context.report(problems.invalidMediaType, at.pointer, { mediaType });
    return undefined;
  }
  checkCharset(context, mediaType, at);
  const format = mayStream ? streamFormatOf(mediaType) : undefined;
  if (format !== undefined) {
    const stream = readStream(context, node, format);
    return { mediaType, ...stream, examples: readExamples(context, node), pointer: node.pointer };
  }
  const schema = field(node, 'schema');
  const kind = kindOf(context, mediaType, schema);
  const shape = readers[kind](context, schema, mediaType);
  return defined({
    mediaType,
    kind,
    shape,
    // OpenAPI has it ignored anywhere else.
    ...(hasEncoding ? readEncodings(context, node, kind) : {}),
    examples: readExamples(context, node),
    pointer: node.pointer,
  });
}

function checkCharset(context: ReadContext, mediaType: string, at: Located): void {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(mediaType)?.[1];
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset)) {
    context.report(problems.unsupportedCharset, at.pointer, { charset });
  }
}

/** What the media type says; where it says nothing, what the schema says. Bytes are bytes under any name but JSON's. */
function kindOf(context: ReadContext, mediaType: string, schema: Located | undefined): WholeKind {
  const said = kindOfMediaType(mediaType);
  if (said === 'json' || said === 'form' || said === 'multipart') return said;
  const target = schema === undefined ? undefined : dereference(context, schema);
  if (target !== undefined && isBinarySchema(target)) return 'binary';
  return said ?? (schema === undefined ? 'binary' : 'json');
}

type ReadBody = (context: ReadContext, schema: Located | undefined, mediaType: string) => Shape;

type WholeKind = Exclude<ContentKind, StreamFormat>;

const readers: Readonly<Record<WholeKind, ReadBody>> = {
  json: (context, schema) => (schema === undefined ? { kind: 'any' } : readSchema(context, schema)),
  text: (context, schema, mediaType) => {
    if (schema === undefined) return { kind: 'string' };
    if (isScalar(context, schema)) return readSchema(context, schema);
    reportIgnored(context, schema, mediaType, 'text');
    return { kind: 'string' };
  },
  binary: (context, schema, mediaType) => {
    if (schema !== undefined && !isScalar(context, schema)) {
      reportIgnored(context, schema, mediaType, 'bytes');
    }
    return { kind: 'blob' };
  },
  form: readForm,
  multipart: readForm,
};

/** Said once for each media type: it is the same everywhere. */
function reportIgnored(context: ReadContext, schema: Located, mediaType: string, as: string): void {
  context.once('unsupported content', mediaType, () =>
    context.report(problems.unsupportedContent, schema.pointer, { mediaType, as }),
  );
}

/** The fields of a form are the members of a structure or map. One with files in it is read in place, since only there are they bytes. */
function readForm(context: ReadContext, schema: Located | undefined, mediaType: string): Shape {
  if (schema === undefined) return { kind: 'map', values: { kind: 'any' } };
  const target = dereference(context, schema);
  if (target === undefined) return { kind: 'any' };
  const node = asNode(context, target, 'a schema');
  if (node === undefined) return { kind: 'any' };
  const { type, properties, additionalProperties, allOf, oneOf, anyOf } = node.value;
  if (type !== 'object' && (properties ?? additionalProperties ?? allOf ?? oneOf ?? anyOf) === undefined) {
    context.report(problems.unsupportedForm, node.pointer, { mediaType });
  }
  return hasFiles(context, node) ? readSchema(context, target, { binary: true }) : readSchema(context, schema);
}

function hasFiles(context: ReadContext, node: SpecNode): boolean {
  const properties = nodeField(context, node, 'properties');
  return (properties === undefined ? [] : membersOf(properties)).some((property) => {
    const target = dereference(context, property);
    if (target === undefined || !isNode(target)) return false;
    const items = field(target, 'items');
    const item = items === undefined ? undefined : dereference(context, items);
    return isBinarySchema(target) || (item !== undefined && isBinarySchema(item));
  });
}

function isBinarySchema(at: Located): boolean {
  return isNode(at) && at.value.type === 'string' && isBinary(at);
}

/** True for schemas whose values can stand in a body as they are: text, numbers, true and false, and whatever is not said. */
function isScalar(context: ReadContext, schema: Located): boolean {
  const target = dereference(context, schema);
  if (target === undefined || !isNode(target) || Object.keys(target.value).length === 0) return true;
  const { type, enum: values, const: constant } = target.value;
  if (type === undefined) return values !== undefined || constant !== undefined;
  return (Array.isArray(type) ? type : [type]).every((name) => scalars.has(name));
}

const scalars: ReadonlySet<Json> = new Set(['string', 'number', 'integer', 'boolean']);
