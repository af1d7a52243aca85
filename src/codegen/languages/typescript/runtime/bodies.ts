import { essence } from '../../../../shared/media-type';
import { type Code, code, indentRest } from '../../../emit/symbol';
import type { Content, Operation, Service } from '../../../model/service';
import type { Member, Shape } from '../../../model/shape';
import { isStream } from '../../../model/streams';
import { formFields } from '../../form-fields';
import { placesOf, placesOfAny } from '../int64';
import { nameService } from '../names';
import { call, list, literalKey, objectLiteral, quote, support } from '../source';
import { type CheckContext, checkFunction } from '../validators/checks';
import { readStyles, writeStyles } from './field-styles';
import { fieldsOf } from './read-parameters';
import { streamContentOf, withoutLast } from './streams';
import { jsonConversion, wireFormOf } from './wire-form';

/** What a media type is called where none is named. */
const usual: Readonly<Record<Content['kind'], string>> = {
  json: 'application/json',
  text: 'text/plain',
  binary: 'application/octet-stream',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
  events: 'text/event-stream',
  'json-lines': 'application/jsonl',
  'json-sequence': 'application/json-seq',
};

/** The media types of a body, as a handler reads or writes them: of JSON and nothing else, the check alone. */
export function contentsOf(contents: readonly Content[], context: CheckContext): Code {
  const [first] = contents;
  const isPlain = isPlainJson(first) && contents.length === 1 && placesOf(first.shape, context) === undefined;
  const check = isPlain ? checkFunction(first.shape, 'body', context) : undefined;
  if (check !== undefined) return check;
  return list(
    '[',
    contents.map((content) => contentOf(content, context)),
    ']',
  );
}

/** The body of a request, as a client writes it: in the media type that is asked for, or the first. */
export function writeBody({ body }: Operation, service: Service): Code | undefined {
  const [first, ...others] = body?.contents ?? [];
  if (first === undefined) return undefined;
  const last = write(first, service);
  return others.reduceRight(
    (rest, content) => code`contentType === ${quote(content.mediaType)}
  ? ${indentRest(write(content, service), '  ')}
  : ${indentRest(rest, '  ')}`,
    last,
  );
}

/** How responses are read whose media type alone does not tell; undefined where all do. */
export function responseKinds({ responses }: Operation, service: Service): Code | undefined {
  const contents = responses.flatMap((response) => response.contents.filter((content) => !isStream(content)));
  const mediaTypeOf = ({ mediaType, kind }: Content) => essence(mediaType.includes('*') ? usual[kind] : mediaType);
  const readers = new Map(
    contents.flatMap((content) => {
      const mediaType = mediaTypeOf(content);
      const alike = contents.filter((other) => other.kind === 'json' && mediaTypeOf(other) === mediaType);
      const reader = exactReader(alike, service) ?? readerOf(content, mediaType, service);
      return reader === undefined ? [] : [[mediaType, reader] as const];
    }),
  );
  return readers.size === 0
    ? undefined
    : objectLiteral([...readers].map(([mediaType, reader]) => code`${literalKey(mediaType)}: ${reader}`));
}

/** How JSON is read of which no digit may be lost: one way for all responses that have the media type. */
function exactReader(contents: readonly Content[], service: Service): Code | undefined {
  const context = { service, names: nameService(service) };
  const places = placesOfAny(
    contents.map(({ shape }) => shape),
    context,
  );
  return places === undefined ? undefined : call(support('exact-json', 'readExact'), [places]);
}

function readerOf(content: Content, mediaType: string, service: Service): Code | undefined {
  const { kind, shape } = content;
  if (kind === 'form') {
    return code`${call(support('form-content', 'form'), [fieldsOfForm(content, service)])}.decode`;
  }
  const convert = kind === 'text' ? textConversion(shape, service) : undefined;
  if (convert !== undefined) {
    const args = [code`undefined`, code`undefined`, convert];
    return code`${call(support('content', 'text'), args)}.decode`;
  }
  return kindOf(mediaType) === kind ? undefined : code`'${kind}'`;
}

/** What a client accepts: every media type of the responses. */
export function acceptOf({ responses }: Operation): string | undefined {
  const mediaTypes = new Set(responses.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType)));
  return mediaTypes.size === 0 ? undefined : [...mediaTypes].join(', ');
}

function isPlainJson(content: Content | undefined): content is Content {
  return content?.kind === 'json' && content.mediaType === usual.json;
}

function contentOf(content: Content, context: CheckContext): Code {
  if (isStream(content)) return streamContentOf(content, context, usual[content.kind]);
  const { kind, mediaType, shape } = content;
  const check = checkFunction(shape, 'body', context);
  if (kind === 'form' || kind === 'multipart') return formContent(content, check, context.service);
  const type = mediaType === usual[kind] ? [] : [code`${quote(mediaType)}`];
  const convert = kind === 'text' ? textConversion(shape, context.service) : undefined;
  if (convert !== undefined) {
    return call(support('content', 'text'), [check ?? code`undefined`, code`${quote(mediaType)}`, convert]);
  }
  const args = check === undefined && type.length > 0 ? [code`undefined`] : check === undefined ? [] : [check];
  const places = kind === 'json' ? placesOf(shape, context) : undefined;
  if (places !== undefined) return call(support('exact-json', 'exactJson'), [places, ...args, ...type]);
  return call(support('content', kind), [...args, ...type]);
}

/** What makes a number of a text, where the schema wants one. */
function textConversion(shape: Shape, service: Service): Code | undefined {
  const form = wireFormOf(shape, service);
  return form.kind === 'scalar' ? form.convert : undefined;
}

/** How a handler reads a form. */
function formContent(content: Content, check: Code | undefined, service: Service): Code {
  const { kind, mediaType } = content;
  const type = mediaType === usual[kind] ? undefined : code`${quote(mediaType)}`;
  const args = [fieldsOfForm(content, service), check, type, readStyles(content, service)];
  return call(support(`${kind}-content`, kind), withoutLast(args));
}

function write(content: Content, service: Service): Code {
  const { kind, mediaType, shape, partTypes = {} } = content;
  const sent = mediaType.includes('*') ? usual[kind] : mediaType;
  const type = sent === usual[kind] ? undefined : code`${quote(sent)}`;
  const types = Object.entries(partTypes).map(([name, part]) => code`${literalKey(name)}: ${quote(part)}`);
  const parts = types.length === 0 ? undefined : list('{', types, '}', ' ');
  const isExact = placesOf(shape, { service, names: nameService(service) }) !== undefined;
  if (kind === 'form' || kind === 'multipart') {
    const convert = isExact ? code`${support('exact-json', 'withExactJson')}` : undefined;
    const args = [code`input.body`, kind === 'form' ? type : parts, writeStyles(content, service), convert];
    return call(support('write-body', `${kind}Body`), withoutLast(args));
  }
  const args = withoutLast([code`input.body`, type]);
  if (isExact && kind === 'json') return call(support('exact-json', 'exactJsonBody'), args);
  return call(support('write-body', `${kind}Body`), args);
}

function fieldsOfForm(content: Content, service: Service): Code {
  const { plain } = formFields(content, service);
  return (content.kind === 'form' ? fieldsOf(plain, service) : partFields(plain, service)) ?? code`{}`;
}

function partFields(members: readonly Member[], service: Service): Code | undefined {
  const fields = members.flatMap(({ name, shape }) => {
    const reader = partReader(shape, service);
    return reader === undefined ? [] : [code`${literalKey(name)}: ${reader}`];
  });
  return fields.length === 0 ? undefined : objectLiteral(fields);
}

/** Lists are parts that repeat; objects are JSON. */
function partReader(shape: Shape, service: Service): Code | undefined {
  const use = (name: string, ...args: readonly Code[]) => call(support('multipart-content', name), args);
  const resolved = shape.kind === 'reference' ? (service.shapes.get(shape.target)?.shape ?? shape) : shape;
  if (resolved.kind === 'blob') return use('bytesPart');
  if (resolved.kind === 'list' && resolved.items.kind === 'blob') return use('bytesParts');
  const form = wireFormOf(shape, service);
  if (form.kind === 'list') return use('textParts', ...(form.convert === undefined ? [] : [form.convert]));
  if (form.kind === 'object') return use('textPart', jsonConversion(shape, service));
  return form.convert === undefined ? undefined : use('textPart', form.convert);
}

/** As `support/read-response` tells it. */
function kindOf(mediaType: string): 'json' | 'text' | 'binary' {
  if (/^application\/json$|\+json$/.test(mediaType)) return 'json';
  return /^text\/|[/+](?:xml|yaml|javascript|x-www-form-urlencoded)$/.test(mediaType) ? 'text' : 'binary';
}
