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
import { type Agreed, type Drawn, describeAgreement } from './agreement';
import { type Called, type Outcome, runClientExchanges, type Sent } from './clients';
import { toEvent } from './event';
import { type Exchange, type Returned, specName } from './exchange';
import { type Result, servedOf } from './gateway';
import { runServerExchanges, type Served } from './suite';
import { fromProgram, toBytes } from './wire';

jest.setTimeout(600_000);

const hostile = path.join(__dirname, '../codegen/languages/typescript/hostile-names.yaml');
/** All that there are: those without exchanges are compiled. */
const specs = new Map([...readSpecs(), ['hostile', readSpec(hostile) as ReadSpec]]);

function operationOf(spec: string, operation: string): Operation {
  const found = specs.get(spec)?.service.operations.find(({ id }) => id === operation);
  if (found === undefined) throw new Error(`${spec} has no operation ${operation}`);
  return found;
}

describeJava('the runtimes in Java', () => {
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
    start: (spec) => ({ serve: (exchange) => serve(program, specName(spec), exchange) }),
  });

  runClientExchanges({
    name: 'Java clients',
    start: (spec) => (exchange) => call(program, specName(spec), exchange),
  });

  describeAgreement({
    name: 'Java',
    runs: 25,
    seed: 22,
    nullIsAbsent: true,
    start: (spec) => (drawn) => agree(program, spec, drawn),
  });
});

async function serve(program: LineProcess, spec: string, exchange: Exchange): Promise<Served> {
  const operation = operationOf(spec, exchange.operation);
  const { returns, response } = exchange;
  const { result, received, failure } = await program.ask<{
    readonly result: Result;
    readonly received?: unknown;
    readonly failure?: string;
  }>({
    subject: `${spec} ${operation.id}`,
    event: toEvent(exchange.request, operation.path),
    isValid: response.status === returns?.statusCode,
    ...(returns === undefined ? {} : typed(returns, operation)),
  });
  if (failure !== undefined) throw new Error(failure);
  return { ...servedOf(result), ...(received === undefined ? {} : { received }) };
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

interface Told {
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly status?: number;
  readonly body?: unknown;
}

/** A call by the class that waits, and one by that which does not. */
async function call(program: LineProcess, spec: string, exchange: Exchange): Promise<readonly Called[]> {
  const operation = operationOf(spec, exchange.operation);
  const { response, request, input = {} } = exchange;
  const { body, bodyBase64, ...parameters } = input;
  const { bytes = Buffer.alloc(0) } = toBytes(response);
  const contentType = request.headers?.['content-type'] ?? '';
  const content = operation.body?.contents.find(({ mediaType }) => essence(mediaType) === essence(contentType));
  const answer = await program.ask<{
    readonly outcome: Told;
    readonly request: Sent;
    readonly asyncOutcome: Told;
    readonly asyncRequest: Sent;
    readonly failure?: string;
  }>({
    subject: `${spec} ${operation.id}`,
    parameters,
    ...(body === undefined ? {} : { body }),
    ...(bodyBase64 === undefined ? {} : { base64: bodyBase64 }),
    mediaType: (content ?? operation.body?.contents[0])?.mediaType ?? null,
    response: { status: response.status, headers: response.headers ?? {}, base64: bytes.toString('base64') },
  });
  if (answer.failure !== undefined) throw new Error(answer.failure);
  return [
    { outcome: outcomeOf(answer.outcome), sent: answer.request },
    { outcome: outcomeOf(answer.asyncOutcome), sent: answer.asyncRequest },
  ];
}

function outcomeOf({ result, error, message = '', status, body }: Told): Outcome {
  if (error === undefined) return { result };
  if (error !== 'ResponseException' || status === undefined) throw new Error(`${error}: ${message}`);
  return { error: { status, body, message } };
}

async function agree(
  program: LineProcess,
  spec: string,
  { operation, request, response }: Drawn,
): Promise<Agreed | undefined> {
  const { failure, violation, outcome, ...agreed } = await program.ask<
    Agreed & { readonly failure?: string; readonly violation?: string }
  >({
    subject: `${spec} ${operation.id}`,
    agree: true,
    isValid: true,
    parameters: request.parameters,
    ...(request.body === undefined ? {} : { body: fromProgram(request.body.value) }),
    bodyType: request.body?.content.mediaType ?? null,
    returns: {
      statusCode: response.status,
      ...(response.body === undefined ? {} : { body: fromProgram(response.body.value) }),
      headers: response.headers,
    },
    mediaType: response.body?.content.mediaType ?? null,
  });
  if (failure !== undefined) throw new Error(failure);
  // The model has no bounds for it, but Java has.
  if (/is an integer that is out of range$/.test(agreed.refused ?? '')) return undefined;
  if (violation !== undefined) expect(violation).toMatch(/\/headers\//);
  return {
    ...agreed,
    isHeaderRefused: violation !== undefined,
    ...(outcome === undefined ? {} : { outcome: { ...outcome, body: (outcome.body ?? undefined) as Json } }),
  };
}
