import { type Callable, type GeneratedRuntime, loadRuntime, pascalCase } from '../support/generated-runtime';
import { type Exchange, exchangeFiles, type WireRequest } from './exchange';
import { bodyOf, fromBytes, fromProgram, readForm, toBytes, toProgram } from './wire';

interface ResponseError extends Error {
  readonly status: number;
  readonly body: unknown;
}

const files = exchangeFiles()
  .map(({ spec, exchanges }) => ({ spec, exchanges: exchanges.filter(({ input }) => input !== undefined) }))
  .filter(({ exchanges }) => exchanges.length > 0);

describe.each(files)('TypeScript clients: $spec', ({ spec, exchanges }) => {
  let runtime: GeneratedRuntime;
  beforeAll(() => {
    runtime = loadRuntime(spec);
  });

  test.each(exchanges.map((exchange) => [`${exchange.operation} ${exchange.name}`, exchange] as const))(
    '%s',
    async (_, exchange) => {
      const sent: Request[] = [];
      const client = runtime.index.createClient?.({ baseUrl: 'http://localhost', fetch: answering(exchange, sent) });
      const call = functionOf(runtime, exchange.operation);
      await expectResult(call(client, toProgram(exchange.input)), exchange);
      expect(sent).toHaveLength(1);
      if (sent[0] !== undefined) await expectRequest(sent[0], exchange.request);
    },
  );

  test('the class has the same functions', async () => {
    const { operation, ...exchange } = exchanges[0] as Exchange;
    const method = methodOf(runtime, operation, answering({ operation, ...exchange }, []));
    await expectResult(method(toProgram(exchange.input)), { operation, ...exchange });
  });
});

/** The function of an operation; where its name is a reserved word, with an underscore. */
function functionOf({ index }: GeneratedRuntime, operation: string): Callable {
  const found = index[operation] ?? index[`${operation}_`];
  if (found === undefined) throw new Error(`there is no function ${operation} among ${Object.keys(index).join(', ')}`);
  return found;
}

/** The method of whichever class has the operation. */
function methodOf({ index }: GeneratedRuntime, operation: string, fetch: unknown): Callable {
  for (const [name, Api] of Object.entries(index)) {
    if (!name.endsWith('Api')) continue;
    const api = new (Api as unknown as new (options: object) => Record<string, Callable>)({
      baseUrl: 'http://localhost',
      fetch,
    });
    const method = api[operation];
    if (method !== undefined) return method.bind(api);
  }
  throw new Error(`no class has ${pascalCase(operation)}`);
}

function answering({ response }: Exchange, sent: Request[]): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    sent.push(new Request(url, init));
    const bytes = toBytes({
      ...bodyOf(response),
      ...(response.json === undefined ? {} : { json: response.json }),
    }).bytes;
    return new Response(bytes ?? null, {
      status: response.status,
      headers: response.headers ?? {},
    });
  };
}

async function expectResult(result: unknown, { response, operation }: Exchange): Promise<void> {
  const body =
    response.json ?? response.text ?? (response.base64 === undefined ? undefined : { base64: response.base64 });
  if (response.items !== undefined) {
    expect(await collect((await result) as AsyncIterable<unknown>)).toEqual(response.items);
    return;
  }
  if (response.status < 300) {
    expect(fromProgram(await result)).toEqual(body);
    return;
  }
  const error = (await (result as Promise<unknown>).catch((thrown: unknown) => thrown)) as ResponseError;
  expect(error).toBeInstanceOf(Error);
  expect({ status: error.status, body: error.body }).toEqual({ status: response.status, body });
  expect(error.message).toContain(operation);
}

async function collect(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

async function expectRequest(sent: Request, request: WireRequest): Promise<void> {
  const { pathname, search } = new URL(sent.url);
  expect(`${sent.method} ${pathname}${search}`).toBe(`${request.method} ${request.target}`);
  expect(Object.fromEntries(sent.headers)).toMatchObject(
    request.multipart === undefined ? (request.headers ?? {}) : {},
  );
  const bytes = Buffer.from(await sent.arrayBuffer());
  if (request.multipart !== undefined) {
    expect(await readForm(bytes, sent.headers.get('content-type') ?? '')).toEqual(request.multipart);
    return;
  }
  const expected = bodyOf(request);
  expect(fromBytes(bytes, expected)).toEqual(expected);
}
