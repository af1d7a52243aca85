import { rmSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { type MockRequest, mockRequests } from '../../src/codegen/mocks/mock-requests';
import { preferredResponse } from '../../src/codegen/mocks/mock-responses';
import type { Operation } from '../../src/codegen/model/service';
import type * as Constructs from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import { temporaryWorkspace, writePackages } from '../support/generated-packages';
import { bundleRuntime, type GeneratedRuntime } from '../support/generated-runtime';
import { loadInfrastructure } from '../support/load-infrastructure';
import { readGalaxy } from '../support/read-spec';

interface Infrastructure {
  readonly Api: new (scope: Stack, id: string, props: object) => Constructs.TypeSafeRestApi;
  readonly MockIntegrations: { mockAll(): object };
}

interface RawResponse {
  readonly status: number;
  readonly body: unknown;
}

// From the model to responses over HTTP, with nothing but what is generated: the whole way that an API over mocks goes.
describe('the API of @scalar/galaxy over mocks', () => {
  const spec = readGalaxy();
  const requests = mockRequests(spec.service);
  let directory: string;
  let gateway: LocalGateway;
  let runtime: GeneratedRuntime;

  beforeAll(async () => {
    directory = temporaryWorkspace();
    writePackages(spec, 'galaxy', directory);
    runtime = bundleRuntime(directory);
    gateway = await serve({ assembly: synthesize(directory), port: 0, root: directory });
  });

  afterAll(async () => {
    await gateway.close();
    rmSync(directory, { recursive: true });
  });

  test.each(spec.service.operations.map((operation) => [operation.id, operation] as const))(
    '%s answers',
    async (_, operation) => {
      const response = await callOperation(runtime, gateway, operation, requests.request(operation));
      const expected = preferredResponse(operation);
      expect(response.status).toBe(expected?.status);
      if (expected?.contents.some(({ kind }) => kind === 'json') === true) expect(response.body).toBeDefined();
    },
  );
});

function synthesize(directory: string): string {
  const { Api, MockIntegrations } = loadInfrastructure<Infrastructure>(directory);
  const outdir = path.join(directory, 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  new Api(new Stack(app, 'Galaxy'), 'Api', { integrations: MockIntegrations.mockAll() });
  app.synth();
  return outdir;
}

/** Calls by the raw function of the generated client, for which every status is an answer. */
async function callOperation(
  { index }: GeneratedRuntime,
  gateway: LocalGateway,
  { id, body }: Operation,
  request: MockRequest,
): Promise<RawResponse> {
  // The model asks for an API key, which the local gateway wants to see and does not look up.
  const client = index.createClient?.({ baseUrl: gateway.apis()[0]?.url, headers: { 'x-api-key': 'any' } });
  const call = index[`${id}Raw`] ?? index[`${id}_Raw`];
  if (call === undefined) throw new Error(`the client has no function for ${id}`);
  const bytes = new Uint8Array([1, 2, 3]);
  const content = body === undefined ? {} : { body: request.body ?? fieldsOf(body.contents[0]?.kind, bytes) };
  return (await call(client, { ...request.parameters, ...content })) as RawResponse;
}

/** A body of some other kind than JSON. */
function fieldsOf(kind: string | undefined, bytes: Uint8Array): unknown {
  return kind === 'multipart' ? { file: bytes } : kind === 'binary' ? bytes : 'text';
}
