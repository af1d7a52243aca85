import fc from 'fast-check';
import type { Content, Operation, Service } from '../../src/codegen/model/service';
import { streams } from '../../src/codegen/model/streams';
import type { Json } from '../../src/shared/json';
import type { Draw, Texts } from '../support/arbitrary-values';
import type { LineProcess } from '../support/line-process';
import type { ReadSpec } from '../support/read-spec';
import { asArriving, isAsSent } from './arriving';
import { type DrawnRequest, type DrawnResponse, drawRequest, drawResponse } from './draw-exchange';
import { fromProgram } from './wire';

const runs = Number(process.env.AGREEMENT_RUNS ?? 25);
const seed = Number(process.env.AGREEMENT_SEED ?? 22);

/** What became of a request. */
interface Agreed {
  readonly failure?: string;
  /** By the client. */
  readonly refused?: string;
  /** By the handler, of what it answers. */
  readonly violation?: string;
  readonly received?: { readonly requestParameters: Json; readonly body?: Json };
  readonly outcome?: { readonly status: number; readonly body?: Json; readonly headers?: Json };
}

/** Random requests and responses, from the client to the handler and back, for every operation that does not stream. */
export function describeAgreement(specs: ReadonlyMap<string, ReadSpec>, program: () => LineProcess): void {
  const subjects = [...specs].flatMap(([spec, { service }]) =>
    service.operations
      .filter((operation) => !streams(operation))
      .map((operation) => ({ spec, service, operation, id: operation.id })),
  );
  describe.each(subjects)('client and handler agree in Java: $spec $id', ({ spec, service, operation }) => {
    test.each<Texts>(['plain', 'hostile'])('%s texts', async (texts) => {
      const tally = { passed: 0, refused: 0, beyond: 0 };
      const property = fc.asyncProperty(fc.gen(), async (gen) => {
        const draw: Draw = (arbitrary) => gen(() => arbitrary);
        const request = drawRequest(draw, operation, service, texts);
        const response = drawResponse(draw, operation, service, texts);
        if (request === undefined || response === undefined) return;
        const agreed = await ask(program(), `${spec} ${operation.id}`, request, response);
        tally[check(agreed, { operation, service, request, response })] += 1;
      });
      await fc.assert(property, { seed, numRuns: runs, endOnFailure: process.env.AGREEMENT_SHRINK === undefined });
      // What no request or header can say is refused, and it is the exception.
      expect(tally.passed).toBeGreaterThan(texts === 'plain' ? tally.refused / 2 : 0);
    });
  });
}

function ask(
  program: LineProcess,
  subject: string,
  request: DrawnRequest,
  { status, headers, body }: DrawnResponse,
): Promise<Agreed> {
  return program.ask<Agreed>({
    subject,
    agree: true,
    isValid: true,
    parameters: request.parameters,
    ...(request.body === undefined ? {} : { body: fromProgram(request.body.value) }),
    bodyType: mediaTypeOf(request.body?.content),
    returns: {
      statusCode: status,
      ...(body === undefined ? {} : { body: fromProgram(body.value) }),
      headers,
    },
    mediaType: mediaTypeOf(body?.content),
  });
}

function mediaTypeOf(content: Content | undefined): string | null {
  return content?.mediaType ?? null;
}

interface Drawn {
  readonly operation: Operation;
  readonly service: Service;
  readonly request: DrawnRequest;
  readonly response: DrawnResponse;
}

function check(agreed: Agreed, { operation, service, request, response }: Drawn): 'passed' | 'refused' | 'beyond' {
  const { failure, refused, violation, received, outcome } = agreed;
  expect(failure).toBeUndefined();
  // The model has no bounds for it, but Java has.
  if (refused !== undefined && /is an integer that is out of range$/.test(refused)) return 'beyond';
  if (refused !== undefined) {
    expect(refused).toMatch(/cannot|must not/);
    return 'refused';
  }
  const arriving = asArriving(operation, request.parameters, service);
  if (received === undefined) {
    // The only thing that a handler refuses is a parameter that has to be there and has no form on the wire.
    expect({ ...outcome, isRefused: arriving === undefined }).toMatchObject({ status: 400, isRefused: true });
    return 'refused';
  }
  const parameters = withoutNull(arriving ?? {});
  if (!isAsSent(received.requestParameters, parameters)) expect(received.requestParameters).toEqual(parameters);
  const sent = fromProgram(request.body?.value) as Json | undefined;
  const isForm = /form|multipart/.test(request.body?.content.kind ?? '');
  if (!isForm || !isAsSent(received.body, sent)) expect(received.body).toEqual(sent);
  if (violation === undefined) return checkOutcome(outcome, response);
  // A header that has no form on the wire.
  expect(violation).toMatch(/\/headers\//);
  return 'refused';
}

function checkOutcome(outcome: Agreed['outcome'], response: DrawnResponse): 'passed' {
  const body = (fromProgram(response.body?.value) ?? undefined) as Json | undefined;
  expect({ status: outcome?.status, body: outcome?.body ?? undefined }).toEqual({ status: response.status, body });
  const headers = Object.fromEntries(Object.entries(response.headers).filter(isSent));
  if (!isAsSent(outcome?.headers ?? {}, headers)) expect(outcome?.headers).toEqual(headers);
  return 'passed';
}

/** An empty list of cookies is none. */
function isSent([name, value]: [string, Json]): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value !== null && !(name.toLowerCase() === 'set-cookie' && isEmpty);
}

/** What is not there and what is null is the same in a record of parameters. */
function withoutNull(values: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
