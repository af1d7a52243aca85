import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Authorizers, Integrations, TypeSafeRestApi } from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';

const [first, second] = ['https://one.example', 'https://two.example'];
const document: JsonObject = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [{ in: 'query', name: 'page', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: '' } },
      },
      post: { operationId: 'addPet', responses: { 200: { description: '' } } },
    },
  },
};

let root: string;
let gateway: LocalGateway;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-cors-'));
  const specPath = path.join(root, 'gateway.json');
  writeFileSync(specPath, JSON.stringify(document));
  const app = new App({ outdir: path.join(root, 'cdk.out') });
  const stack = new Stack(app, 'Shop');
  const integration = Integrations.mock({ statusCode: 200, body: '[]' });
  const userPools = [new UserPool(stack, 'Users')];
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    corsOptions: { allowOrigins: [first, second], allowCredentials: true },
    integrations: {
      listPets: { integration, authorizer: Authorizers.none() },
      addPet: { integration, authorizer: Authorizers.cognito({ authorizerId: 'users', userPools }) },
    },
  });
  app.synth();
  gateway = await serve({ assembly: path.join(root, 'cdk.out'), root, port: 0 });
});
afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true, force: true });
});

/** As a browser asks, but with the names of headers in the case that is given: HTTP/2 has them in lower case. */
async function ask(method: string, target: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const call = send(`${gateway.apis()[0]?.url}${target}`, { method, headers }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    call.on('error', reject).end();
  });
}
const allowed = ({ headers }: { headers: IncomingHttpHeaders }) => headers['access-control-allow-origin'];

describe.each(['Origin', 'origin'])('a page of the second origin, by the header %s', (origin) => {
  test('is let in by the preflight, with its credentials', async () => {
    const asked = { [origin]: second, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'x' };
    const { status, headers } = await ask('OPTIONS', '/pets', asked);
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': second,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': expect.stringContaining('POST'),
      'access-control-allow-headers': expect.stringContaining('Authorization'),
      vary: 'Origin',
    });
  });

  test('may read the response', async () => {
    const reply = await ask('GET', '/pets?page=1', { [origin]: second });
    expect([reply.status, allowed(reply)]).toEqual([200, second]);
    expect(reply.headers['access-control-allow-credentials']).toBe('true');
  });
});

test.each<[what: string, method: string, target: string, status: number]>([
  ['validation', 'GET', '/pets', 400],
  ['the authorizer', 'POST', '/pets', 401],
  ['there being no such operation', 'DELETE', '/pets', 403],
])('errors of the gateway, by %s, can be read by pages of the first origin', async (_, method, target, status) => {
  const reply = await ask(method, target, { Origin: first });
  expect([reply.status, allowed(reply)]).toEqual([status, first]);
  expect(reply.headers['access-control-allow-credentials']).toBe('true');
});

test('a page of another origin is not let in', async () => {
  const asked = { Origin: 'https://three.example', 'Access-Control-Request-Method': 'GET' };
  expect(allowed(await ask('OPTIONS', '/pets', asked))).toBe(first);
});

test.each(['image/png', 'application/xml', 'nonsense', '*/*'])(
  'a preflight is answered whatever it accepts: %s',
  async (Accept) => {
    const reply = await ask('OPTIONS', '/pets', { Origin: second, 'Access-Control-Request-Method': 'GET', Accept });
    expect([reply.status, allowed(reply)]).toEqual([204, second]);
  },
);

// Browsers send no body with it, and so no type of one.
test.each(['application/octet-stream', 'nonsense'])('and never fails, be its type %s', async (type) => {
  const asked = { Origin: first, 'Access-Control-Request-Method': 'GET', 'Content-Type': type };
  const reply = await ask('OPTIONS', '/pets', asked);
  expect([reply.status, allowed(reply)]).toEqual([415, first]);
});
