import { rmSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import { temporaryWorkspace, writePackages } from '../support/generated-packages';
import { bundleRuntime, type Callable, type GeneratedRuntime } from '../support/generated-runtime';
import { loadInfrastructure } from '../support/load-infrastructure';
import { readSpec } from '../support/read-spec';

interface Infrastructure {
  readonly Api: new (scope: Construct, id: string, props: object) => Construct;
  readonly MockIntegrations: Readonly<Record<string, Callable>>;
  readonly Authorizers: { none(): object };
}

let directory: string;
let runtime: GeneratedRuntime;
let gateway: LocalGateway;

beforeAll(async () => {
  const spec = readSpec('response-headers-of-every-type.yaml');
  if (spec === undefined) throw new Error('the spec has errors');
  directory = temporaryWorkspace();
  writePackages(spec, 'things', directory);
  runtime = bundleRuntime(directory);
  const { Api, MockIntegrations, Authorizers } = loadInfrastructure<Infrastructure>(directory);
  const assembly = path.join(directory, 'cdk.out');
  const app = new App({ outdir: assembly });
  const stack = (name: string) => new Stack(app, name);
  const props = { defaultAuthorizer: Authorizers.none(), corsOptions: { allowOrigins: ['https://example.com'] } };
  new Api(stack('Modelled'), 'Api', { ...props, integrations: MockIntegrations.mockAll?.() });
  const getThings = { integration: MockIntegrations.getThings200?.(['a'], { 'x-count': '3', 'X-Other': 'yes' }) };
  new Api(stack('Given'), 'Api', { ...props, integrations: { getThings } });
  const bad = { integration: MockIntegrations.getThingsDefault?.(500) };
  new Api(stack('Sad'), 'Api', { ...props, integrations: { getThings: bad } });
  app.synth();
  gateway = await serve({ assembly, root: directory, port: 0 });
});
afterAll(async () => {
  await gateway?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** What the generated client makes of the mock of a stack. */
async function answerOf(index: number) {
  const client = runtime.index.createClient?.({ baseUrl: gateway.apis()[index]?.url });
  return (await runtime.index.getThingsRaw?.(client)) as {
    readonly status: number;
    readonly body: unknown;
    readonly headers: Headers;
    readonly headerValues: object;
  };
}

test('a mock sends the headers of the model, as values that the model allows', async () => {
  const { status, headers, headerValues } = await answerOf(0);
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBe('https://example.com');
  expect(headerValues).toEqual({
    'X-Count': expect.any(Number),
    'X-Name': expect.any(String),
    'X-Ratio': expect.any(Number),
    'X-Complete': expect.any(Boolean),
    'X-Tags': [expect.any(String), expect.any(String), expect.any(String)],
    'X-Sizes': [expect.any(Number), expect.any(Number), expect.any(Number)],
    'X-Point': { x: expect.any(Number), label: expect.any(String) },
    'X-Exploded': { x: expect.any(Number), label: expect.any(String) },
    'X-State': { x: expect.any(Number), label: expect.any(String) },
    'Set-Cookie': [expect.any(String)],
  });
});

test('headers that are given stand in place of those', async () => {
  const { body, headers, headerValues } = await answerOf(1);
  expect(body).toEqual(['a']);
  expect(headerValues).toMatchObject({ 'X-Count': 3, 'X-Complete': true });
  expect(headers.get('x-other')).toBe('yes');
});

test('so do errors without a body', async () => {
  expect(await answerOf(2)).toMatchObject({ status: 500, headerValues: { 'X-Reason': 'tired' } });
});
