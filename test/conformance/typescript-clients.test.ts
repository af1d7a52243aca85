import { type Callable, type GeneratedRuntime, loadRuntime, pascalCase } from '../support/generated-runtime';
import { type Called, type Outcome, runClientExchanges, type Sent } from './clients';
import type { Exchange } from './exchange';
import { fromProgram, toBytes, toProgram } from './wire';

interface ResponseError extends Error {
  readonly status: number;
  readonly body: unknown;
}

/** A function of generated code, and the method of a class that does the same. */
runClientExchanges({
  name: 'TypeScript clients',
  start: (spec) => {
    const runtime = loadRuntime(spec);
    return async (exchange) => [
      await called(exchange, (options) => {
        const client = runtime.index.createClient?.(options);
        return functionOf(runtime, exchange.operation)(client, toProgram(exchange.input));
      }),
      await called(exchange, (options) => methodOf(runtime, exchange.operation, options)(toProgram(exchange.input))),
    ];
  },
});

async function called(exchange: Exchange, call: (options: object) => unknown): Promise<Called> {
  const requests: Request[] = [];
  const options = { baseUrl: 'http://localhost', fetch: answering(exchange, requests) };
  const outcome = await outcomeOf(() => call(options));
  expect(requests).toHaveLength(1);
  return { outcome, sent: await asSent(requests[0] as Request) };
}

async function outcomeOf(call: () => unknown): Promise<Outcome> {
  try {
    const result = await call();
    return { result: isStream(result) ? await collect(result) : fromProgram(result) };
  } catch (thrown) {
    const { status, body, message } = thrown as ResponseError;
    if (!(thrown instanceof Error) || status === undefined) throw thrown;
    return { error: { status, body: fromProgram(body), message } };
  }
}

/** The function of an operation; where its name is a reserved word, with an underscore. */
function functionOf({ index }: GeneratedRuntime, operation: string): Callable {
  const found = index[operation] ?? index[`${operation}_`];
  if (found === undefined) throw new Error(`there is no function ${operation} among ${Object.keys(index).join(', ')}`);
  return found;
}

/** The method of whichever class has the operation. */
function methodOf({ index }: GeneratedRuntime, operation: string, options: object): Callable {
  for (const [name, Api] of Object.entries(index)) {
    if (!name.endsWith('Api')) continue;
    const api = new (Api as unknown as new (options: object) => Record<string, Callable>)(options);
    const method = api[operation];
    if (method !== undefined) return method.bind(api);
  }
  throw new Error(`no class has ${pascalCase(operation)}`);
}

function answering({ response }: Exchange, sent: Request[]): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    sent.push(new Request(url, init));
    return new Response(toBytes(response).bytes ?? null, {
      status: response.status,
      headers: response.headers ?? {},
    });
  };
}

function isStream(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

async function collect(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

async function asSent(request: Request): Promise<Sent> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    target: `${pathname}${search}`,
    headers: Object.fromEntries(request.headers),
    base64: Buffer.from(await request.arrayBuffer()).toString('base64'),
  };
}
