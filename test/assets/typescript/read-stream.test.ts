import fc from 'fast-check';
import { loadSupport } from '../../support/runtime-support';

const { readJsonEvents, readJsonLines, readJsonSequence, readTextEvents } =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/read-stream')>('read-stream');
const { jsonEvents, jsonLines, jsonSequence, textEvents } =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/stream-content')>('stream-content');

type Reader = typeof readJsonEvents;

async function* chunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of [...cuts, bytes.length].map((each) => Math.min(each, bytes.length)).sort((a, b) => a - b)) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Reads a text in one piece, and byte by byte. */
async function read(reader: Reader, text: string): Promise<unknown[]> {
  const bytes = new TextEncoder().encode(text);
  const whole = await collect(reader(chunks(bytes, [])));
  const single = await collect(
    reader(
      chunks(
        bytes,
        Array.from(bytes, (_, index) => index),
      ),
    ),
  );
  expect(single).toEqual(whole);
  return whole;
}

describe('server-sent events', () => {
  test.each<[what: string, text: string, want: unknown[]]>([
    ['an event', 'data: a\n\n', [{ data: 'a' }]],
    ['every field', 'event: e\nid: 1\nretry: 10\ndata: a\n\n', [{ event: 'e', id: '1', retry: 10, data: 'a' }]],
    ['lines that end with CR and LF', 'data: a\r\n\r\ndata: b\r\n\r\n', [{ data: 'a' }, { data: 'b' }]],
    ['lines that end with CR', 'data: a\r\rdata: b\r\r', [{ data: 'a' }, { data: 'b' }]],
    ['lines that end in several ways', 'data: a\r\ndata: b\n\rdata: c\r\r\n', [{ data: 'a\nb' }, { data: 'c' }]],
    ['data of several lines', 'data: a\ndata:\ndata: b\n\n', [{ data: 'a\n\nb' }]],
    ['empty data', 'data\n\ndata:\n\ndata: \n\n', [{ data: '' }, { data: '' }, { data: '' }]],
    ['one space that does not count', 'data:a\n\ndata:  a\n\n', [{ data: 'a' }, { data: ' a' }]],
    ['a colon in the value', 'data: a: b\n\n', [{ data: 'a: b' }]],
    ['comments', ': hello\n\n:\ndata: a\n: in between\n\n', [{ data: 'a' }]],
    ['fields that nobody knows', 'more: 1\ndata: a\nData: b\n\n', [{ data: 'a' }]],
    ['an event without data, which is none', 'event: e\nid: 1\n\ndata: a\n\n', [{ data: 'a' }]],
    ['an id with a null, which does not count', 'id: a\0b\ndata: a\n\n', [{ data: 'a' }]],
    ['a retry that is no number, which does not count', 'retry: 1s\ndata: a\n\n', [{ data: 'a' }]],
    ['an event that did not end, which does not count', 'data: a\n\ndata: b\n', [{ data: 'a' }]],
    ['a byte order mark', '\ufeffdata: a\n\n', [{ data: 'a' }]],
    ['characters of several bytes', 'data: 🐈 größer\n\n', [{ data: '🐈 größer' }]],
    ['nothing', '', []],
  ])('%s', async (_, text, want) => {
    expect(await read(readTextEvents, text)).toEqual(want);
  });

  test('data that is JSON', async () => {
    expect(await read(readJsonEvents, 'data: {"a":\ndata: 1}\n\n')).toEqual([{ data: { a: 1 } }]);
    await expect(read(readJsonEvents, 'data: {\n\n')).rejects.toThrow(SyntaxError);
  });

  test('an event is told with the end of its last line, whatever may follow', async () => {
    async function* open(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('data: a\r\r');
      await new Promise(() => undefined);
    }
    const first = await readTextEvents(open())[Symbol.asyncIterator]().next();
    expect(first).toEqual({ done: false, value: { data: 'a' } });
  });
});

describe('JSON', () => {
  test.each<[what: string, reader: Reader, text: string, want: unknown[]]>([
    ['lines', readJsonLines, '{"a":1}\n[2]\n"x"\n', [{ a: 1 }, [2], 'x']],
    ['lines with CR, empty ones, and one that does not end', readJsonLines, '1\r\n\n \n2', [1, 2]],
    ['a line with what other formats end lines with', readJsonLines, '"\u2028"\r\n', ['\u2028']],
    ['no lines', readJsonLines, '', []],
    ['a sequence', readJsonSequence, '\u001e{"a":1}\n\u001e2\n', [{ a: 1 }, 2]],
    ['a sequence on several lines', readJsonSequence, '\u001e{\n"a":1}\n\u001e\u001e[1]', [{ a: 1 }, [1]]],
  ])('%s', async (_, reader, text, want) => {
    expect(await read(reader, text)).toEqual(want);
  });

  test.each(['\u001e1\n\u001e12', '\u001etrue'])(
    'a sequence that is cut off in a number or a word: %j',
    async (text) => {
      await expect(read(readJsonSequence, text)).rejects.toThrow('the last item is cut off');
    },
  );

  test.each([
    [readJsonLines, '{"a"\n'],
    [readJsonSequence, '\u001e{"a"\n'],
  ])('what is not JSON is an error', async (reader, text) => {
    await expect(read(reader, text)).rejects.toThrow(SyntaxError);
  });
});

describe('what is written is read, however it is cut', () => {
  const line = fc.string({ unit: 'binary' }).filter((text) => !/[\r\n\0]/.test(text));
  // Line breaks of any kind become line feeds: that is all that the format can say.
  const text = fc.string({ unit: 'binary' }).map((value) => value.replace(/\r\n?/g, '\n'));
  const event = (data: fc.Arbitrary<unknown>) =>
    fc.record(
      { data, event: line.filter((value) => value !== ''), id: line, retry: fc.nat() },
      { requiredKeys: ['data'] },
    );

  test.each<[what: string, reader: Reader, content: ReturnType<typeof jsonLines>, item: fc.Arbitrary<unknown>]>([
    ['events of text', readTextEvents, textEvents(), event(text)],
    ['events of JSON', readJsonEvents, jsonEvents(), event(fc.jsonValue())],
    ['lines of JSON', readJsonLines, jsonLines(), fc.jsonValue()],
    ['a sequence of JSON', readJsonSequence, jsonSequence(), fc.jsonValue()],
  ])('%s', async (_, reader, content, item) => {
    const cuts = fc.array(fc.nat(500), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 6 }), cuts, async (items, places) => {
        for (const each of items) {
          const report: [] = [];
          content.checkItem(each, '', report);
          expect(report).toEqual([]);
        }
        const bytes = new TextEncoder().encode(items.map(content.encodeItem).join(''));
        const found = await collect(reader(chunks(bytes, places)));
        expect(found).toEqual(JSON.parse(JSON.stringify(items)));
      }),
      { numRuns: 300 },
    );
  });

  test('events of any bytes break nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat(200)), async (bytes, places) => {
        const found = await collect(readTextEvents(chunks(bytes, places)));
        expect(found).toEqual(await collect(readTextEvents(chunks(bytes, []))));
      }),
    );
  });
});

describe('an item that cannot be sent is reported', () => {
  const violationsOf = (content: ReturnType<typeof jsonLines>, item: unknown) => {
    const report: { pointer: string; message: string }[] = [];
    content.checkItem(item, '/body/0', report as never);
    return report.map(({ pointer, message }) => `${pointer} ${message}`);
  };

  test.each<[what: string, content: ReturnType<typeof jsonLines>, item: unknown, want: string[]]>([
    ['no event', jsonEvents(), 'a', ['/body/0 must be an event, such as { data }']],
    ['an event without data', jsonEvents(), { event: 'a' }, ['/body/0/data is required']],
    ['an event of two lines', textEvents(), { data: 'a', event: 'a\nb' }, ['/body/0/event must be one line']],
    ['an id with a null', textEvents(), { data: 'a', id: 'a\0' }, ['/body/0/id must be one line']],
    ['an id that is a number', textEvents(), { data: 'a', id: 1 }, ['/body/0/id must be a string']],
    ['a negative retry', textEvents(), { data: 'a', retry: -1 }, ['/body/0/retry must be a number of milliseconds']],
    ['nothing', jsonLines(), undefined, ['/body/0 is required']],
  ])('%s', (_, content, item, want) => {
    expect(violationsOf(content, item)).toEqual(want);
  });

  test('a text stands for an event with nothing else', () => {
    expect(violationsOf(textEvents(), 'a')).toEqual([]);
    expect(textEvents().encodeItem('a\nb')).toBe('data: a\ndata: b\n\n');
  });
});
