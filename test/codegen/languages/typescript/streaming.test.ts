import { EventEmitter } from 'node:events';
import { type Callable, type GeneratedRuntime, loadRuntime } from '../../../support/generated-runtime';

/** A handler of an operation that streams, as JavaScript sees it. */
interface Handler {
  (...args: readonly unknown[]): Promise<unknown>;
  readonly buffered: Callable;
  readonly open: Callable;
}

interface Result {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What Lambda gives a function to write to. */
class Target extends EventEmitter {
  readonly chunks: Buffer[] = [];
  isEnded = false;

  /** @param isFull whether it asks to be waited for after each write. */
  constructor(private readonly isFull = false) {
    super();
  }

  write(chunk: string | Uint8Array): boolean {
    this.chunks.push(Buffer.from(chunk as string));
    return !this.isFull;
  }

  end(): void {
    this.isEnded = true;
  }

  /** Status and headers, and behind eight nulls the body. */
  read() {
    const bytes = Buffer.concat(this.chunks);
    const end = bytes.indexOf(Buffer.alloc(8));
    return { ...JSON.parse(bytes.subarray(0, end).toString()), body: bytes.subarray(end + 8).toString() };
  }
}

let runtime: GeneratedRuntime;
let log: jest.SpyInstance;

beforeAll(() => {
  runtime = loadRuntime('streaming.yaml');
});
beforeEach(() => {
  log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => log.mockRestore());

const success = (body: unknown, headers = {}) => ({ statusCode: 200, body, headers });
const turn = () => new Promise((resolve) => setImmediate(resolve));

function make(name: string, handler: (request: never) => unknown, ...interceptors: readonly Callable[]): Handler {
  return runtime.index[`${name}Handler`]?.(...interceptors, async (request: never) => handler(request)) as Handler;
}

function eventOf(resource: string, rest: object = {}) {
  return { httpMethod: 'GET', resource, path: resource, headers: {}, body: null, isBase64Encoded: false, ...rest };
}

const changes = eventOf('/pets/changes');

/** Items with a note of how it ended. */
function source(items: readonly unknown[]) {
  const state = { made: 0, isOver: false };
  async function* generate() {
    try {
      for (const item of items) {
        state.made += 1;
        yield item;
      }
    } finally {
      state.isOver = true;
    }
  }
  return { state, items: generate };
}

async function* failing(error: unknown): AsyncGenerator<unknown> {
  if (error !== undefined) throw error;
  yield undefined;
}

describe('the body of a response is', () => {
  const pets = [{ data: { id: 1 } }, { data: { id: 2 }, event: 'change', id: 'b', retry: 5 }];
  const text = 'data: {"id":1}\n\nevent: change\nid: b\nretry: 5\ndata: {"id":2}\n\n';

  test.each<[what: string, body: () => unknown]>([
    ['an async generator function', () => source(pets).items],
    ['what it returns', () => source(pets).items()],
    ['a stream of the web', () => ReadableStream.from(pets)],
    ['a list', () => pets],
  ])('%s', async (_, body) => {
    const target = new Target();
    await make('watchPets', () => success(body()))(changes, target, {});
    expect(target.read()).toEqual({ statusCode: 200, headers: { 'content-type': 'text/event-stream' }, body: text });
    expect(target.isEnded).toBe(true);
  });

  test('nothing at all: the status goes out, too', async () => {
    const target = new Target();
    await make('watchPets', () => success([]))(changes, target, {});
    expect(target.read()).toMatchObject({ statusCode: 200, body: '' });
  });

  test.each<[operation: string, resource: string, items: readonly unknown[], type: string, want: string]>([
    ['tailLog', '/pets/log', ['a', { data: 'b\nc' }], 'text/event-stream', 'data: a\n\ndata: b\ndata: c\n\n'],
    ['exportPets', '/pets/export', [{ id: 1 }, { id: 2 }], 'application/jsonl', '{"id":1}\n{"id":2}\n'],
    ['sequencePets', '/pets/sequence', [{ id: 1 }], 'application/json-seq', '\u001e{"id":1}\n'],
  ])('in the form of its media type: %s', async (operation, resource, items, type, want) => {
    const target = new Target();
    await make(operation, () => success(items))(eventOf(resource), target, {});
    expect(target.read()).toEqual({ statusCode: 200, headers: { 'content-type': type }, body: want });
  });

  const completions = (body: object) => eventOf('/completions', { httpMethod: 'POST', body: JSON.stringify(body) });

  test.each<[what: string, body: unknown, headers: object, type: string, want: string]>([
    ['a value', { text: 'x' }, {}, 'application/json', '{"text":"x"}'],
    [
      'items',
      source([{ event: 'delta', data: { text: 'x' } }]).items,
      {},
      'text/event-stream',
      'event: delta\ndata: {"text":"x"}\n\n',
    ],
    [
      'a list that says that it is a stream',
      [{ event: 'end', data: { tokens: 1 } }],
      { 'Content-Type': 'text/event-stream' },
      'text/event-stream',
      'event: end\ndata: {"tokens":1}\n\n',
    ],
  ])('what the handler makes of it, where it may be whole or a stream: %s', async (_, body, headers, type, want) => {
    const target = new Target();
    await make('complete', () => success(body, headers))(completions({ prompt: 'p' }), target, {});
    const { headers: sent, ...rest } = target.read();
    expect(rest).toEqual({ statusCode: 200, body: want });
    expect(Object.values(sent)).toEqual([type]);
  });
});

describe('called without a stream', () => {
  test('it answers when all items are there', async () => {
    const handler = make('watchPets', () => success(source([{ data: { id: 1 } }]).items));
    const want = { statusCode: 200, body: 'data: {"id":1}\n\n', isBase64Encoded: false };
    expect(await handler(changes, {})).toMatchObject(want);
    // Runtimes hand on a callback, too.
    expect(await handler(changes, {}, () => undefined)).toMatchObject(want);
    expect(await handler.buffered(changes, {})).toMatchObject(want);
  });

  test('it answers an item that is wrong with an error, since nothing has been sent', async () => {
    const { items, state } = source([{ data: { id: 1 } }, { data: { id: 'x' } }, { data: { id: 3 } }]);
    const result = (await make('watchPets', () => success(items))(changes, {})) as Result;
    expect(result).toMatchObject({ statusCode: 500, body: '{"message":"Internal Server Error"}' });
    expect(state).toEqual({ made: 2, isOver: true });
  });
});

describe('before the first item', () => {
  test.each<[what: string, body: () => AsyncGenerator<unknown>, status: number, want: object]>([
    [
      'a response that is thrown is one',
      () => failing({ statusCode: 400, body: { message: 'no' } }),
      400,
      { message: 'no' },
    ],
    ['an error is for the interceptors', () => failing(new Error('broken')), 500, { message: 'Internal Server Error' }],
    [
      'an item that is wrong is an error',
      async function* () {
        yield { data: { id: 'x' } };
      },
      500,
      { message: 'Internal Server Error' },
    ],
  ])('%s', async (_, body, status, want) => {
    const target = new Target();
    const catches = runtime.index.tryCatchInterceptor as Callable;
    await make('watchPets', () => success(body), catches)(changes, target, {});
    const { statusCode, headers, body: sent } = target.read();
    expect([statusCode, headers, JSON.parse(sent)]).toEqual([status, { 'content-type': 'application/json' }, want]);
  });

  test('a body that is no stream is an error that says what it has to be', async () => {
    const target = new Target();
    await make('watchPets', () => success({ id: 1 }))(changes, target, {});
    expect(target.read()).toMatchObject({ statusCode: 500 });
    expect(log.mock.calls.flat().join()).toContain('must be a stream of items');
  });

  test('a request that the model refuses does not reach the handler', async () => {
    const target = new Target();
    const handler = jest.fn();
    const event = { ...changes, multiValueQueryStringParameters: { limit: ['-1'] } };
    await make('watchPets', handler)(event, target, {});
    expect(target.read()).toMatchObject({ statusCode: 400, headers: { 'content-type': 'application/json' } });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('after the first item', () => {
  test('an item that is wrong ends the stream and is logged', async () => {
    const { items, state } = source([{ data: { id: 1 } }, { data: { id: 'x' } }, { data: { id: 3 } }]);
    const target = new Target();
    await expect(make('watchPets', () => success(items))(changes, target, {})).rejects.toThrow(
      'the response of watchPets violates the model: /body/1/data/id must be an integer',
    );
    expect(target.read().body).toBe('data: {"id":1}\n\n');
    expect(target.isEnded).toBe(false);
    expect(state).toEqual({ made: 2, isOver: true });
    expect(JSON.parse(log.mock.calls[0][0])).toMatchObject({
      operationId: 'watchPets',
      violations: [{ pointer: '/body/1/data/id', constraint: 'type' }],
    });
  });

  test('an error of the source ends the stream and is logged', async () => {
    async function* items() {
      yield { data: { id: 1 } };
      throw new Error('broken');
    }
    const target = new Target();
    await expect(make('watchPets', () => success(items))(changes, target, {})).rejects.toThrow('broken');
    expect(log).toHaveBeenCalledWith('watchPets failed after its response had begun', expect.any(Error));
  });

  test('items are made no faster than they are taken', async () => {
    const { items, state } = source([1, 2, 3, 4].map((id) => ({ data: { id } })));
    const target = new Target(true);
    const done = make('watchPets', () => success(items))(changes, target, {});
    await turn();
    expect(state.made).toBe(1);
    for (const made of [2, 3, 4]) {
      target.emit('drain');
      await turn();
      expect(state.made).toBe(made);
    }
    target.emit('drain');
    await done;
    expect(target.isEnded).toBe(true);
  });

  test.each(['close', 'error'])(
    'a client that goes (%s) ends the items, even while one is waited for',
    async (event) => {
      const ended = jest.fn();
      const items = {
        first: true,
        [Symbol.asyncIterator]: () => items,
        next: async () => {
          if (!items.first) return new Promise(() => undefined);
          items.first = false;
          return { done: false, value: { data: { id: 1 } } };
        },
        return: async () => ended(),
      };
      const target = new Target();
      const done = make('watchPets', () => success(items))(changes, target, {});
      await turn();
      target.emit(event);
      await done;
      expect(ended).toHaveBeenCalledTimes(1);
      expect(target.read().body).toBe('data: {"id":1}\n\n');
    },
  );
});

test('interceptors add headers, and may stand between items and client', async () => {
  const count = jest.fn();
  async function* counted(items: AsyncIterable<unknown>) {
    for await (const item of items) {
      count();
      yield item;
    }
  }
  const counts = async (request: { chain: { next: Callable } }) => {
    const response = (await request.chain.next(request)) as { readonly body: AsyncIterable<unknown> };
    return { ...response, body: counted(response.body) };
  };
  const cors = runtime.index.corsInterceptor as Callable;
  const target = new Target();
  const items = source([{ data: { id: 1 } }, { data: { id: 2 } }]).items;
  await make('watchPets', () => success(items), cors, counts as Callable)(changes, target, {});
  expect(target.read().headers).toEqual({
    'content-type': 'text/event-stream',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': '*',
  });
  expect(count).toHaveBeenCalledTimes(2);
});

test('where the runtime of Lambda is, it is told that the function streams, and writes the status', async () => {
  const from = jest.fn((stream: Target, _prelude: object) => stream);
  const streamifyResponse = jest.fn((handler: object) => handler);
  Object.assign(globalThis, { awslambda: { streamifyResponse, HttpResponseStream: { from } } });
  try {
    const handler = make('watchPets', () => success([{ data: { id: 1 } }]));
    expect(streamifyResponse).toHaveBeenCalledTimes(1);
    const target = new Target();
    await handler(changes, target, {});
    expect(from).toHaveBeenCalledWith(target, { statusCode: 200, headers: { 'content-type': 'text/event-stream' } });
    expect(Buffer.concat(target.chunks).toString()).toBe('data: {"id":1}\n\n');
    expect(await handler.buffered(changes, {})).toMatchObject({ statusCode: 200, body: 'data: {"id":1}\n\n' });
  } finally {
    Reflect.deleteProperty(globalThis, 'awslambda');
  }
});

describe('routers', () => {
  const handlers = () => ({
    watchPets: make('watchPets', () => success([{ data: { id: 1 } }])),
    exportPets: make('exportPets', () => success([{ id: 2 }])),
  });

  test('serve the operations that stream, each in its way', async () => {
    const router = runtime.index.streamingHandlerRouter?.({ handlers: handlers() }) as Handler;
    for (const [resource, body] of [
      ['/pets/changes', 'data: {"id":1}\n\n'],
      ['/pets/export', '{"id":2}\n'],
    ] as const) {
      const target = new Target();
      await router(eventOf(resource), target, {});
      expect(target.read().body).toBe(body);
      expect(await router(eventOf(resource), {})).toMatchObject({ statusCode: 200, body });
    }
  });

  test('refuse what they do not have', async () => {
    const router = runtime.index.streamingHandlerRouter?.({ handlers: handlers() }) as Handler;
    const target = new Target();
    await router(eventOf('/other'), target, {});
    expect(target.read()).toMatchObject({ statusCode: 500, body: '{"message":"no handler for GET /other"}' });
  });

  test('run their interceptors first', async () => {
    const interceptors = [runtime.index.corsInterceptor];
    const router = runtime.index.streamingHandlerRouter?.({ interceptors, handlers: handlers() }) as Handler;
    expect(await router(changes, {})).toMatchObject({ headers: { 'Access-Control-Allow-Origin': '*' } });
  });
});

describe('in a test', () => {
  const invoke = (handler: Handler, options?: object) => runtime.testing.invoke.watchPets?.(handler, {}, options);

  test('the body is the list of the items', async () => {
    const items = [{ data: { id: 1 } }, { data: { id: 2, name: 'b' }, id: 'x' }];
    const response = await invoke(make('watchPets', () => success(items, { 'X-A': '1' })));
    expect(response).toEqual({ status: 200, body: items });
    expect((response as { headers: Headers }).headers.get('x-a')).toBe('1');
  });

  test('of a stream without end, some items are taken', async () => {
    const state = { isOver: false };
    async function* forever() {
      try {
        for (let id = 1; ; id++) yield { data: { id } };
      } finally {
        state.isOver = true;
      }
    }
    const response = await invoke(
      make('watchPets', () => success(forever)),
      { take: 2 },
    );
    expect(response).toEqual({ status: 200, body: [{ data: { id: 1 } }, { data: { id: 2 } }] });
    expect(state.isOver).toBe(true);
  });

  test.each([[[{ data: {} }]], [[{ data: { id: 1 } }, { data: {} }]]])(
    'an item that is wrong is thrown: %j',
    async (items) => {
      const index = items.length - 1;
      await expect(invoke(make('watchPets', () => success(items)))).rejects.toThrow(
        `/body/${index}/data/id is required`,
      );
    },
  );

  test('an error is answered as ever', async () => {
    const handler = make('watchPets', () => ({ statusCode: 400, body: { message: 'no' } }));
    expect(await invoke(handler)).toEqual({ status: 400, body: { message: 'no' } });
  });
});
