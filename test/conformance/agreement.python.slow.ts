import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type NamedOperation, nameRuntime } from '../../src/codegen/languages/python/runtime/operation-names';
import type { Service } from '../../src/codegen/model/service';
import { streams } from '../../src/codegen/model/streams';
import type { Json } from '../../src/shared/json';
import type { Draw, Texts } from '../support/arbitrary-values';
import { temporaryWorkspace } from '../support/generated-packages';
import { LineProcess } from '../support/line-process';
import { runtimeModule, writePythonRuntimes } from '../support/python-runtimes';
import { readSpecs } from '../support/read-spec';
import { describePython, python } from '../support/toolchains';
import { asArriving, isAsSent } from './arriving';
import { type DrawnRequest, type DrawnResponse, drawRequest, drawResponse } from './draw-exchange';
import { fromProgram } from './wire';

jest.setTimeout(600_000);

const runs = Number(process.env.AGREEMENT_RUNS ?? 25);
const seed = Number(process.env.AGREEMENT_SEED ?? 21);
const specs = readSpecs();

/** What became of a request. */
interface Agreed {
  readonly refused?: string;
  readonly result?: { readonly statusCode: number; readonly body: string };
  readonly received?: { readonly requestParameters: Json; readonly body?: Json };
  readonly outcome?: { readonly status: number; readonly body: Json; readonly headers: Json };
}

describePython('client and handler agree in Python', () => {
  let directory: string;
  let program: LineProcess;

  beforeAll(async () => {
    const toolchain = await python();
    directory = temporaryWorkspace();
    const packages = writePythonRuntimes(specs, directory);
    const env = { ...process.env, PYTHONPATH: packages.join(path.delimiter), PYTHONDONTWRITEBYTECODE: '1' };
    program = new LineProcess(toolchain.bin('python'), [path.join(__dirname, 'python_program.py')], env);
  });

  afterAll(() => {
    program?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  // Streams have tests of their own.
  const subjects = [...specs].flatMap(([spec, { service }]) =>
    nameRuntime(service)
      .filter(({ operation }) => !streams(operation))
      .map((named) => ({ spec, service, named, id: named.operation.id })),
  );

  describe.each(subjects)('$spec: $id', ({ spec, service, named }) => {
    test.each<Texts>(['plain', 'hostile'])('%s texts', async (texts) => {
      const tally = { passed: 0, refused: 0 };
      const property = fc.asyncProperty(fc.gen(), async (gen) => {
        const draw: Draw = (arbitrary) => gen(() => arbitrary);
        const request = drawRequest(draw, named.operation, service, texts);
        const response = drawResponse(draw, named.operation, service, texts);
        if (request === undefined || response === undefined) return;
        const agreed = await ask(program, spec, named, request, response);
        tally[check(agreed, { named, service, request, response })] += 1;
      });
      await fc.assert(property, { seed, numRuns: runs, endOnFailure: process.env.AGREEMENT_SHRINK === undefined });
      // What no request or header can say is refused, and it is the exception.
      expect(tally.passed).toBeGreaterThan(texts === 'plain' ? tally.refused / 2 : 0);
    });
  });
});

function ask(
  program: LineProcess,
  spec: string,
  { operation, names }: NamedOperation,
  request: DrawnRequest,
  { status, headers, response, body }: DrawnResponse,
): Promise<Agreed> {
  const named = body === undefined || body.content === response.contents[0] || body.content.mediaType.includes('*');
  const several = (operation.body?.contents.length ?? 0) > 1;
  const sent = request.body === undefined ? {} : { body: fromProgram(request.body.value) };
  return program.ask<Agreed>({
    kind: 'agree',
    module: runtimeModule(spec),
    member: names.member,
    constant: names.constant,
    handler: names.handler,
    method: names.raw,
    resource: operation.path,
    input: { ...request.parameters, ...sent },
    ...(several && request.body !== undefined ? { contentType: request.body.content.mediaType } : {}),
    returns: {
      statusCode: status,
      body: body === undefined ? null : fromProgram(body.value),
      headers: { ...headers, ...(named ? {} : { 'content-type': body.content.mediaType }) },
    },
  });
}

interface Drawn {
  readonly named: NamedOperation;
  readonly service: Service;
  readonly request: DrawnRequest;
  readonly response: DrawnResponse;
}

function check(agreed: Agreed, { named: { operation }, service, request, response }: Drawn): 'passed' | 'refused' {
  const { refused, received, result, outcome } = agreed;
  if (refused !== undefined) {
    expect(refused).toMatch(/cannot|must not/);
    return 'refused';
  }
  const arriving = asArriving(operation, request.parameters, service);
  if (received === undefined) {
    // The only thing that a handler refuses is a parameter that has to be there and has no form on the wire.
    expect({ ...result, isRefused: arriving === undefined }).toMatchObject({ statusCode: 400, isRefused: true });
    return 'refused';
  }
  const parameters = withoutNull(arriving ?? {});
  if (!isAsSent(received.requestParameters, parameters)) expect(received.requestParameters).toEqual(parameters);
  const sent = (fromProgram(request.body?.value) ?? null) as Json;
  const isForm = /form|multipart/.test(request.body?.content.kind ?? '');
  const body = received.body ?? null;
  if (!isForm || !isAsSent(body, sent)) expect(body).toEqual(sent);
  return checkOutcome(outcome, response);
}

function checkOutcome(outcome: Agreed['outcome'], response: DrawnResponse): 'passed' | 'refused' {
  // A header that has no form on the wire.
  if (outcome?.status === 500 && response.status !== 500 && Object.keys(response.headers).length > 0) return 'refused';
  expect({ status: outcome?.status, body: outcome?.body }).toEqual({
    status: response.status,
    body: fromProgram(response.body?.value) ?? null,
  });
  const headers = Object.fromEntries(Object.entries(response.headers).filter(isSent));
  if (!isAsSent(outcome?.headers, headers)) expect(outcome?.headers).toEqual(headers);
  return 'passed';
}

/** An empty list of cookies is none. */
function isSent([name, value]: [string, Json]): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value !== null && !(name.toLowerCase() === 'set-cookie' && isEmpty);
}

/** What is not there and what is null is the same in Python. */
function withoutNull(values: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
