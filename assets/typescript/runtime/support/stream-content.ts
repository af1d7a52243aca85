import type { Content } from './content.js';
import { type Check, fail, isMembers, own, type Report } from './validation.js';

/** A media type of a body that is a stream of items. */
export interface StreamContent extends Content {
  /** Reports every way in which an item is wrong. */
  readonly checkItem: Check;
  /** An item in its form on the wire. */
  readonly encodeItem: (item: unknown) => string;
}

/** Items that have been opened: the first is there already, and what is wrong with it is known. */
export interface OpenedItems extends AsyncIterableIterator<unknown> {
  readonly violations: Report;
}

/** Server-sent events whose data is JSON; the check is that of the data, or of whole events where the model says more of them. */
export function jsonEvents(
  checkData?: Check,
  mediaType?: string,
  checkEvent?: Check,
  print: (data: unknown) => string = JSON.stringify,
): StreamContent {
  return events((data) => print(data), checkData, mediaType, checkEvent);
}

/** Server-sent events whose data is text. A text that stands for itself is an event with nothing else. */
export function textEvents(checkData?: Check, mediaType?: string, checkEvent?: Check): StreamContent {
  const { checkItem, encodeItem, ...content } = events(String, checkData, mediaType, checkEvent);
  const toEvent = (item: unknown) => (typeof item === 'string' ? { data: item } : item);
  return {
    ...content,
    checkItem: (item, at, report) => checkItem(toEvent(item), at, report),
    encodeItem: (item) => encodeItem(toEvent(item)),
  };
}

/** JSON values, each on a line of its own. */
export function jsonLines(
  check?: Check,
  mediaType = 'application/jsonl',
  print: (item: unknown) => string = JSON.stringify,
): StreamContent {
  return streamOf(mediaType, checkJson(check), (item) => `${print(item)}\n`);
}

/** JSON values, each behind a record separator. @see https://www.rfc-editor.org/rfc/rfc7464 */
export function jsonSequence(
  check?: Check,
  mediaType = 'application/json-seq',
  print: (item: unknown) => string = JSON.stringify,
): StreamContent {
  return streamOf(mediaType, checkJson(check), (item) => `\u001e${print(item)}\n`);
}

export function isStreamContent(content: Content | undefined): content is StreamContent {
  return content !== undefined && 'encodeItem' in content;
}

export function isOpened(value: unknown): value is OpenedItems {
  return isAsyncIterable(value) && 'violations' in value;
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function streamOf(mediaType: string, checkItem: Check, encodeItem: StreamContent['encodeItem']): StreamContent {
  const unread = (): never => {
    throw new Error(`a request of ${mediaType} is not read as a stream`);
  };
  return { mediaType, check: checkStream, checkItem, encodeItem, decode: unread, encode: unread };
}

/** Of the items, only the first can be checked before the response begins. */
function checkStream(value: unknown, at: string, report: Report): void {
  if (isOpened(value)) report.push(...value.violations);
  else if (value !== undefined) {
    fail(at, 'type', 'must be a stream of items: an async generator, or the list of them', report);
  }
}

function checkJson(check: Check | undefined): Check {
  return (item, at, report) => {
    if (item === undefined) fail(at, 'required', 'is required', report);
    else check?.(item, at, report);
  };
}

function events(
  encodeData: (data: unknown) => string,
  checkData: Check | undefined,
  mediaType = 'text/event-stream',
  checkEvent?: Check,
): StreamContent {
  const checkItem: Check = (item, at, report) => {
    if (!isMembers(item)) {
      fail(at, 'type', 'must be an event, such as { data }', report);
      return;
    }
    const { data, event, id, retry } = item;
    checkLine(event, `${at}/event`, report);
    checkLine(id, `${at}/id`, report);
    if (retry !== undefined && !(Number.isInteger(retry) && Number(retry) >= 0)) {
      fail(`${at}/retry`, 'type', 'must be a number of milliseconds', report);
    }
    if (checkEvent !== undefined) checkEvent(item, at, report);
    else if (data === undefined) fail(`${at}/data`, 'required', 'is required', report);
    checkData?.(data, `${at}/data`, report);
  };
  return streamOf(mediaType, checkItem, (item) =>
    encodeEvent(item as { readonly [name: string]: unknown }, encodeData),
  );
}

/** A line break would begin another field, and clients drop an id with a null. */
function checkLine(value: unknown, at: string, report: Report): void {
  if (value === undefined) return;
  if (typeof value !== 'string') fail(at, 'type', 'must be a string', report);
  else if (/[\r\n\0]/.test(value)) fail(at, 'pattern', 'must be one line', report);
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
function encodeEvent(item: { readonly [name: string]: unknown }, encodeData: (data: unknown) => string): string {
  const fields = ['event', 'id', 'retry'].flatMap((name) => {
    const value = own(item, name);
    return value === undefined ? [] : [`${name}: ${value}\n`];
  });
  const lines = item.data === undefined ? [] : encodeData(item.data).split(/\r\n|\r|\n/);
  return `${fields.join('')}${lines.map((line) => `data: ${line}\n`).join('')}\n`;
}
