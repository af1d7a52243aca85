import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { VpcLink } from 'aws-cdk-lib/aws-apigateway';
import { VpcLink as VpcLinkV2 } from 'aws-cdk-lib/aws-apigatewayv2';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, ListenerAction, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import {
  Authorizers,
  ErrorIntegrationResponses,
  type Integration,
  IntegrationResponses,
  Integrations,
  ResponseTransferMode,
  TypeSafeRestApi,
} from '../../src/constructs';
import { type LocalGateway, serve } from '../../src/gateway/serve';
import type { JsonObject } from '../../src/shared/json';

// An app with the constructs, served, before a server in this process: what the integrations say is what the server gets.
const methods = ['get', 'head', 'put', 'post', 'patch', 'delete', 'options'] as const;
const bytes = Buffer.from([0x89, 0x50, 0xff, 0x00, 0x0d, 0x0a]);

let root: string;
let backend: Server;
let gateway: LocalGateway;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gateway-http-'));
  backend = createServer((message, response) =>
    message.headers['x-answer'] === 'pieces'
      ? streamPieces(response)
      : void answer(message).then((reply) => response.writeHead(reply.status, reply.headers).end(reply.body)),
  );
  backend.listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const address = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  process.env.TYPE_SAFE_API_BACKEND_NLB = address;
  process.env.TYPE_SAFE_API_BACKEND_ALB = `${address}/alb`;
  process.env.TYPE_SAFE_API_BACKEND_PETS_INTERNAL = `${address}/named`;
  const assembly = path.join(root, 'cdk.out');
  synthesize(assembly, address);
  gateway = await serve({ assembly, root, port: 0 });
  url = gateway.apis()[0]?.url ?? '';
});

afterAll(async () => {
  for (const name of ['NLB', 'ALB', 'PETS_INTERNAL']) delete process.env[`TYPE_SAFE_API_BACKEND_${name}`];
  await gateway.close();
  backend.closeAllConnections();
  backend.close();
  rmSync(root, { recursive: true, force: true });
});

/** What a request asks for in `x-answer`; otherwise what was asked, as JSON. */
async function answer(message: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const wanted = String(message.headers['x-answer'] ?? '');
  if (wanted === 'late') await new Promise((resolve) => setTimeout(resolve, 300));
  if (wanted === 'bytes') return { status: 200, headers: { 'Content-Type': 'image/png' }, body: bytes };
  if (wanted === 'gzip') {
    const headers = { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' };
    return { status: 200, headers, body: gzipSync('unpacked') };
  }
  const { method, url: target, rawHeaders } = message;
  const seen = { method, target, headers: rawHeaders, body: body.toString('base64') };
  const status = /^\d+$/.test(wanted) ? Number(wanted) : 200;
  const headers = { 'Content-Type': 'application/json', 'X-Page': '7', 'X-Secret': 's', 'Set-Cookie': ['a=1', 'b=2'] };
  return { status, headers, body: status === 204 ? '' : JSON.stringify(seen) };
}

let sendSecondPiece: () => void = () => undefined;
let abandoned: Promise<unknown> = Promise.resolve();

/** The second piece is sent when the test says so. */
function streamPieces(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Page': '1' });
  response.write('data: first');
  abandoned = once(response, 'close');
  sendSecondPiece = () => response.end('data: second');
}

function synthesize(assembly: string, address: string): void {
  const app = new App({ outdir: assembly, context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Pets');
  const vpc = new Vpc(stack, 'Vpc');
  const target = new NetworkLoadBalancer(stack, 'Nlb', { vpc });
  const nlb = { vpcLink: new VpcLink(stack, 'Link', { targets: [target] }), loadBalancer: target };
  const loadBalancer = new ApplicationLoadBalancer(stack, 'Alb', { vpc });
  loadBalancer.addListener('Http', { port: 8080, defaultAction: ListenerAction.fixedResponse(200), open: false });
  const alb = { vpcLink: new VpcLinkV2(stack, 'Link2', { vpc }), loadBalancer };
  const proxy = Integrations.httpProxy({ url: `${address}/v1`, appendPath: true });
  const mapped = Integrations.http({
    url: `${address}/items/{petId}.json?fixed=1`,
    method: 'post',
    requestParameters: { 'integration.request.header.X-Pet': 'method.request.path.petId' },
    requestTemplates: { 'application/json': '{"name": $input.json(\'$.n\')}' },
    errorIntegrationResponse: ErrorIntegrationResponses.custom({
      responses: { '40[19]': IntegrationResponses.fixed({ statusCode: 400, body: '{"error":true}' }) },
    }),
  });
  const operations: Record<string, [string, Integration]> = {
    ...Object.fromEntries(methods.map((method) => [method, [`${method} /pets/{petId}`, proxy]])),
    files: ['put /files/{proxy+}', proxy],
    mapped: ['put /mapped/{petId}', mapped],
    passed: ['put /passed/{petId}', Integrations.http({ url: `${address}/passed/{petId}` })],
    streamed: [
      'get /streamed',
      Integrations.httpProxy({ url: address, responseTransferMode: ResponseTransferMode.STREAM }),
    ],
    headOfStream: [
      'head /streamed-head',
      Integrations.httpProxy({ url: address, method: 'GET', responseTransferMode: ResponseTransferMode.STREAM }),
    ],
    lateStream: [
      'get /streamed-late',
      Integrations.httpProxy({
        url: address,
        timeout: Duration.seconds(1),
        responseTransferMode: ResponseTransferMode.STREAM,
      }),
    ],
    late: ['get /late', Integrations.httpProxy({ url: address, timeout: Duration.millis(50) })],
    down: ['get /down', Integrations.http({ url: 'http://127.0.0.1:1025/' })],
    nlb: ['get /nlb/{petId}', Integrations.nlb({ ...nlb, path: '/v2/{petId}', port: 8080 })],
    alb: ['get /alb/{petId}', Integrations.alb(alb)],
    named: ['get /named/{petId}', Integrations.alb({ ...alb, hostName: 'pets.internal' })],
  };
  const specPath = path.join(root, 'gateway.json');
  const routes = Object.entries(operations).map(([id, [route]]) => [id, route] as const);
  writeFileSync(specPath, JSON.stringify(documentOf(Object.fromEntries(routes))));
  const integrations = Object.entries(operations).map(([id, [, integration]]) => [id, { integration }] as const);
  new TypeSafeRestApi(stack, 'Api', {
    specPath,
    integrations: Object.fromEntries(integrations),
    defaultAuthorizer: Authorizers.none(),
    binaryMediaTypes: ['image/*'],
  });
  app.synth();
}

function documentOf(routes: Readonly<Record<string, string>>): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [operationId, route] of Object.entries(routes)) {
    const [method = '', resource = ''] = route.split(' ');
    const variable = /\{(\w+)\+?\}/.exec(resource)?.[1];
    const item = paths[resource] ?? {};
    paths[resource] = item;
    item[method] = {
      operationId,
      parameters: [
        ...(variable === undefined ? [] : [{ name: variable, in: 'path', required: true, schema: { type: 'string' } }]),
        { name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
        { name: 'X-Answer', in: 'header', schema: { type: 'string' } },
      ],
      ...(method === 'put' ? { requestBody: { content: { 'application/json': {}, 'image/png': {} } } } : {}),
      responses: {
        200: { description: '', headers: { 'X-Page': { schema: { type: 'string' } } } },
        204: { description: '' },
        400: { description: '' },
        404: { description: '' },
      },
      'x-type-safe-api-responses': {
        200: { headers: ['X-Page'], mediaTypes: ['application/json', 'image/png'] },
        204: { headers: [], mediaTypes: [] },
        400: { headers: [], mediaTypes: ['application/json'] },
        404: { headers: [], mediaTypes: ['application/json'] },
      },
    };
  }
  return { openapi: '3.0.1', info: { title: 'Pets', version: '1' }, paths };
}

interface Seen {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: string;
}

async function ask(target: string, init: RequestInit = {}): Promise<Seen> {
  return (await (await fetch(url + target, init)).json()) as Seen;
}

function valuesOf({ headers }: Seen, name: string): string[] {
  return headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
}

describe('a proxy', () => {
  test.each(methods.filter((method) => method !== 'head'))('passes %s on', async (method) => {
    const hasBody = method !== 'get';
    const seen = await ask('/pets/p1', { method: method.toUpperCase(), ...(hasBody ? { body: 'text' } : {}) });
    expect(seen).toMatchObject({ method: method.toUpperCase(), target: '/v1/pets/p1' });
    expect(Buffer.from(seen.body, 'base64').toString()).toBe(hasBody ? 'text' : '');
  });

  test('passes HEAD on', async () => {
    const response = await fetch(`${url}/pets/p1`, { method: 'HEAD' });
    expect([response.status, response.headers.get('x-page'), await response.text()]).toEqual([200, '7', '']);
  });

  test.each([
    ['a%20b', 'a%20b'],
    ['%C3%BC%F0%9F%90%B1', '%C3%BC%F0%9F%90%B1'],
    ['100%25', '100%25'],
    ['a+b', 'a%2Bb'],
    ['a%2Bb', 'a%2Bb'],
    ['a%3Fb%23c%26d', 'a%3Fb%23c%26d'],
    ['a%2Fb', 'a/b'],
  ])('encodes %s in a path', async (value, encoded) => {
    expect((await ask(`/pets/${value}`)).target).toBe(`/v1/pets/${encoded}`);
  });

  test('all below a path stays below it', async () => {
    const seen = await ask('/files/a/b%20c/d.txt', { method: 'PUT', body: '' });
    expect(seen.target).toBe('/v1/files/a/b%20c/d.txt');
  });

  test('what comes several times is passed on several times', async () => {
    const seen = await ask('/pets/p1?tag=a%20b&tag=c%26d&other=%2B');
    expect(seen.target).toBe('/v1/pets/p1?tag=a%20b&tag=c%26d&other=%2B');
    const response = await fetch(`${url}/pets/p1`);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const sent = await askRaw('/pets/p1', { 'X-Tag': ['a', 'b'], Connection: 'keep-alive', TE: 'trailers' });
    expect([valuesOf(sent, 'x-tag'), valuesOf(sent, 'te')]).toEqual([['a', 'b'], []]);
  });

  test('a body may come in pieces', async () => {
    const seen = await askRaw('/pets/p1', { 'Transfer-Encoding': 'chunked' }, ['a', 'b']);
    expect([Buffer.from(seen.body, 'base64').toString(), valuesOf(seen, 'content-length')]).toEqual(['ab', ['2']]);
  });

  test('bytes pass both ways', async () => {
    const headers = { 'Content-Type': 'image/png' };
    const seen = await ask('/pets/p1', { method: 'PUT', headers, body: bytes });
    expect(Buffer.from(seen.body, 'base64')).toEqual(bytes);
    const response = await fetch(`${url}/pets/p1`, { headers: { 'X-Answer': 'bytes', Accept: 'image/png' } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('what is compressed on the way arrives', async () => {
    const response = await fetch(`${url}/pets/p1`, { headers: { 'X-Answer': 'gzip' } });
    expect([await response.text(), response.headers.get('content-encoding')]).toEqual(['unpacked', null]);
  });

  test.each([201, 302, 404, 418, 503])('a %d is passed on', async (status) => {
    const response = await fetch(`${url}/pets/p1`, { headers: { 'X-Answer': String(status) }, redirect: 'manual' });
    expect([response.status, response.headers.get('x-secret')]).toEqual([status, 's']);
  });

  test('a response is streamed as it comes', async () => {
    const response = await fetch(`${url}/streamed`, { headers: { 'X-Answer': 'pieces' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const reader = response.body?.getReader();
    const next = async () => Buffer.from((await reader?.read())?.value ?? '').toString();
    expect(await next()).toBe('data: first');
    sendSecondPiece();
    expect(await next()).toBe('data: second');
    expect((await reader?.read())?.done).toBe(true);
  });

  test('a server hears at once that the client of its stream has gone, or wants no body', async () => {
    const headers = { 'X-Answer': 'pieces' };
    const response = await fetch(`${url}/streamed`, { headers });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await abandoned;
    expect((await fetch(`${url}/streamed-head`, { method: 'HEAD', headers })).status).toBe(200);
    await abandoned;
  });

  test('the integration waits no longer than it says for the end of a stream', async () => {
    const response = await fetch(`${url}/streamed-late`, { headers: { 'X-Answer': 'pieces' } });
    await expect(response.text()).rejects.toThrow();
    await abandoned;
  });

  test('a server that is late, or not there, is a 504', async () => {
    const late = await fetch(`${url}/late`, { headers: { 'X-Answer': 'late' } });
    expect([late.status, await late.json()]).toEqual([504, { message: 'Endpoint request timed out' }]);
    expect((await fetch(`${url}/down`)).status).toBe(504);
  });
});

describe('with mappings', () => {
  test('declared parameters are passed on, others are not', async () => {
    const headers = { 'Content-Type': 'image/png', 'X-Other': 'o', Accept: 'application/json' };
    const init = { method: 'PUT', headers, body: bytes };
    const seen = (await (await fetch(`${url}/passed/a%20b?tag=1&tag=2&other=3`, init)).json()) as Seen;
    expect(seen.target).toBe('/passed/a%20b?tag=1&tag=2');
    expect(['content-type', 'accept', 'x-other'].map((name) => valuesOf(seen, name))).toEqual([
      ...[['image/png'], ['application/json'], []],
    ]);
    expect(Buffer.from(seen.body, 'base64')).toEqual(bytes);
  });

  test('template, method and parameters make the request', async () => {
    const init = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{"n":"Rex"}' };
    const response = await fetch(`${url}/mapped/p%201?tag=a`, init);
    const seen = (await response.json()) as Seen;
    expect(seen).toMatchObject({ method: 'POST', target: '/items/p%201.json?fixed=1&tag=a' });
    expect(valuesOf(seen, 'x-pet')).toEqual(['p 1']);
    expect(Buffer.from(seen.body, 'base64').toString()).toBe('{"name": "Rex"}');
    const names = ['x-page', 'x-secret', 'content-type'];
    expect(names.map((name) => response.headers.get(name))).toEqual(['7', null, 'application/json']);
  });

  test.each([
    ['200', 200, 'passed'],
    ['202', 200, 'passed'],
    ['204', 204, ''],
    ['302', 500, ''],
    ['400', 400, '{"error":true}'],
    ['401', 400, '{"error":true}'],
    ['404', 404, 'passed'],
    ['409', 400, '{"error":true}'],
    ['500', 500, ''],
  ])('%s of the backend becomes %d', async (wanted, status, body) => {
    const headers = { 'X-Answer': wanted, 'Content-Type': 'application/json' };
    const response = await fetch(`${url}/mapped/p1`, { method: 'PUT', headers, body: '{}' });
    const text = await response.text();
    expect([response.status, text.includes('"target"') ? 'passed' : text]).toEqual([status, body]);
  });
});

test.each([
  ['/nlb/a%20b', '/v2/a%20b'],
  ['/alb/a%20b', '/alb/alb/a%20b'],
  ['/named/p1', '/named/named/p1'],
])('%s is asked where its variable says', async (target, expected) => {
  expect((await ask(target)).target).toBe(expected);
});

/** As `fetch` cannot: headers several times, and a body in pieces. */
async function askRaw(target: string, headers: Record<string, string | string[]>, pieces: readonly string[] = []) {
  const outgoing = request(url + target, { method: pieces.length > 0 ? 'POST' : 'GET', headers });
  for (const piece of pieces) outgoing.write(piece);
  outgoing.end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Seen;
}
