import { type Exchange, exchangeFiles, type WireResponse } from './exchange';
import { bodyOf, expectedInput, fromBytes } from './wire';

/** What a server did with a request. */
export interface Served {
  readonly status: number;
  /** Lowercase names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** What reached the handler, with bytes as `{ base64 }`; nothing if the request did not get there. */
  readonly received?: unknown;
}

/** Something that serves the operations of one spec. */
export interface Server {
  serve(exchange: Exchange): Promise<Served>;
  close?(): Promise<void> | void;
}

/** An exchange that an implementation does not take part in, and why. */
export interface Skip {
  readonly spec: string;
  /** All of them, if none is named. */
  readonly exchange?: string;
  readonly reason: string;
}

export interface ServerImplementation {
  readonly name: string;
  readonly start: (spec: string) => Promise<Server> | Server;
  readonly skip?: readonly Skip[];
}

/** Runs every exchange against an implementation of servers: a request comes in, a response goes out, and the handler saw what it must see. */
export function runServerExchanges({ name, start, skip = [] }: ServerImplementation): void {
  const isWhole = (spec: string) => skip.some((entry) => entry.spec === spec && entry.exchange === undefined);
  const files = exchangeFiles().filter(({ spec, exchanges }) => exchanges.length > 0 && !isWhole(spec));
  describe.each(files)(`${name}: $spec`, ({ spec, exchanges }) => {
    let server: Server;
    beforeAll(async () => {
      server = await start(spec);
    });
    afterAll(async () => {
      await server?.close?.();
    });
    const taken = exchanges.filter(
      (exchange) => !skip.some((entry) => entry.spec === spec && entry.exchange === exchange.name),
    );
    test.each(taken.map((exchange) => [`${exchange.operation} ${exchange.name}`, exchange] as const))(
      '%s',
      async (_, exchange) => {
        checkServed(await server.serve(exchange), exchange);
      },
    );
  });
}

function checkServed(served: Served, exchange: Exchange): void {
  const { response, received, errors } = exchange;
  expect(withPayload(served)).toMatchObject({ status: response.status });
  if (received === undefined) expect(served.received).toBeUndefined();
  else if (received !== null) expect(served.received).toEqual(expectedInput(received));
  checkResponse(served, response);
  // Refusals by the gateway itself have its own body, without pointers.
  const pointers = pointersOf(served);
  if (errors !== undefined && pointers !== undefined) expect([...new Set(pointers)].sort()).toEqual([...errors].sort());
}

function checkResponse(served: Served, response: WireResponse): void {
  expect(served.headers).toMatchObject(response.headers ?? {});
  const expected = bodyOf(response);
  const answersItself = served.status === 400 || served.status === 500;
  if (!answersItself || Object.keys(expected).length > 0) expect(fromBytes(served.bytes, expected)).toEqual(expected);
}

/** So that a wrong status shows the body that came with it. */
function withPayload(served: Served): { readonly status: number; readonly body: string } {
  return { status: served.status, body: served.bytes.toString('utf8') };
}

function pointersOf({ status, bytes }: Served): string[] | undefined {
  if (status !== 400) return undefined;
  const { errors } = JSON.parse(bytes.toString('utf8')) as {
    readonly errors?: readonly { readonly pointer: string }[];
  };
  return errors?.map(({ pointer }) => pointer);
}
