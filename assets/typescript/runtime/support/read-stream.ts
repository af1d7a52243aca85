/** Makes items of the bytes of a body, however they are cut. */
export type StreamReader = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<unknown>;

/** The same for items of JSON, with what parses it. */
type JsonReader = (chunks: AsyncIterable<Uint8Array>, parse?: (text: string) => unknown) => AsyncIterable<unknown>;

/** Server-sent events whose data is JSON. */
export const readJsonEvents: JsonReader = (chunks, parse = JSON.parse) => readEvents(chunks, parse);

/** Server-sent events whose data is text. */
export const readTextEvents: StreamReader = (chunks) => readEvents(chunks, (data) => data);

/** JSON values, each on a line of its own; empty lines do not count. */
export const readJsonLines: JsonReader = async function* (chunks, parse = JSON.parse) {
  for await (const line of split(chunks, '\n')) if (line.trim() !== '') yield parse(line);
};

/** JSON values, each behind a record separator. @see https://www.rfc-editor.org/rfc/rfc7464 */
export const readJsonSequence: JsonReader = async function* (chunks, parse = JSON.parse) {
  for await (const record of split(chunks, '\u001e')) {
    if (record.trim() === '') continue;
    const value = parse(record);
    // The rest of 123 may be 4 that did not come.
    if (/^[^"[{]/.test(record.trimStart()) && !/\s$/.test(record)) throw new SyntaxError('the last item is cut off');
    yield value;
  }
};

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
  parse: (data: string) => unknown,
): AsyncGenerator<{ readonly [name: string]: unknown }> {
  let fields: { [name: string]: unknown } = {};
  let data: string[] = [];
  for await (const line of lines(chunks)) {
    if (line === '') {
      if (data.length > 0) yield { ...fields, data: parse(data.join('\n')) };
      fields = {};
      data = [];
      continue;
    }
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event' && value !== '') fields.event = value;
    else if (name === 'id' && !value.includes('\0')) fields.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) fields.retry = Number(value);
  }
}

/** Lines end with a carriage return, a line feed, or both. A line is told at its end, without a look at what follows. */
async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let isAfterReturn = false;
  for await (const text of decode(chunks)) {
    const fresh: string = isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
    isAfterReturn = fresh.endsWith('\r');
    const [first = '', ...others] = fresh.split(/\r\n|\r|\n/);
    if (others.length === 0) rest += first;
    else {
      yield rest + first;
      rest = others.pop() ?? '';
      yield* others;
    }
  }
  if (rest !== '') yield rest;
}

async function* split(chunks: AsyncIterable<Uint8Array>, separator: string): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const text of decode(chunks)) {
    const [first = '', ...others] = text.split(separator);
    if (others.length === 0) rest += first;
    else {
      yield rest + first;
      rest = others.pop() ?? '';
      yield* others;
    }
  }
  yield rest;
}

/** The characters of bytes, of which one may be cut in two; no empty texts. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}
