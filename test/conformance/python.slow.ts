import { rmSync } from 'node:fs';
import path from 'node:path';
import { type NamedOperation, nameRuntime } from '../../src/codegen/languages/python/runtime/operation-names';
import { temporaryWorkspace } from '../support/generated-packages';
import { LineProcess } from '../support/line-process';
import { runtimeModule, writePythonRuntimes } from '../support/python-runtimes';
import { type ReadSpec, readSpec } from '../support/read-spec';
import { describePython, python } from '../support/toolchains';
import { toEvent } from './event';
import { type Exchange, exchangeFiles } from './exchange';
import type { Result } from './gateway';
import { runServerExchanges, type Served } from './suite';
import { bodyOf, fromBytes, readForm, toBytes } from './wire';

jest.setTimeout(300_000);

const files = exchangeFiles().filter(({ exchanges }) => exchanges.length > 0);
const specs = new Map(files.map(({ spec }) => [nameOf(spec), readSpec(spec) as ReadSpec]));
const operations = new Map(
  [...specs].map(([name, { service }]) => [
    name,
    new Map(nameRuntime(service).map((named) => [named.operation.id, named])),
  ]),
);

function nameOf(spec: string): string {
  return spec.replace(/\.yaml$/, '');
}

function operationOf(spec: string, exchange: Exchange): NamedOperation {
  const named = operations.get(nameOf(spec))?.get(exchange.operation);
  if (named === undefined) throw new Error(`${spec} has no operation ${exchange.operation}`);
  return named;
}

describePython('the exchanges in Python', () => {
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
    start: (spec) => ({ serve: (exchange) => serve(program, spec, exchange) }),
  });

  const clients = files
    .map(({ spec, exchanges }) => ({ spec, exchanges: exchanges.filter(({ input }) => input !== undefined) }))
    .filter(({ exchanges }) => exchanges.length > 0);

  describe.each(clients)('Python clients: $spec', ({ spec, exchanges }) => {
    test.each(exchanges.map((exchange) => [`${exchange.operation} ${exchange.name}`, exchange] as const))(
      '%s',
      async (_, exchange) => checkCall(await call(program, spec, exchange), exchange),
    );
  });
});

async function serve(program: LineProcess, spec: string, exchange: Exchange): Promise<Served> {
  const { operation, names } = operationOf(spec, exchange);
  const { result, ...received } = await program.ask<{ readonly result: Result; readonly received?: unknown }>({
    kind: 'handle',
    module: runtimeModule(nameOf(spec)),
    member: names.member,
    handler: names.handler,
    event: toEvent(exchange.request, operation.path),
    returns: exchange.returns ?? null,
  });
  const several = Object.entries(result.multiValueHeaders ?? {});
  const headers = [
    ...Object.entries(result.headers ?? {}),
    ...several.map(([name, values]) => [name, values.join(', ')] as const),
  ];
  return {
    status: result.statusCode,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    bytes: Buffer.from(result.body, result.isBase64Encoded === true ? 'base64' : 'utf8'),
    ...received,
  };
}

interface Called {
  readonly sent: readonly Sent[];
  readonly result?: unknown;
  readonly error?: string;
  readonly status?: number;
  readonly body?: unknown;
}

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly base64: string;
}

function call(program: LineProcess, spec: string, exchange: Exchange): Promise<Called> {
  const { names } = operationOf(spec, exchange);
  const { response } = exchange;
  const json = response.json === undefined ? {} : { json: response.json };
  const { bytes = Buffer.alloc(0) } = toBytes({ ...bodyOf(response), ...json });
  return program.ask({
    kind: 'call',
    module: runtimeModule(nameOf(spec)),
    member: names.member,
    constant: names.constant,
    method: names.client,
    input: exchange.input ?? {},
    response: { status: response.status, headers: response.headers ?? {}, base64: bytes.toString('base64') },
  });
}

async function checkCall({ sent, result, error, status, body }: Called, { request, response, operation }: Exchange) {
  const expected =
    response.json ?? response.text ?? (response.base64 === undefined ? undefined : { base64: response.base64 });
  if (response.items !== undefined) expect({ result, error }).toEqual({ result: response.items });
  else if (response.status < 300) expect({ result, error }).toEqual({ result: expected ?? null });
  else {
    expect({ status, body }).toEqual({ status: response.status, body: expected ?? null });
    expect(error).toContain(operation);
  }
  expect(sent).toHaveLength(1);
  for (const { method, target, headers, base64 } of sent) {
    expect(`${method} ${target}`).toBe(`${request.method} ${request.target}`);
    const bytes = Buffer.from(base64, 'base64');
    if (request.multipart !== undefined) {
      expect(await readForm(bytes, headers['content-type'] ?? '')).toEqual(request.multipart);
      continue;
    }
    expect(headers).toMatchObject(request.headers ?? {});
    expect(fromBytes(bytes, bodyOf(request))).toEqual(bodyOf(request));
  }
}
