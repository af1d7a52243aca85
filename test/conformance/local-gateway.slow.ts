import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import type { Operation } from '../../src/codegen/model/service';
import { streams } from '../../src/codegen/model/streams';
import { Integrations, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import { generateSpec } from '../support/generated-runtime';
import { operationsOf } from '../support/spec-operations';
import { type Exchange, exchangeFiles } from './exchange';
import { runServerExchanges, type Served, type Server } from './suite';
import { toBytes, toHeaders } from './wire';

runServerExchanges({
  name: 'local gateway',
  start: startGateway,
  skip: [
    {
      spec: 'unicode-paths.yaml',
      reason: 'API Gateway allows only ASCII in paths, so these operations are not in its document',
    },
  ],
});

/** Generates, bundles, synthesizes and serves a spec, with one function behind its operations that stream and one behind all others. */
async function startGateway(spec: string): Promise<Server> {
  const directory = generateSpec(spec, { infrastructure: true });
  const operations = operationsOf(spec);
  const received = path.join(directory, 'received.json');
  bundleFunction(
    directory,
    operations.map(({ id }) => id),
  );
  const environment = {
    EXCHANGES: path.join(__dirname, 'exchanges', spec.replace(/yaml$/, 'json')),
    RECEIVED: received,
  };
  const gateway = await serve({ assembly: synthesize(directory, operations, environment), port: 0, root: directory });
  return {
    serve: (exchange) => exchangeOver(gateway, spec, exchange, received),
    close: () => gateway.close(),
  };
}

function bundleFunction(directory: string, operations: readonly string[]): void {
  const code = path.join(directory, 'code');
  mkdirSync(code);
  const entry = path.join(directory, 'lambda.ts');
  writeFileSync(
    entry,
    [
      `import * as runtime from '${directory}/generated/runtime/typescript/esm/index.js';`,
      `import { conformanceHandlers } from '${path.join(__dirname, 'lambda-entry')}';`,
      `export const { whole, streaming } = conformanceHandlers(runtime, ${JSON.stringify(operations)});`,
    ].join('\n'),
  );
  buildSync({
    entryPoints: [entry],
    outfile: path.join(code, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
}

function synthesize(directory: string, operations: readonly Operation[], environment: Record<string, string>): string {
  const outdir = path.join(directory, 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, 'Conformance');
  const code = Code.fromAsset(path.join(directory, 'code'));
  const props = { code, runtime: Runtime.NODEJS_22_X, environment };
  const whole = Integrations.lambda(new LambdaFunction(stack, 'Whole', { ...props, handler: 'index.whole' }));
  const streaming = Integrations.lambda(
    new LambdaFunction(stack, 'Streaming', { ...props, handler: 'index.streaming' }),
  );
  new TypeSafeRestApi(stack, 'Api', {
    specPath: path.join(directory, 'generated/infrastructure/typescript/assets/gateway.json'),
    integrations: Object.fromEntries(
      operations.map((operation) => [operation.id, { integration: streams(operation) ? streaming : whole }]),
    ),
  });
  app.synth();
  return outdir;
}

async function exchangeOver(
  gateway: LocalGateway,
  spec: string,
  exchange: Exchange,
  received: string,
): Promise<Served> {
  rmSync(received, { force: true });
  const index = exchangeFiles()
    .find((file) => file.spec === spec)
    ?.exchanges.findIndex(({ name, operation }) => name === exchange.name && operation === exchange.operation);
  const served = await send(new URL(gateway.apis()[0]?.url ?? ''), exchange, String(index));
  const input: unknown = existsSync(received) ? JSON.parse(readFileSync(received, 'utf8')) : undefined;
  return { ...served, ...(input === undefined ? {} : { received: input }) };
}

/** Sends a request as it stands: `fetch` would write the target anew and choose headers of its own. */
function send(base: URL, { request }: Exchange, index: string): Promise<Served> {
  const { bytes } = toBytes(request);
  const headers = {
    ...toHeaders(request),
    'x-exchange': index,
    ...(bytes === undefined ? {} : { 'content-length': String(bytes.length) }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: base.hostname, port: base.port, method: request.method, path: request.target, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const flat = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(flat),
            bytes: Buffer.concat(chunks),
          });
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(bytes);
  });
}
