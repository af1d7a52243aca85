import fc from 'fast-check';
import { nameService, type OperationNames } from '../../src/codegen/languages/typescript/names';
import type { Operation, Service } from '../../src/codegen/model/service';
import { streams } from '../../src/codegen/model/streams';
import type { Json } from '../../src/shared/json';
import type { Draw, Texts } from '../support/arbitrary-values';
import { type Callable, type GeneratedRuntime, loadRuntime } from '../support/generated-runtime';
import { readSpecs } from '../support/read-spec';
import { asArriving, isAsSent } from './arriving';
import { type DrawnRequest, type DrawnResponse, drawRequest, drawResponse } from './draw-exchange';
import { eventOf, type Result, responseOf } from './gateway';
import { fromProgram } from './wire';

/** What is not sent from here to there and back, and why. */
const skipped: Readonly<Record<string, string>> = {};

const runs = Number(process.env.AGREEMENT_RUNS ?? 40);
const seed = Number(process.env.AGREEMENT_SEED ?? 20);

/** Streams have tests of their own. */
function operationsOf(spec: string, { operations }: Service): Operation[] {
  return operations.filter((operation) => !streams(operation) && skipped[`${spec} ${operation.id}`] === undefined);
}

function specsWithOperations() {
  return [...readSpecs()].filter(([spec, { service }]) => operationsOf(spec, service).length > 0);
}

describe.each(specsWithOperations())('client and handler agree: %s', (spec, { service }) => {
  const names = nameService(service);
  let runtime: GeneratedRuntime;
  beforeAll(() => {
    runtime = loadRuntime(`${spec}.yaml`);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterAll(() => jest.restoreAllMocks());

  const operations = operationsOf(spec, service);
  for (const operation of operations) {
    const found = names.operations.get(operation.id) as OperationNames;
    test.each<Texts>(['plain', 'hostile'])(`${operation.id}, %s texts`, async (texts) => {
      const tally = { passed: 0, refused: 0 };
      const property = fc.asyncProperty(fc.gen(), async (gen) => {
        const draw: Draw = (arbitrary) => gen(() => arbitrary);
        const request = drawRequest(draw, operation, service, texts);
        const response = drawResponse(draw, operation, service, texts);
        if (request === undefined || response === undefined) return;
        const outcome = await exchange({ operation, names: found, runtime, service }, request, response);
        tally[outcome] += 1;
      });
      await fc.assert(property, { seed, numRuns: runs, endOnFailure: process.env.AGREEMENT_SHRINK === undefined });
      // What no request or header can say is refused, and it is the exception.
      expect(tally.passed).toBeGreaterThan(texts === 'plain' ? tally.refused / 2 : 0);
    });
  }
});

interface Subject {
  readonly operation: Operation;
  readonly names: OperationNames;
  readonly runtime: GeneratedRuntime;
  readonly service: Service;
}

/** Sends a request from the client to the handler and a response back, and compares both. */
async function exchange(
  { operation, names, runtime: { index }, service }: Subject,
  request: DrawnRequest,
  response: DrawnResponse,
): Promise<'passed' | 'refused'> {
  const seen: unknown[] = [];
  const answer = {
    statusCode: response.status,
    body: response.body?.value,
    headers: { ...response.headers, ...contentType(response) },
  };
  const handler = (index[names.handler] as Callable)(async ({ input }: { readonly input: unknown }) => {
    seen.push(input);
    return answer;
  }) as (event: object, context: object) => Promise<Result>;
  const results: Result[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const result = await handler(await eventOf(new Request(url, init), operation.path), {});
    results.push(result);
    return responseOf(result);
  };
  const client = (index.createClient as Callable)({ baseUrl: 'http://localhost', fetch });
  const input = { ...request.parameters, body: request.body?.value };
  const options = { contentType: request.body?.content.mediaType };
  const raw = index[names.raw] as Callable;
  const outcome = await call(() => raw(client, input, options));
  if (outcome instanceof Error) return isRefusal(outcome) ? 'refused' : fail(outcome);
  const arriving = asArriving(operation, request.parameters, service);
  if (seen.length === 0) {
    // The only thing that a handler refuses is a parameter that has to be there and has no form on the wire.
    expect({ ...results[0], isRefused: arriving === undefined }).toMatchObject({ statusCode: 400, isRefused: true });
    return 'refused';
  }
  const { requestParameters, body } = fromProgram(seen[0]) as { readonly requestParameters: Json; readonly body: Json };
  if (!isAsSent(requestParameters, arriving)) expect(requestParameters).toEqual(arriving);
  const sentBody = fromProgram(request.body?.value) as Json;
  const isForm = /form|multipart/.test(request.body?.content.kind ?? '');
  if (!isForm || !isAsSent(body, sentBody)) expect(body).toEqual(sentBody);
  return checkResponse(outcome as Raw, response);
}

interface Raw {
  readonly headerValues?: object;
  readonly status: number;
  readonly body: unknown;
}

function checkResponse(raw: Raw, response: DrawnResponse): 'passed' | 'refused' {
  if (raw.status === 500 && response.status !== 500 && isHeaderRefused()) return 'refused';
  expect({ status: raw.status, body: fromProgram(raw.body) }).toEqual({
    status: response.status,
    body: fromProgram(response.body?.value),
  });
  const values = (raw.headerValues ?? {}) as Json;
  if (!isAsSent(values, sentHeaders(response))) expect(values).toEqual(response.headers);
  return 'passed';
}

/** The media type that a response is of, unless it is the first or a range. */
function contentType({ response, body }: DrawnResponse): object {
  if (body === undefined || body.content === response.contents[0] || body.content.mediaType.includes('*')) return {};
  return { 'content-type': body.content.mediaType };
}

/** An empty list of cookies is none. */
function sentHeaders({ headers }: DrawnResponse): Json {
  const isThere = ([name, value]: [string, Json]) =>
    value !== null && !(name.toLowerCase() === 'set-cookie' && Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(headers).filter(isThere));
}

/** Whether the last thing that was logged is that a header has no form on the wire. */
function isHeaderRefused(): boolean {
  const [text] = jest.mocked(console.error).mock.calls.at(-1) ?? [];
  return /"pointer":"\/headers\//.test(String(text));
}

async function call(action: () => unknown): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    return error;
  }
}

/** Whether a client said that it cannot send a value. */
function isRefusal(error: Error): boolean {
  const reason = error.cause instanceof Error ? error.cause : error;
  return reason.name === 'TypeError' && /cannot|must not/.test(reason.message);
}

function fail(error: Error): never {
  throw error;
}
