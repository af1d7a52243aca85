import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { toEvent } from '../../../conformance/event';
import { type Callable, type GeneratedRuntime, loadRuntime } from '../../../support/generated-runtime';

interface Request {
  readonly input: {
    readonly requestParameters: Readonly<Record<string, unknown>>;
    readonly body?: Readonly<Record<string, unknown>>;
  };
}

type Answer = (request: Request) => object;

interface Result {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

let runtime: GeneratedRuntime;
let server: Server;
let client: unknown;
/** What the handlers got, as method and target. */
let asked: string[];
const handlers = new Map<string, Callable>();

beforeAll(async () => {
  runtime = loadRuntime('pagination.yaml');
  server = createServer(async (request, response) => {
    const { statusCode, headers, body } = await answer(request);
    response.writeHead(statusCode, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  client = runtime.index.createClient?.({ baseUrl: `http://127.0.0.1:${port}` });
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
});

async function answer(request: IncomingMessage): Promise<Result> {
  const { method = '', url = '', headers } = request;
  asked.push(`${method} ${url}`);
  const resource = url.split('?')[0] ?? '';
  const body = await text(request);
  const event = toEvent(
    {
      method,
      target: url,
      headers: headers as Record<string, string>,
      ...(body === '' ? {} : { json: JSON.parse(body) }),
    },
    resource,
  );
  return (await handlers.get(`${method} ${resource}`)?.(event, {})) as Result;
}

/** Has a handler of the runtime answer an operation. */
function handle(operation: string, respond: Answer): void {
  const handler = runtime.index[`${operation}Handler`]?.(async (request: Request) => respond(request));
  const { method, path } = handler as { readonly method: string; readonly path: string };
  handlers.set(`${method} ${path}`, handler as Callable);
}

/** Goes over what a function of the client yields. */
function over(name: string, ...args: readonly unknown[]): AsyncGenerator<unknown> {
  return runtime.index[name]?.(client, ...args) as AsyncGenerator<unknown>;
}

async function collect(iterable: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const each of iterable) all.push(each);
  return all;
}

const pet = (id: number) => ({ id, name: `pet ${id}` });
const ok = (body: unknown, headers = {}) => ({ statusCode: 200, body, headers });

/** Three pages of two, two and no pets. */
function listPets({ input: { requestParameters } }: Request): object {
  const page = Number(requestParameters['page-token'] ?? 0);
  const pets = page === 2 ? [] : [pet(page * 2), pet(page * 2 + 1)];
  return ok({ page: { pets, ...(page === 2 ? {} : { next: String(page + 1) }) } });
}

describe('tokens in the query', () => {
  beforeEach(() => handle('listPets', listPets));

  test('goes over pages until one has no token, with the input of the first', async () => {
    expect(await collect(over('listPetsPages2', { kind: 'dog', limit: 2 }))).toHaveLength(3);
    expect(asked).toEqual([
      'GET /pets?limit=2&kind=dog',
      'GET /pets?page-token=1&limit=2&kind=dog',
      'GET /pets?page-token=2&limit=2&kind=dog',
    ]);
  });

  test('goes over items', async () => {
    expect(await collect(over('listPetsItems'))).toEqual([pet(0), pet(1), pet(2), pet(3)]);
  });

  test('starts where the input says', async () => {
    expect(await collect(over('listPetsItems', { 'page-token': '1' }))).toEqual([pet(2), pet(3)]);
  });

  test('asks for a page when it is wanted, and not before', async () => {
    const pages = over('listPetsPages2');
    expect(asked).toEqual([]);
    await pages.next();
    expect(asked).toEqual(['GET /pets']);
    for await (const item of over('listPetsItems')) {
      expect(item).toEqual(pet(0));
      break;
    }
    expect(asked).toEqual(['GET /pets', 'GET /pets']);
  });

  test('is in the classes, too', async () => {
    const { PetsApi, DefaultApi } = runtime.index as Record<string, never>;
    for (const Api of [PetsApi, DefaultApi] as unknown as (new (
      options: object,
    ) => Record<string, Callable>)[]) {
      const api = new Api({ baseUrl: (client as { options: { baseUrl: string } }).options.baseUrl });
      expect(await collect(api.listPetsItems?.({}) as AsyncIterable<unknown>)).toHaveLength(4);
    }
  });
});

test('an error of a page is thrown, with the values of its headers', async () => {
  handle('listPets', (request) =>
    request.input.requestParameters['page-token'] === undefined
      ? listPets(request)
      : { statusCode: 429, body: { message: 'slow down' }, headers: { 'X-Wait': 7 } },
  );
  const pages = over('listPetsPages2');
  await pages.next();
  await expect(pages.next()).rejects.toMatchObject({
    name: 'ResponseError',
    status: 429,
    body: { message: 'slow down' },
    headerValues: { 'X-Wait': 7 },
  });
});

test.each([[null], ['']])('%j is no token', async (next) => {
  handle('listPets', () => ok({ page: { pets: [pet(1)], next } }));
  expect(await collect(over('listPetsItems'))).toEqual([pet(1)]);
});

test('a page that leads back to itself is an error, and no loop', async () => {
  handle('listPets', () => ok({ page: { pets: [pet(1)], next: 'again' } }));
  await expect(collect(over('listPetsPages2'))).rejects.toThrow(
    "listPets answered the token 'again' of a page on that page again",
  );
  expect(asked).toHaveLength(2);
});

test('a token in the body of a request, 0 among the values', async () => {
  handle('searchPets', ({ input: { body } }) => {
    const after = (body?.after ?? -1) as number;
    return ok(after < 1 ? { pets: [pet(after + 1)], last: pet(after + 1) } : { pets: null });
  });
  expect(await collect(over('searchPetsItems', { body: { text: 'pet' } }))).toEqual([pet(0), pet(1)]);
  expect(asked).toHaveLength(3);
});

test('a token in headers, and a body that is the list', async () => {
  handle('listOrders', ({ input: { requestParameters } }) =>
    requestParameters.cursor === 'b' ? ok(['3']) : ok(['1', '2'], { 'X-Next': 'b' }),
  );
  expect(await collect(over('listOrdersPages'))).toEqual([['1', '2'], ['3']]);
  expect(await collect(over('listOrdersItems'))).toEqual(['1', '2', '3']);
});

test('without items in the model there are pages alone', async () => {
  handle('listEvents', ({ input: { requestParameters } }) =>
    ok(requestParameters.position === 2 ? null : { position: (requestParameters.position as number) + 1 }),
  );
  expect(await collect(over('listEventsPages', { position: 0 }))).toEqual([{ position: 1 }, { position: 2 }, null]);
  expect(runtime.index.listEventsItems).toBeUndefined();
});
