import { essence } from '../../../../shared/media-type';
import { type Code, code, globalSymbol, join } from '../../../emit/symbol';
import type { Content, Operation, Service } from '../../../model/service';
import type { Shape } from '../../../model/shape';
import { isStream, plainEventData, type StreamContent, streams, streamsOf } from '../../../model/streams';
import { placesOf } from '../int64';
import { nameService } from '../names';
import { call, literalKey, objectLiteral, quote, support, supportType } from '../source';
import { typeOf } from '../types';
import { type CheckContext, checkFunction } from '../validators/checks';
import type { NamedOperation } from './context';

/** On which side of the wire a stream is: handlers make items in several ways, clients get them in one. */
export type Side = 'handler' | 'client';

/** The type of an item of an operation's streams, under its name. */
export function itemName({ operation, names }: NamedOperation): string | undefined {
  return streams(operation) ? `${names.type}Item` : undefined;
}

/** The type of an item: of all streams of the operation together. */
export function itemType(operation: Operation, context: CheckContext): Code {
  const types = streamsOf(operation).map((content) => itemOf(content, context));
  const distinct = new Map(types.map((type) => [type.text, type]));
  return join([...distinct.values()], ' | ');
}

/** The type of a body of which some media types stream. */
export function withStreams(
  whole: Code | undefined,
  contents: readonly Content[],
  item: string | Code,
  side: Side,
): Code {
  const found = contents.filter(isStream);
  const isText = found.some(({ eventData }) => eventData === 'text');
  const stream =
    side === 'client'
      ? code`${globalSymbol('AsyncIterable')}<${item}>`
      : code`${supportType('stream', 'ItemSource')}<${item}${isText ? ' | string' : ''}>`;
  return whole === undefined ? stream : code`${whole} | ${stream}`;
}

/** How a handler writes the items of a stream, and what each has to be. */
export function streamContentOf(content: StreamContent, context: CheckContext, usual: string): Code {
  const { mediaType, shape } = content;
  const data = content.kind === 'events' ? plainEventData(shape) : shape;
  const check = data === undefined ? undefined : checkFunction(data, 'item', context);
  const checkEvent = data === undefined ? checkFunction(shape, 'item', context) : undefined;
  const type = mediaType === usual ? undefined : code`${quote(mediaType)}`;
  const print = placesOf(dataOf(content), context) && code`${support('exact-json', 'printExact')}`;
  const args = content.kind === 'events' ? [check, type, checkEvent, print] : [check, type, print];
  return call(support('stream-content', writers[formatOf(content)]), withoutLast(args));
}

/** How a client reads the items of each stream, by media type. */
export function streamReaders(operation: Operation, service: Service): Code | undefined {
  const readers = new Map(
    streamsOf(operation).map((content) => [essence(content.mediaType), reader(content, service)]),
  );
  if (readers.size === 0) return undefined;
  return objectLiteral([...readers].map(([mediaType, read]) => code`${literalKey(mediaType)}: ${read}`));
}

function reader(content: StreamContent, service: Service): Code {
  const read = support('read-stream', readerNames[formatOf(content)]);
  const places = placesOf(dataOf(content), { service, names: nameService(service) });
  if (places === undefined) return code`${read}`;
  return code`(chunks) => ${read}(chunks, (text) => ${support('exact-json', 'parseExact')}(text, ${places}))`;
}

/** What is written as JSON: of an event, its data. */
function dataOf({ kind, shape }: StreamContent): Shape {
  const data =
    kind === 'events' && shape.kind === 'structure' ? shape.members.find(({ name }) => name === 'data') : undefined;
  return data?.shape ?? shape;
}

type Format = 'json-events' | 'text-events' | 'json-lines' | 'json-sequence';

const writers: Readonly<Record<Format, string>> = {
  'json-events': 'jsonEvents',
  'text-events': 'textEvents',
  'json-lines': 'jsonLines',
  'json-sequence': 'jsonSequence',
};

const readerNames: Readonly<Record<Format, string>> = {
  'json-events': 'readJsonEvents',
  'text-events': 'readTextEvents',
  'json-lines': 'readJsonLines',
  'json-sequence': 'readJsonSequence',
};

function formatOf({ kind, eventData = 'json' }: StreamContent): Format {
  return kind === 'events' ? `${eventData}-events` : kind;
}

function itemOf({ kind, shape }: StreamContent, context: CheckContext): Code {
  const data: Shape | undefined = kind === 'events' ? plainEventData(shape) : undefined;
  if (data === undefined) return typeOf(shape, context);
  const event = supportType('stream', 'ServerSentEvent');
  return data.kind === 'string' ? code`${event}` : code`${event}<${typeOf(data, context)}>`;
}

/** Arguments, without those at the end that are the usual ones. */
export function withoutLast(args: readonly (Code | undefined)[]): Code[] {
  const last = args.findLastIndex((arg) => arg !== undefined);
  return args.slice(0, last + 1).map((arg) => arg ?? code`undefined`);
}
