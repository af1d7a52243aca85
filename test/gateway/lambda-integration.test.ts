import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../src/shared/json';
import { lambdaOperation, type RunningApp, startApp } from './support/local-app';
import { until } from './support/until';

const lines: string[] = [];
const notes: string[] = [];
const returns = (result: string) => `exports.handler = async () => (${result});`;
const functions: Readonly<Record<string, string>> = {
  Echo: 'exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });',
  Callback:
    'exports.handler = (event, context, done) => setTimeout(() => done(null, { statusCode: 201, body: context.awsRequestId }), 5);',
  Context:
    'exports.handler = async (_, context) => ({ statusCode: 200, body: JSON.stringify({ left: context.getRemainingTimeInMillis(), name: context.functionName, arn: context.invokedFunctionArn, table: process.env.TABLE, pid: process.pid }) });',
  Cookies: returns(
    "{ statusCode: 200, headers: { 'X-A': 1, 'Set-Cookie': 'lost' }, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] }, body: '' }",
  ),
  Bytes: returns(
    "{ statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: 'AAEC/w==', isBase64Encoded: true }",
  ),
  Remapped: returns("{ statusCode: 401, headers: { 'WWW-Authenticate': 'Basic' } }"),
  NoObject: returns("'text'"),
  NoStatus: returns('{ ok: true }'),
  BadStatus: returns("{ statusCode: 'abc' }"),
  ObjectBody: returns('{ statusCode: 200, body: { a: 1 } }'),
  TextStatus: returns("{ statusCode: '202' }"),
  Throws: "exports.handler = async () => { throw new TypeError('boom'); };",
  Exits: 'exports.handler = async () => process.exit(3);',
  Unhandled:
    "exports.handler = () => { setTimeout(() => { throw new Error('late'); }, 1); return new Promise(() => {}); };",
  Broken: "throw new Error('cannot load');",
  Slow: 'exports.handler = () => new Promise(() => {});',
  Sleeper:
    'exports.handler = async () => { await new Promise((r) => setTimeout(r, 100)); return { statusCode: 200, body: String(process.pid) }; };',
  Waiter:
    "exports.handler = async ({ body }) => { console.log('waits'); while (!require('node:fs').existsSync(body)) await new Promise((r) => setTimeout(r, 5)); return { statusCode: 200 }; };",
  SlowStart:
    "const end = Date.now() + 1500; while (Date.now() < end); exports.handler = async () => ({ statusCode: 200, body: 'started' });",
  Logs: "exports.handler = async () => { console.log('one'); console.error('two'); return { statusCode: 204 }; };",
};
const properties: Readonly<Record<string, JsonObject>> = {
  Context: { Timeout: 10, Environment: { Variables: { TABLE: { Ref: 'Table' } } } },
  Slow: { Timeout: 1 },
  SlowStart: { Timeout: 1 },
};
let app: RunningApp;

beforeAll(async () => {
  const paths = Object.keys(functions).map((id) => [
    `/${id}`,
    { 'x-amazon-apigateway-any-method': lambdaOperation(id) },
  ]);
  const integration = lambdaOperation('Slow')['x-amazon-apigateway-integration'] as JsonObject;
  const impatient = { get: { 'x-amazon-apigateway-integration': { ...integration, timeoutInMillis: 50 } } };
  app = await startApp({
    document: {
      'x-amazon-apigateway-binary-media-types': ['image/*'],
      paths: {
        ...Object.fromEntries(paths),
        '/Echo/{id}/{rest+}': { get: lambdaOperation('Echo', { operationId: 'echo' }) },
        '/impatient': impatient,
        '/absent': { get: lambdaOperation('Absent') },
      },
    },
    functions,
    functionProperties: properties,
    resources: {
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'pets' } },
      Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'live' } },
    },
    listener: {
      output: (lambda, line) => lines.push(`${lambda.name}: ${line}`),
      exchange: (_, reply) => notes.push(reply.note ?? ''),
    },
  });
});
afterAll(() => app.close());

const get = (target: string, init?: RequestInit) => fetch(app.url + target, init);

test('the event of a request with everything', async () => {
  const response = await get('/Echo/a%2Fb%20c/x/y%20z?q=1&q=2&e=&s=a%20b', { headers: { 'X-Multi': 'v', Host: 'x' } });
  expect(await response.json()).toMatchObject({
    resource: '/Echo/{id}/{rest+}',
    path: '/Echo/a%2Fb%20c/x/y%20z',
    httpMethod: 'GET',
    pathParameters: { id: 'a%2Fb%20c', rest: 'x/y%20z' },
    queryStringParameters: { q: '2', e: '', s: 'a b' },
    multiValueQueryStringParameters: { q: ['1', '2'], e: [''], s: ['a b'] },
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      stage: 'live',
      resourcePath: '/Echo/{id}/{rest+}',
      operationName: 'echo',
      httpMethod: 'GET',
      path: '/live/Echo/a%2Fb%20c/x/y%20z',
      protocol: 'HTTP/1.1',
      identity: { sourceIp: '127.0.0.1', userAgent: 'node', userArn: null },
      requestTime: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      requestId: response.headers.get('x-amzn-requestid'),
    },
  });
});

test('the event of a request with nothing: empty maps are null', async () => {
  expect(await (await get('/Echo')).json()).toMatchObject({
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    body: null,
  });
});

test.each<[what: string, contentType: string | undefined, body: Buffer, want: JsonObject]>([
  ['text', 'application/json', Buffer.from('{"ü":1}'), { body: '{"ü":1}', isBase64Encoded: false }],
  ['bytes', 'image/png', Buffer.from([0, 255]), { body: 'AP8=', isBase64Encoded: true }],
  ['text without a type', undefined, Buffer.from('x'), { body: 'x', isBase64Encoded: false }],
])('the body of a request: %s', async (_, contentType, body, want) => {
  const headers: Record<string, string> = contentType === undefined ? {} : { 'Content-Type': contentType };
  const response = await get('/Echo', { method: 'POST', headers, body });
  expect(await response.json()).toMatchObject(want);
});

test('the length of a body is not handed on', async () => {
  const response = await get('/Echo', { method: 'POST', body: 'text' });
  const { headers, multiValueHeaders } = (await response.json()) as Record<'headers' | 'multiValueHeaders', object>;
  const names = [...Object.keys(headers), ...Object.keys(multiValueHeaders)].map((name) => name.toLowerCase());
  expect(names).toContain('content-type');
  expect(names).not.toContain('content-length');
});

test('the names of headers keep their case', async () => {
  const { request } = await import('node:http');
  const body = await new Promise<string>((resolve) => {
    const sent = request(`${app.url}/Echo`, { headers: { 'X-MiXed': ['1', '2'] } }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
    });
    sent.end();
  });
  const event = JSON.parse(body);
  expect(event.headers['X-MiXed']).toBe('2');
  expect(event.multiValueHeaders['X-MiXed']).toEqual(['1', '2']);
});

const failure = { message: 'Internal server error' };

test.each<[target: string, status: number, body: unknown, note: RegExp]>([
  ['/NoObject', 502, failure, /malformed Lambda proxy response: it is not an object/],
  ['/NoStatus', 502, failure, /malformed Lambda proxy response/],
  ['/BadStatus', 502, failure, /'statusCode' is "abc"/],
  ['/ObjectBody', 502, failure, /'body' is not a string/],
  ['/Throws', 502, failure, /TypeError: boom/],
  ['/Exits', 502, failure, /exit code 3/],
  ['/Unhandled', 502, failure, /late/],
  ['/Broken', 502, failure, /cannot load/],
  ['/Slow', 502, failure, /Task timed out after 1.00 seconds/],
  ['/impatient', 504, { message: 'Endpoint request timed out' }, /timed out/],
  ['/absent', 501, { message: expect.stringContaining('Absent') }, /Absent/],
])('%s answers %d', async (target, status, body, note) => {
  const response = await get(target);
  expect(await response.json()).toEqual(body);
  expect(response.status).toBe(status);
  expect(notes.at(-1)).toMatch(note);
});

test('a function that failed answers the next request', async () => {
  expect((await get('/Exits')).status).toBe(502);
  expect((await get('/Exits')).status).toBe(502);
});

test('the stack of an error is printed under the name of the function', async () => {
  await get('/Throws');
  expect(lines).toContain('Throws: TypeError: boom');
  expect(lines.some((line) => /Throws: {5}at .*index\.js:1/.test(line))).toBe(true);
  expect(lines.some((line) => line.includes('node-runtime'))).toBe(false);
});

test('a handler may call back', async () => {
  const response = await get('/Callback');
  expect([response.status, await response.text()]).toEqual([201, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('a handler knows its context and its environment', async () => {
  const body = JSON.parse(await (await get('/Context')).text());
  expect(body).toMatchObject({ name: 'Context', table: 'pets', arn: expect.stringContaining(':function:Context') });
  expect(body.left).toBeGreaterThan(5000);
});

test('headers of one and of many values', async () => {
  const response = await get('/Cookies');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('x-a')).toBe('1');
  expect(response.headers.get('content-type')).toBe('application/json');
});

test.each([
  ['image/png', Buffer.from([0, 1, 2, 255])],
  ['text/html, image/png', Buffer.from('AAEC/w==')],
])('bytes for a client that accepts %s', async (accept, want) => {
  const response = await get('/Bytes', { headers: { Accept: accept } });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(want);
});

test('statuses may be text, and headers of the gateway are renamed', async () => {
  expect((await get('/TextStatus')).status).toBe(202);
  expect((await get('/Remapped')).headers.get('x-amzn-remapped-www-authenticate')).toBe('Basic');
});

test('what a function prints comes out', async () => {
  await get('/Logs');
  await until(() => ['Logs: one', 'Logs: two'].every((line) => lines.includes(line)));
});

test('a process stays warm, requests at a time get processes of their own, up to four', async () => {
  const pids = await Promise.all(Array.from({ length: 8 }, async () => (await get('/Sleeper')).text()));
  expect(new Set(pids).size).toBe(4);
  expect(pids).toContain(await (await get('/Sleeper')).text());
});

test('a reload takes a new process', async () => {
  const pid = async () => JSON.parse(await (await get('/Context')).text()).pid;
  const before = await pid();
  expect(await pid()).toBe(before);
  app.gateway.reloadFunctions();
  expect(await pid()).not.toBe(before);
});

test('a function without metadata is reloaded with its folder, or one below it', async () => {
  const pid = async () => JSON.parse(await (await get('/Context')).text()).pid;
  const before = await pid();
  app.gateway.reloadFunctions(['cdk.out/asset.Contexts', 'handlers/other']);
  expect(await pid()).toBe(before);
  app.gateway.reloadFunctions(['cdk.out/asset.Context']);
  const after = await pid();
  expect(after).not.toBe(before);
  app.gateway.reloadFunctions(['cdk.out/asset.Context/router']);
  expect(await pid()).not.toBe(after);
});

test('a request under way outlives a reload', async () => {
  const gate = path.join(app.root, 'open');
  const pending = get('/Waiter', { method: 'POST', body: gate });
  await until(() => lines.includes('Waiter: waits'));
  app.gateway.reloadFunctions();
  writeFileSync(gate, '');
  expect((await pending).status).toBe(200);
});

test('the time of a start is no part of the time of a function', async () => {
  const response = await get('/SlowStart');
  expect([response.status, await response.text()]).toEqual([200, 'started']);
});
