import { loadSupport } from '../../support/runtime-support';

const { createClient, send, unwrap } =
  loadSupport<typeof import('../../../assets/typescript/runtime/support/client')>('client');

const plan = {
  operationId: 'getPet',
  method: 'GET',
  path: '/pets/1',
  query: ['a=1', undefined],
  accept: 'application/json',
};

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** A fetch that answers with these responses in turn, or fails where there is an error. */
function stub(...answers: readonly (Response | Error)[]) {
  const calls: Call[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const answer = answers[calls.length] ?? new Response(null, { status: 204 });
    calls.push({ url: String(url), init });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { fetch, calls };
}

function jsonResponse(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}

test('puts together the address and the headers', async () => {
  const { fetch, calls } = stub();
  const client = createClient({ baseUrl: 'http://a/prod/', headers: async () => ({ authorization: 't' }), fetch });
  await send(client, plan, { headers: { 'x-own': '1' } });
  expect(calls[0]?.url).toBe('http://a/prod/pets/1?a=1');
  expect([...((calls[0]?.init.headers ?? []) as Headers)]).toEqual([
    ['accept', 'application/json'],
    ['authorization', 't'],
    ['x-own', '1'],
  ]);
});

test('every status is an answer of the raw form', async () => {
  const { fetch } = stub(jsonResponse(404, { message: 'none' }));
  const answer = await send<{ status: number; body: unknown }>(createClient({ baseUrl: 'http://a', fetch }), plan);
  expect(answer).toMatchObject({ status: 404, body: { message: 'none' } });
});

test('what is no success is thrown, with status and body', () => {
  const raw = { status: 404, body: { message: 'none' }, headers: new Headers() };
  expect(() => unwrap('getPet', raw)).toThrow(
    expect.objectContaining({
      name: 'ResponseError',
      status: 404,
      body: raw.body,
      message: 'getPet answered 404: none',
    }),
  );
});

test.each([
  ['falsy JSON', jsonResponse(200, false), false],
  ['null', jsonResponse(200, null), null],
  ['an empty text', new Response('', { headers: { 'content-type': 'text/plain' } }), ''],
  ['nothing', new Response(null, { status: 204 }), undefined],
  [
    'bytes',
    new Response(new Uint8Array([0, 255]), { headers: { 'content-type': 'image/png' } }),
    new Uint8Array([0, 255]),
  ],
])('reads %s', async (_, response, body) => {
  const { fetch } = stub(response);
  const answer = await send<{ body: unknown }>(createClient({ baseUrl: 'http://a', fetch }), plan);
  expect(answer.body).toEqual(body);
});

test('a failing network is a FetchError with its cause', async () => {
  const cause = new TypeError('offline');
  const client = createClient({ baseUrl: 'http://a', fetch: stub(cause).fetch });
  await expect(send(client, plan)).rejects.toMatchObject({ name: 'FetchError', operationId: 'getPet', cause });
});

test('repeats what can be repeated', async () => {
  const { fetch, calls } = stub(new TypeError('offline'), jsonResponse(503, {}), jsonResponse(200, 1));
  const client = createClient({ baseUrl: 'http://a', fetch, retries: 2 });
  await expect(send(client, plan)).resolves.toMatchObject({ status: 200 });
  expect(calls).toHaveLength(3);
});

test('does not repeat a POST', async () => {
  const { fetch, calls } = stub(jsonResponse(503, {}));
  const client = createClient({ baseUrl: 'http://a', fetch, retries: 2 });
  await expect(send(client, { ...plan, method: 'POST' })).resolves.toMatchObject({ status: 503 });
  expect(calls).toHaveLength(1);
});

test('middleware sees requests first to last and responses last to first', async () => {
  const seen: string[] = [];
  const trace = (name: string) => ({
    pre: () => void seen.push(`${name} pre`),
    post: () => void seen.push(`${name} post`),
  });
  const { fetch } = stub();
  const middleware = [trace('a'), trace('b')] as unknown as NonNullable<
    Parameters<typeof createClient>[0]['middleware']
  >;
  await send(createClient({ baseUrl: 'http://a', fetch, middleware }), plan);
  expect(seen).toEqual(['a pre', 'b pre', 'b post', 'a post']);
});

test('a signal cancels', async () => {
  const signal = AbortSignal.abort();
  const fetch = (_url: string | URL | Request, init?: RequestInit) =>
    init?.signal?.aborted ? Promise.reject(init.signal.reason) : Promise.resolve(new Response());
  await expect(send(createClient({ baseUrl: 'http://a', fetch }), plan, { signal })).rejects.toMatchObject({
    name: 'FetchError',
  });
});
