import fc from 'fast-check';
import type { Operation, Service } from '../../src/codegen/model/service';
import { streams } from '../../src/codegen/model/streams';
import type { Json } from '../../src/shared/json';
import type { Draw, Texts } from '../support/arbitrary-values';
import { readSpecs } from '../support/read-spec';
import { asArriving, isAsSent } from './arriving';
import { type DrawnRequest, type DrawnResponse, drawRequest, drawResponse } from './draw-exchange';
import { fromProgram } from './wire';

/** A random request and what it is to be answered with. */
export interface Drawn {
  readonly operation: Operation;
  readonly request: DrawnRequest;
  readonly response: DrawnResponse;
}

/** What became of it; bytes are `{ base64 }`. */
export interface Agreed {
  /** Why the client did not send the request. */
  readonly refused?: string;
  /** What the handler saw; nothing if it refused the request. */
  readonly received?: { readonly requestParameters: Json; readonly body?: Json };
  /** Whether the handler refused a header of what it was to answer. */
  readonly isHeaderRefused?: boolean;
  /** What the client got. */
  readonly outcome?: { readonly status: number; readonly body?: Json; readonly headers?: Json };
}

export interface AgreementImplementation {
  readonly name: string;
  /** How many exchanges of each operation, and from where; others by AGREEMENT_RUNS and AGREEMENT_SEED. */
  readonly runs: number;
  readonly seed: number;
  /** Whether programs cannot tell null from what is not there. */
  readonly nullIsAbsent: boolean;
  /** What sends requests from the client to the handler of a spec, and responses back; it gives nothing for a request that the language has no type for. */
  readonly start: (spec: string) => (drawn: Drawn) => Promise<Agreed | undefined>;
}

/** Random requests and responses, from the client to the handler and back, for every operation that does not stream: streams have tests of their own. */
export function describeAgreement({ name, runs, seed, nullIsAbsent, start }: AgreementImplementation): void {
  const settings = {
    numRuns: Number(process.env.AGREEMENT_RUNS ?? runs),
    seed: Number(process.env.AGREEMENT_SEED ?? seed),
    endOnFailure: process.env.AGREEMENT_SHRINK === undefined,
  };
  const subjects = [...readSpecs()]
    .map(([spec, { service }]) => ({ spec, service, operations: service.operations.filter((each) => !streams(each)) }))
    .filter(({ operations }) => operations.length > 0);
  describe.each(subjects)(`client and handler agree in ${name}: $spec`, ({ spec, service, operations }) => {
    let exchange: ReturnType<typeof start>;
    beforeAll(() => {
      exchange = start(spec);
    });
    const cases = operations.flatMap((operation) =>
      (['plain', 'hostile'] as const).map((texts) => ({ id: operation.id, operation, texts })),
    );
    test.each(cases)('$id, $texts texts', async ({ operation, texts }) => {
      const tally = { passed: 0, refused: 0 };
      const property = fc.asyncProperty(fc.gen(), async (gen) => {
        const drawn = drawExchange((arbitrary) => gen(() => arbitrary), operation, service, texts);
        const agreed = drawn && (await exchange(drawn));
        if (agreed !== undefined) tally[check(agreed, drawn as Drawn, nullIsAbsent)] += 1;
      });
      await fc.assert(property, settings);
      // What no request or header can say is refused, and it is the exception.
      expect(tally.passed).toBeGreaterThan(texts === 'plain' ? tally.refused / 2 : 0);
    });
  });
}

function drawExchange(draw: Draw, operation: Operation, service: Service, texts: Texts): Drawn | undefined {
  const request = drawRequest(draw, operation, service, texts);
  const response = drawResponse(draw, operation, service, texts);
  return request && response && { operation, request, response };
}

function check(agreed: Agreed, { operation, request, response }: Drawn, nullIsAbsent: boolean): 'passed' | 'refused' {
  const { refused, received, outcome, isHeaderRefused = false } = agreed;
  if (refused !== undefined) {
    expect(refused).toMatch(/cannot|must not/);
    return 'refused';
  }
  const arriving = asArriving(operation, request.parameters);
  if (received === undefined) {
    // The only thing that a handler refuses is a parameter that has to be there and has no form on the wire.
    expect({ ...outcome, isRefused: arriving === undefined }).toMatchObject({ status: 400, isRefused: true });
    return 'refused';
  }
  const parameters = nullIsAbsent ? withoutNull(arriving ?? {}) : arriving;
  if (!isAsSent(received.requestParameters, parameters)) expect(received.requestParameters).toEqual(parameters);
  const sent = fromProgram(request.body?.value) as Json | undefined;
  const isForm = /form|multipart/.test(request.body?.content.kind ?? '');
  if (!isForm || !isAsSent(received.body, sent)) expect(received.body).toEqual(sent);
  if (isHeaderRefused) return 'refused';
  const body = fromProgram(response.body?.value);
  const expected = { status: response.status, body: nullIsAbsent ? (body ?? undefined) : body };
  expect({ status: outcome?.status, body: outcome?.body }).toEqual(expected);
  const headers = sentHeaders(response);
  if (!isAsSent(outcome?.headers ?? {}, headers)) expect(outcome?.headers).toEqual(headers);
  return 'passed';
}

function withoutNull(values: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** An empty list of cookies is none. */
function sentHeaders({ headers }: DrawnResponse): Json {
  const isThere = ([name, value]: [string, Json]) =>
    value !== null && !(name.toLowerCase() === 'set-cookie' && Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(headers).filter(isThere));
}

/** The media type that a program has to name to answer with a body: none of the first, nor of a range. */
export function namedMediaType({ response, body }: DrawnResponse): string | undefined {
  const isUsual = body === undefined || body.content === response.contents[0] || body.content.mediaType.includes('*');
  return isUsual ? undefined : body.content.mediaType;
}
