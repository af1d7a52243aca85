import { type Exchange, exchangeFiles } from './exchange';
import { bodyOf, fromBytes, readForm } from './wire';

/** What a client gave, or the error that it threw; bytes are `{ base64 }`. */
export interface Outcome {
  readonly result?: unknown;
  readonly error?: { readonly status: number; readonly body?: unknown; readonly message: string };
}

/** What a client sent. */
export interface Sent {
  readonly method: string;
  readonly target: string;
  /** Lowercase names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly base64: string;
}

/** What a client did with an exchange. */
export interface Called {
  readonly outcome: Outcome;
  readonly sent: Sent;
}

export interface ClientImplementation {
  readonly name: string;
  /** What calls the operations of a spec: once by each kind of client that it has, of which all have to do the same. */
  readonly start: (spec: string) => (exchange: Exchange) => Promise<readonly Called[]>;
}

/** Runs every exchange that says what a client is given: the request is as it must be, and so is what is made of the response. */
export function runClientExchanges({ name, start }: ClientImplementation): void {
  const files = exchangeFiles()
    .map(({ spec, exchanges }) => ({ spec, exchanges: exchanges.filter(({ input }) => input !== undefined) }))
    .filter(({ exchanges }) => exchanges.length > 0);
  describe.each(files)(`${name}: $spec`, ({ spec, exchanges }) => {
    let call: ReturnType<typeof start>;
    beforeAll(() => {
      call = start(spec);
    });
    test.each(exchanges.map((exchange) => [`${exchange.operation} ${exchange.name}`, exchange] as const))(
      '%s',
      async (_, exchange) => {
        const called = await call(exchange);
        expect(called.length).toBeGreaterThan(0);
        for (const { outcome, sent } of called) {
          checkOutcome(outcome, exchange);
          expect(outcome).toEqual(called[0]?.outcome);
          await checkSent(sent, exchange);
        }
      },
    );
  });
}

function checkOutcome(outcome: Outcome, { response, operation }: Exchange): void {
  const { status, json, text, base64 } = response;
  const body = json ?? text ?? (base64 === undefined ? undefined : { base64 });
  const isError = response.items === undefined && status >= 300;
  expect(outcome).toEqual(
    isError
      ? { error: { status, body, message: expect.stringContaining(operation) } }
      : { result: response.items ?? body },
  );
}

async function checkSent({ method, target, headers, base64 }: Sent, { request }: Exchange): Promise<void> {
  expect(`${method} ${target}`).toBe(`${request.method} ${request.target}`);
  const bytes = Buffer.from(base64, 'base64');
  if (request.multipart !== undefined) {
    expect(await readForm(bytes, headers['content-type'] ?? '')).toEqual(request.multipart);
    return;
  }
  expect(headers).toMatchObject(request.headers ?? {});
  expect(fromBytes(bytes, bodyOf(request))).toEqual(bodyOf(request));
}
