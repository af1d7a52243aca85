import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Content, Operation, Response } from '../../src/codegen/model/service';
import { isStream } from '../../src/codegen/model/streams';
import type { Json } from '../../src/shared/json';
import { essence } from '../../src/shared/media-type';
import { temporaryWorkspace } from '../support/generated-packages';
import { javaFiles } from '../support/java-packages';
import { sharedSources, writeHarness, writeJavaRuntime } from '../support/java-runtimes';
import { compileJava } from '../support/javac';
import { LineProcess } from '../support/line-process';
import { type ReadSpec, readSpec, readSpecs } from '../support/read-spec';
import { describeJava, java } from '../support/toolchains';
import { toEvent } from './event';
import { type Exchange, exchangeFiles, type Returned } from './exchange';
import type { Result } from './gateway';
import { describeAgreement } from './java-agreement';
import { runServerExchanges, type Served } from './suite';
import { bodyOf, fromBytes, readForm, toBytes } from './wire';

jest.setTimeout(600_000);

const files = exchangeFiles().filter(({ exchanges }) => exchanges.length > 0);
const hostile = path.join(__dirname, '../codegen/languages/typescript/hostile-names.yaml');
/** All that there are: those without exchanges are compiled. */
const specs = new Map([...readSpecs(), ['hostile', readSpec(hostile) as ReadSpec]]);

function nameOf(spec: string): string {
  return spec.replace(/\.yaml$/, '');
}

function operationOf(spec: string, exchange: Exchange): Operation {
  const found = specs.get(nameOf(spec))?.service.operations.find(({ id }) => id === exchange.operation);
  if (found === undefined) throw new Error(`${spec} has no operation ${exchange.operation}`);
  return found;
}

describeJava('the exchanges in Java', () => {
  let directory: string;
  let program: LineProcess;

  beforeAll(async () => {
    const toolchain = await java();
    directory = temporaryWorkspace();
    const packages = [...specs].map(([name, { service }]) =>
      writeJavaRuntime(service, name, path.join(directory, name)),
    );
    const sources = writeHarness(packages, path.join(directory, 'harness'));
    const classes = path.join(directory, 'classes');
    const all = [
      ...sharedSources(),
      ...sources,
      ...[...specs.keys()].flatMap((name) => javaFiles(path.join(directory, name))),
    ];
    expect(compileJava(toolchain, all, classes)).toEqual([]);
    const classpath = [classes, toolchain.classpath].join(path.delimiter);
    program = new LineProcess(toolchain.java, ['-cp', classpath, 'com.example.harness.Main'], process.env);
  });

  afterAll(() => {
    program?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  runServerExchanges({
    name: 'Java handlers',
    start: (spec) => ({ serve: (exchange) => serve(program, spec, exchange) }),
  });

  const clients = files
    .map(({ spec, exchanges }) => ({ spec, exchanges: exchanges.filter(({ input }) => input !== undefined) }))
    .filter(({ exchanges }) => exchanges.length > 0);

  describe.each(clients)('Java clients: $spec', ({ spec, exchanges }) => {
    test.each(exchanges.map((exchange) => [`${exchange.operation} ${exchange.name}`, exchange] as const))(
      '%s',
      async (_, exchange) => checkCall(await call(program, spec, exchange), exchange),
    );
  });

  describeAgreement(readSpecs(), () => program);
});

async function serve(program: LineProcess, spec: string, exchange: Exchange): Promise<Served> {
  const operation = operationOf(spec, exchange);
  const { returns, response } = exchange;
  const { result, received, failure } = await program.ask<{
    readonly result: Result;
    readonly received?: unknown;
    readonly failure?: string;
  }>({
    subject: `${nameOf(spec)} ${operation.id}`,
    event: toEvent(exchange.request, operation.path),
    isValid: response.status === returns?.statusCode,
    ...(returns === undefined ? {} : typed(returns, operation)),
  });
  if (failure !== undefined) throw new Error(failure);
  const several = Object.entries(result.multiValueHeaders ?? {});
  const headers = [
    ...Object.entries(result.headers ?? {}),
    ...several.map(([name, values]) => [name, values.join(', ')] as const),
  ];
  return {
    status: result.statusCode,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    bytes: Buffer.from(result.body, result.isBase64Encoded === true ? 'base64' : 'utf8'),
    ...(received === undefined ? {} : { received }),
  };
}

/** What a handler returns in terms of its types: headers of the model by the names that they have there, the others apart. */
function typed(returns: Returned, { responses }: Operation): object {
  const { headers = {}, statusCode } = returns;
  const response = [String(statusCode), `${Math.floor(statusCode / 100)}XX`, 'default']
    .map((status) => responses.find((each) => String(each.status) === status))
    .find((each) => each !== undefined);
  const declared = (name: string) =>
    response?.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.name;
  const entries = Object.entries(headers);
  const isText = response?.contents.some(({ eventData }) => eventData === 'text');
  return {
    returns: {
      ...returns,
      ...(isText && Array.isArray(returns.body) ? { body: returns.body.map(toEventItem) } : {}),
      headers: Object.fromEntries(
        entries.flatMap(([name, value]) => (declared(name) ? [[declared(name), value]] : [])),
      ),
    },
    extraHeaders: Object.fromEntries(entries.filter(([name]) => declared(name) === undefined)),
    mediaType: response === undefined ? null : mediaTypeOf(response, returns),
  };
}

/** A text that stands for itself is an event with nothing else, of which Java has another type. */
function toEventItem(item: Json): Json {
  return typeof item === 'string' ? { data: item } : item;
}

/** The media type that a handler would name. */
function mediaTypeOf({ contents }: Response, { headers = {}, body }: Returned): string | null {
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const whole = contents.find((content) => !isStream(content));
  const isChosen = (content: Content) => named !== undefined && essence(content.mediaType) === essence(String(named));
  const usual = whole === undefined || !Array.isArray(body) ? contents[0] : whole;
  return (contents.find(isChosen) ?? usual)?.mediaType ?? null;
}

interface Called {
  readonly outcome: Outcome;
  readonly request: Sent;
  readonly asyncOutcome: Outcome;
  readonly asyncRequest: Sent;
  readonly failure?: string;
}

interface Outcome {
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
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
  const operation = operationOf(spec, exchange);
  const { response, request, input = {} } = exchange;
  const { body, bodyBase64, ...parameters } = input;
  const json = response.json === undefined ? {} : { json: response.json };
  const { bytes = Buffer.alloc(0) } = toBytes({ ...bodyOf(response), ...json });
  const contentType = Object.entries(request.headers ?? {}).find(([name]) => name === 'content-type')?.[1] ?? '';
  const content = operation.body?.contents.find(({ mediaType }) => essence(mediaType) === essence(contentType));
  return program.ask({
    subject: `${nameOf(spec)} ${operation.id}`,
    parameters,
    ...(body === undefined ? {} : { body }),
    ...(bodyBase64 === undefined ? {} : { base64: bodyBase64 }),
    mediaType: (content ?? operation.body?.contents[0])?.mediaType ?? null,
    response: { status: response.status, headers: response.headers ?? {}, base64: bytes.toString('base64') },
  });
}

async function checkCall({ failure, ...called }: Called, exchange: Exchange): Promise<void> {
  expect(failure).toBeUndefined();
  checkOutcome(called.outcome, exchange);
  await checkRequest(called.request, exchange);
  // The class that does not wait does the same.
  expect(called.asyncOutcome).toEqual(called.outcome);
  await checkRequest(called.asyncRequest, exchange);
}

function checkOutcome(outcome: Outcome, { response, operation }: Exchange): void {
  const expected =
    response.json ?? response.text ?? (response.base64 === undefined ? undefined : { base64: response.base64 });
  if (response.items !== undefined) expect(outcome).toEqual({ result: response.items });
  else if (response.status < 300) expect(outcome).toEqual(expected === undefined ? {} : { result: expected });
  else {
    expect(outcome).toMatchObject({ error: 'ResponseException', status: response.status });
    expect(outcome.body).toEqual(expected);
    expect(outcome.message).toContain(operation);
  }
}

async function checkRequest({ method, target, headers, base64 }: Sent, { request }: Exchange): Promise<void> {
  expect(`${method} ${target}`).toBe(`${request.method} ${request.target}`);
  const bytes = Buffer.from(base64, 'base64');
  if (request.multipart !== undefined) {
    expect(await readForm(bytes, headers['content-type'] ?? '')).toEqual(request.multipart);
    return;
  }
  expect(headers).toMatchObject(request.headers ?? {});
  expect(fromBytes(bytes, bodyOf(request))).toEqual(bodyOf(request));
}
