import { createTerminalReporter, describeApi } from '../../src/dev/terminal-reporter';
import type { LocalFunction } from '../../src/gateway/assembly/local-app';
import type { GatewayReply, GatewayRequest } from '../../src/gateway/http/request';
import type { ApiSummary } from '../../src/gateway/summary';

const source = 'handlers/typescript/src/say-hello.ts';
const api: ApiSummary = {
  name: 'Pets',
  url: 'http://localhost:3000',
  operations: [
    { method: 'GET', path: '/hello', kind: 'lambda', details: ['typescript', 'say-hello', source] },
    {
      method: 'DELETE',
      path: '/bye',
      kind: 'lambda',
      details: ['typescript', 'bye', 'handlers/typescript/src/bye.ts'],
    },
    { method: 'GET', path: '/pets/{petId}', kind: 's3', details: ['./.type-safe-api/buckets/Pets'] },
    { method: 'GET', path: '/pets', kind: 'mock', details: ['200'], caveats: ['API keys: every value will do'] },
    { method: 'GET', path: '/queue', kind: 'sqs', details: [], unavailable: "an integration of type 'aws'" },
  ],
  caveats: ['not enforced here: WAF, throttling, usage plans'],
};

test('a table of the operations', () => {
  expect(describeApi(api).split('\n')).toEqual([
    'Pets on http://localhost:3000                       docs: http://localhost:3000/_docs',
    '  GET     /hello         lambda  typescript  say-hello  handlers/typescript/src/say-hello.ts',
    '  DELETE  /bye           lambda  typescript  bye        handlers/typescript/src/bye.ts',
    '  GET     /pets/{petId}  s3      ./.type-safe-api/buckets/Pets',
    '  GET     /pets          mock    200',
    "  GET     /queue         sqs     501: an integration of type 'aws'",
    '  API keys: every value will do (GET /pets)',
    '  not enforced here: WAF, throttling, usage plans',
  ]);
});

test('what is different here, once for all operations that it is about', () => {
  const operation = (name: string, ...caveats: readonly string[]) => ({
    method: 'GET',
    path: `/${name}`,
    kind: 'mock',
    details: [],
    caveats,
  });
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const operations = names.map((name) => operation(name, 'everywhere', ...(name === 'a' ? [] : ['in many'])));
  const lines = describeApi({ ...api, operations }).split('\n');
  expect(lines.slice(-3)).toEqual([
    '  everywhere (all operations)',
    '  in many (GET /b, GET /c, GET /d, GET /e and 1 more)',
    '  not enforced here: WAF, throttling, usage plans',
  ]);
});

test('a line for everything that happens', () => {
  const lines: string[] = [];
  const reporter = createTerminalReporter({
    colours: false,
    write: (line) => lines.push(line.replace(/^[\d:]{8}/, 'TIME')),
  });
  const request = (target: string) => ({ method: 'GET', target }) as GatewayRequest;
  const reply = (status: number, rest: Partial<GatewayReply> = {}): GatewayReply => ({
    status,
    headers: [],
    body: Buffer.alloc(0),
    ...rest,
  });
  reporter.exchange(request('/hello?name=Ada'), reply(200, { coldMilliseconds: 61 }), 65);
  reporter.exchange(request('/hello?name='), reply(400, { note: "parameter 'name': shorter than 1 character" }), 0.3);
  reporter.output(
    { name: 'x', origin: { operation: '', language: '', source, bundle: 'dist/lambda/say-hello' } } as LocalFunction,
    'hi',
  );
  reporter.changed(['model/src/main.yaml'], '2 files written in 38 ms, app synthesized in 0.9 s');
  reporter.changed(['a.ts', 'b.ts', 'c.ts'], 'nothing to do');
  reporter.busy('synthesizing the app …');
  reporter.failed('it is broken');
  expect(lines).toEqual([
    'TIME  GET /hello?name=Ada            200   4 ms  (cold 61 ms)',
    "TIME  GET /hello?name=               400   0 ms  parameter 'name': shorter than 1 character",
    '          say-hello | hi',
    'TIME  model/src/main.yaml changed: 2 files written in 38 ms, app synthesized in 0.9 s',
    'TIME  a.ts and 2 more changed: nothing to do',
    'TIME  synthesizing the app …',
    'TIME  it is broken',
  ]);
});

test('the table is printed again only when it is another one', () => {
  const pages: string[] = [];
  const reporter = createTerminalReporter({ colours: false, write: (line) => pages.push(line) });
  reporter.ready([api]);
  reporter.ready([api]);
  reporter.ready([{ ...api, operations: [] }]);
  expect(pages).toHaveLength(2);
});

test('colours where they are wanted', () => {
  const lines: string[] = [];
  createTerminalReporter({ colours: true, write: (line) => lines.push(line) }).failed('broken');
  expect(lines[0]).toContain('\u001b[31mbroken\u001b[39m');
});
