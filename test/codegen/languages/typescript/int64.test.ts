import { type Callable, type GeneratedRuntime, loadRuntime } from '../../../support/generated-runtime';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headerValues: unknown;
}

interface Request {
  readonly input: { readonly requestParameters: Readonly<Record<string, unknown>>; readonly body: unknown };
}

let runtime: GeneratedRuntime;
let got: Request['input'] | undefined;

beforeAll(() => {
  runtime = loadRuntime('int64.yaml');
});

const inexact = 9007199254740993n;
const greatest = 9223372036854775807n;

/** Sends an input through the client's side, the wire and a handler that answers what it got, and back. */
async function echo(operation: string, input: object, headers: object = {}): Promise<Answer> {
  const handler = runtime.index[`${operation}Handler`]?.(async (request: Request) => {
    got = request.input;
    return { statusCode: 200, body: request.input.body, headers };
  });
  return (await runtime.testing.invoke[operation]?.(handler, input)) as Answer;
}

test('parameters and bodies keep every digit, there and back', async () => {
  const filter = { id: inexact, ids: [1, inexact, greatest], nested: { id: inexact } };
  const parameters = {
    orderId: greatest,
    since: -9223372036854775808n,
    ids: [inexact, 2],
    filter,
    json: filter,
    'X-Trace': inexact,
    session: inexact,
    either: inexact,
    small: 3,
  };
  const body = {
    id: inexact,
    // Beyond 2^53 as well, and a number.
    ratio: 9007199254740992 * 1001,
    parent: { id: 1, ratio: 0.1, parent: { id: greatest, ratio: 1 } },
    lines: [1, inexact, greatest],
    pair: [9007199254740992, inexact],
    amounts: { a: 9007199254740995n, b: 5 },
    state: inexact,
  };
  const headers = { 'X-Version': greatest, 'X-Filter': { id: inexact } };
  const answer = await echo('putOrder', { ...parameters, body }, headers);
  expect(got).toEqual({ requestParameters: parameters, body });
  expect(answer).toEqual({ status: 200, body });
  expect(answer.headerValues).toEqual(headers);
});

test('the bytes are those of plain JSON', async () => {
  const sent: RequestInit[] = [];
  const fetch = async (_url: string, init: RequestInit) => {
    sent.push(init);
    const body = `{"id":${greatest},"ratio":${greatest}}`;
    return new Response(body, { headers: { 'content-type': 'application/json', 'x-version': '1' } });
  };
  const client = runtime.index.createClient?.({ baseUrl: 'http://localhost', fetch });
  const input = { orderId: 1, body: { id: inexact, ratio: 1, lines: undefined } };
  expect(await runtime.index.putOrder?.(client, input)).toEqual({ id: greatest, ratio: Number(greatest) });
  expect(sent.map(({ body }) => body)).toEqual([`{"id":${inexact},"ratio":1}`]);
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])('so do fields of %s', async (contentType) => {
  const body = { id: inexact, ids: [inexact, 1], nested: { id: greatest } };
  const handler = runtime.index.postFormHandler?.(async (request: Request) => ({
    statusCode: 200,
    body: request.input.body,
  })) as Callable;
  const plan = runtime.index.postFormRequest?.({ body }, contentType) as {
    readonly body: { readonly data: NonNullable<RequestInit['body']> };
  };
  const request = new Request('http://localhost', { method: 'POST', body: plan.body.data });
  const bytes = Buffer.from(await request.arrayBuffer());
  const event = {
    resource: '/forms',
    path: '/forms',
    httpMethod: 'POST',
    headers: { 'content-type': request.headers.get('content-type')?.replace('text/plain;charset=UTF-8', contentType) },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  };
  expect(await handler(event, {})).toMatchObject({
    statusCode: 200,
    body: `{"id":${inexact},"ids":[${inexact},1],"nested":{"id":${greatest}}}`,
  });
});

test.each(['text/event-stream', 'application/jsonl'])('so do items of %s', async (contentType) => {
  const handler = runtime.index.streamEventsHandler?.(async () => {
    const events = [{ id: inexact }, { id: 2 }];
    const body = contentType === 'application/jsonl' ? events : events.map((data) => ({ data }));
    return { statusCode: 200, body, headers: { 'content-type': contentType } };
  });
  const answer = (await runtime.testing.invoke.streamEvents?.(handler, {})) as Answer;
  const items = answer.body as readonly { readonly id?: unknown; readonly data?: { readonly id: unknown } }[];
  const ids = items.map(({ data, id }) => data?.id ?? id);
  expect(ids).toEqual([inexact, 2]);
});

test.each<[string, object, string]>([
  ['beyond 64 bits', { id: 9223372036854775808n, ratio: 1 }, 'must be an integer of 64 bits (int64)'],
  ['below the minimum', { id: -inexact, ratio: 1 }, 'must be at least 1'],
  ['no multiple', { id: 1, ratio: 1, amounts: { a: inexact } }, 'must be a multiple of 5'],
  ['twice the same', { id: 1, ratio: 1, lines: [inexact, inexact] }, 'must not repeat an item'],
  ['a fraction', { id: 1.5, ratio: 1 }, 'must be an integer'],
])('what is %s is refused', async (_, body, message) => {
  expect(await echo('putOrder', { orderId: 1, body })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  });
});

test('operations without such integers have no code for them', () => {
  const { index } = loadRuntime('all-of.yaml');
  expect(Object.keys(index).filter((name) => /int64/i.test(name))).toEqual([]);
});
