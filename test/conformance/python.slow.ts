import { rmSync } from 'node:fs';
import path from 'node:path';
import { type NamedOperation, nameRuntime } from '../../src/codegen/languages/python/runtime/operation-names';
import type { Json } from '../../src/shared/json';
import { temporaryWorkspace } from '../support/generated-packages';
import { LineProcess } from '../support/line-process';
import { runtimeModule, writePythonRuntimes } from '../support/python-runtimes';
import { readSpecs } from '../support/read-spec';
import { describePython, python } from '../support/toolchains';
import { type Agreed, type Drawn, describeAgreement, namedMediaType } from './agreement';
import { type Called, runClientExchanges, type Sent } from './clients';
import { toEvent } from './event';
import { type Exchange, specName } from './exchange';
import { type Result, servedOf } from './gateway';
import { runServerExchanges, type Served } from './suite';
import { fromProgram, toBytes } from './wire';

jest.setTimeout(600_000);

const specs = readSpecs();
const operations = new Map(
  [...specs].map(([name, { service }]) => [
    name,
    new Map(nameRuntime(service).map((named) => [named.operation.id, named])),
  ]),
);

function operationOf(spec: string, id: string): NamedOperation {
  const named = operations.get(spec)?.get(id);
  if (named === undefined) throw new Error(`${spec} has no operation ${id}`);
  return named;
}

describePython('the runtimes in Python', () => {
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

  runServerExchanges({
    name: 'Python handlers',
    start: (spec) => ({ serve: (exchange) => serve(program, specName(spec), exchange) }),
  });

  runClientExchanges({
    name: 'Python clients',
    start: (spec) => async (exchange) => [await call(program, specName(spec), exchange)],
  });

  describeAgreement({
    name: 'Python',
    runs: 25,
    seed: 21,
    nullIsAbsent: true,
    start: (spec) => (drawn) => agree(program, spec, drawn),
  });
});

async function serve(program: LineProcess, spec: string, exchange: Exchange): Promise<Served> {
  const { operation, names } = operationOf(spec, exchange.operation);
  const { result, ...received } = await program.ask<{ readonly result: Result; readonly received?: unknown }>({
    kind: 'handle',
    module: runtimeModule(spec),
    member: names.member,
    handler: names.handler,
    event: toEvent(exchange.request, operation.path),
    returns: exchange.returns ?? null,
  });
  return { ...servedOf(result), ...received };
}

/** A call by a client, which is as that by one that does not block: the program compares them. */
async function call(
  program: LineProcess,
  spec: string,
  { operation, input = {}, response }: Exchange,
): Promise<Called> {
  const { names } = operationOf(spec, operation);
  const { bytes = Buffer.alloc(0) } = toBytes(response);
  const { sent, result, error, status, body } = await program.ask<{
    readonly sent: readonly Sent[];
    readonly result?: unknown;
    readonly error?: string;
    readonly status?: number;
    readonly body?: unknown;
  }>({
    kind: 'call',
    module: runtimeModule(spec),
    member: names.member,
    constant: names.constant,
    method: names.client,
    input,
    response: { status: response.status, headers: response.headers ?? {}, base64: bytes.toString('base64') },
  });
  if (error !== undefined && status === undefined) throw new Error(error);
  expect(sent).toHaveLength(1);
  return {
    outcome:
      error === undefined || status === undefined
        ? { result: result ?? undefined }
        : { error: { status, body: body ?? undefined, message: error } },
    sent: sent[0] as Sent,
  };
}

async function agree(program: LineProcess, spec: string, { operation, request, response }: Drawn): Promise<Agreed> {
  const { names } = operationOf(spec, operation.id);
  const mediaType = namedMediaType(response);
  const several = (operation.body?.contents.length ?? 0) > 1;
  const { received, outcome, ...agreed } = await program.ask<Agreed>({
    kind: 'agree',
    module: runtimeModule(spec),
    member: names.member,
    constant: names.constant,
    handler: names.handler,
    method: names.raw,
    resource: operation.path,
    input: {
      ...request.parameters,
      ...(request.body === undefined ? {} : { body: fromProgram(request.body.value) }),
    },
    ...(several && request.body !== undefined ? { contentType: request.body.content.mediaType } : {}),
    returns: {
      statusCode: response.status,
      body: response.body === undefined ? null : fromProgram(response.body.value),
      headers: { ...response.headers, ...(mediaType === undefined ? {} : { 'content-type': mediaType }) },
    },
  });
  const isFailure = outcome?.status === 500 && response.status !== 500;
  // A body that is null is none.
  const sent = request.body?.value === null ? { body: null } : {};
  return {
    ...agreed,
    ...(received === undefined ? {} : { received: { ...sent, ...received } }),
    isHeaderRefused: isFailure && Object.keys(response.headers).length > 0,
    ...(outcome === undefined ? {} : { outcome: { ...outcome, body: (outcome.body ?? undefined) as Json } }),
  };
}
