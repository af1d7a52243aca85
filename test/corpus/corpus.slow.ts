import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { generate } from '../../src/codegen/generate';
import { mockResponses, preferredResponse } from '../../src/codegen/mocks/mock-responses';
import type { Operation, Service } from '../../src/codegen/model/service';
import { Authorizers, type TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { Diagnostic } from '../../src/shared/diagnostics';
import { checkRuntimes } from '../support/check-runtimes';
import { temporaryWorkspace } from '../support/generated-packages';
import { bundleRuntime, type GeneratedRuntime } from '../support/generated-runtime';
import { loadInfrastructure } from '../support/load-infrastructure';
import { type ReadSpec, readSpec } from '../support/read-spec';
import { callRaw, mockedResponses, returnFrom, statusOf } from './calls';
import { compilerOptions } from './compiler-options';
import { type CorpusDocument, documents, locate } from './documents';
import { type Input, requestsOf } from './requests';

interface Infrastructure {
  readonly Api: new (scope: Stack, id: string, props: object) => TypeSafeRestApi;
  readonly MockIntegrations: { mockAll(): object };
}

interface Answer {
  readonly id: string;
  readonly status: number;
  readonly hasBody: boolean;
}

const constructs = path.resolve(__dirname, '../../lib/constructs/index.d.ts');
/** What was said of each document. */
const said = new Map<string, readonly Diagnostic[]>();
let directory: string;

beforeAll(() => {
  if (!existsSync(constructs)) throw new Error("the constructs are not compiled: run 'npx projen compile' first");
  directory = temporaryWorkspace();
  for (const document of documents) said.set(document.name, generateAll(document));
});

afterAll(() => rmSync(directory, { recursive: true }));

function generateAll(document: CorpusDocument): readonly Diagnostic[] {
  const { diagnostics } = generate({
    model: locate(document),
    output: folderOf(document),
    cwd: directory,
    key: '',
    name: document.name,
    runtime: ['typescript'],
    handlers: [],
    infrastructure: ['typescript'],
    documentation: ['html'],
    library: [],
  });
  return diagnostics;
}

function folderOf({ name }: CorpusDocument): string {
  return path.join(directory, name);
}

test('what is generated for all of them compiles under every strict option', () => {
  const include = documents.map(({ name }) => `${name}/generated/infrastructure/typescript/src`);
  const runtimes = documents.map(({ name }) => [
    `${name}-typescript-runtime`,
    [`./${name}/generated/runtime/typescript/types/index.d.ts`],
  ]);
  const paths = { 'type-safe-api-project/lib/constructs': [constructs], ...Object.fromEntries(runtimes) };
  const options = { ...compilerOptions, module: 'preserve', moduleResolution: 'bundler', paths };
  writeFileSync(path.join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include }));
  const tsc = require.resolve('typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  const folders = documents.map(({ name }) => `${name}/generated/runtime/typescript`);
  expect(checkRuntimes(directory, folders)).toBe('');
});

describe.each(documents.map((document) => [document.name, document] as const))('%s', (_, document) => {
  const unmockable = new Set(Object.values(document.unmockable ?? {}).flat());
  let spec: ReadSpec;
  let runtime: GeneratedRuntime;
  let gateway: LocalGateway;
  let inputs: ReadonlyMap<Operation, Input>;

  beforeAll(async () => {
    const read = readSpec(locate(document));
    if (read === undefined) throw new Error(`${document.file} has errors`);
    spec = read;
    inputs = inputsOf(read.service);
    runtime = bundleRuntime(folderOf(document));
    gateway = await serve({ assembly: synthesize(folderOf(document)), port: 0, root: folderOf(document) });
  });

  afterAll(() => gateway.close());

  test('there is a request and a mock for every operation but those that are listed', () => {
    const { diagnostics } = mockResponses(spec.service);
    const places = new Set(diagnostics.map(({ place }) => place.pointer));
    const missing = spec.service.operations.filter(
      (operation) =>
        !inputs.has(operation) ||
        operation.responses.some(({ contents }) => contents.some(({ pointer }) => places.has(pointer))),
    );
    expect(missing.map(({ id }) => id).sort()).toEqual([...unmockable].sort());
  });

  test('handlers may return every mock', async () => {
    const responsesOf = mockedResponses(spec.service);
    const refused: string[] = [];
    for (const [operation, input] of inputs) {
      for (const response of unmockable.has(operation.id) ? [] : responsesOf(operation)) {
        const refusal = await returnFrom(runtime, operation, input, response);
        if (refusal !== undefined) refused.push(`${operation.id} ${response.statusCode}: ${refusal}`);
      }
    }
    expect(refused).toEqual([]);
  });

  test('every operation that API Gateway can serve answers with its mock', async () => {
    const [api] = gateway.apis();
    const served = new Set(api?.operations.map(({ operationId }) => operationId));
    const called = [...inputs].filter(([{ id }]) => served.has(id));
    const answers: Answer[] = [];
    for (const [operation, input] of called) {
      const { status, body } = await callRaw(runtime, api?.url ?? '', operation, input);
      const hasBody = (body !== undefined && body !== '') || unmockable.has(operation.id);
      answers.push({ id: operation.id, status, hasBody });
    }
    expect(answers).toEqual(called.map(([operation]) => expectedOf(operation)));
    const unserved = spec.service.operations.filter(({ id }) => !served.has(id)).map(({ path: route }) => route);
    const reported = said
      .get(document.name)
      ?.flatMap(({ code, message }) => (code === 'gateway-path' ? [message] : []));
    expect(unserved.filter((route) => reported?.some((message) => message.includes(`'${route}'`)) !== true)).toEqual(
      [],
    );
  });
});

function inputsOf(service: Service): ReadonlyMap<Operation, Input> {
  const inputOf = requestsOf(service);
  return new Map(
    service.operations.flatMap((operation) => {
      const input = inputOf(operation);
      return input === undefined ? [] : [[operation, input] as const];
    }),
  );
}

function expectedOf(operation: Operation): Answer {
  const response = preferredResponse(operation);
  if (response === undefined) throw new Error(`${operation.id} has no response`);
  const hasBody = operation.method !== 'head' && response.contents.length > 0;
  return { id: operation.id, status: statusOf(operation, response), hasBody };
}

function synthesize(folder: string): string {
  const { Api, MockIntegrations } = loadInfrastructure<Infrastructure>(folder);
  const outdir = path.join(folder, 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  // A large document is deployed from S3, which takes a stack that knows where it is.
  const stack = new Stack(app, 'Corpus', { env: { account: '123456789012', region: 'eu-west-1' } });
  new Api(stack, 'Api', { integrations: MockIntegrations.mockAll(), defaultAuthorizer: Authorizers.none() });
  app.synth();
  return outdir;
}
