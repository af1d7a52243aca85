import { type Callable, type GeneratedRuntime, loadRuntime } from '../../../support/generated-runtime';

interface Plan {
  readonly body: { readonly contentType: string | undefined; readonly data: NonNullable<RequestInit['body']> };
}

let runtime: GeneratedRuntime;

beforeAll(() => {
  runtime = loadRuntime('form-encodings.yaml');
});

const body = {
  name: 'a b',
  spaced: [1, 2],
  piped: ['x', 'y'],
  joined: [3, 4],
  repeated: ['p,q', 'r'],
  deep: { a: 5, b: true },
  flat: { c: 6, d: false },
  spread: { e: 7, f: [8, 9] },
  json: { g: 10 },
};

const entries = [
  ['name', 'a b'],
  ['repeated', 'p,q'],
  ['repeated', 'r'],
  ['json', '{"g":10}'],
  ['spaced', '1 2'],
  ['piped', 'x|y'],
  ['joined', '3,4'],
  ['deep[a]', '5'],
  ['deep[b]', 'true'],
  ['flat', 'c,6,d,false'],
  ['e', '7'],
  ['f', '8'],
  ['f', '9'],
];

/** The request of a client, as `fetch` sends it. */
function requestOf(input: object, contentType: string): Request {
  const plan = runtime.index.postFormRequest?.({ body: input }, contentType) as Plan;
  const type = plan.body.contentType;
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
  return new Request('http://localhost/forms', { method: 'POST', headers, body: plan.body.data });
}

async function handled(request: Request): Promise<{ readonly statusCode: number; readonly body: string }> {
  const handler = runtime.index.postFormHandler?.(
    async ({ input }: { readonly input: { readonly body: unknown } }) => ({
      statusCode: 200,
      body: input.body,
    }),
  ) as Callable;
  const event = {
    resource: '/forms',
    path: '/forms',
    httpMethod: 'POST',
    headers: { 'content-type': request.headers.get('content-type') },
    body: Buffer.from(await request.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
  return (await handler(event, {})) as { readonly statusCode: number; readonly body: string };
}

describe.each(['application/x-www-form-urlencoded', 'multipart/form-data'])('%s', (contentType) => {
  test('a client writes fields as the model says', async () => {
    const form = await requestOf(body, contentType).formData();
    expect([...form.entries()]).toEqual(entries);
  });

  test('a handler reads them', async () => {
    const { statusCode, body: text } = await handled(requestOf(body, contentType));
    expect([statusCode, JSON.parse(text)]).toEqual([200, body]);
  });

  test('what is not there, is not there', async () => {
    expect(await handled(requestOf({ name: 'a' }, contentType))).toMatchObject({
      statusCode: 200,
      body: '{"name":"a"}',
    });
  });

  test('other fields are told from those with a style', async () => {
    const form = contentType === 'multipart/form-data' ? new FormData() : new URLSearchParams();
    for (const [name, value] of [
      ['name', 'a'],
      ['deep[c]', '1'],
      ['other', 'x'],
    ]) {
      form.append(name as string, value as string);
    }
    const { statusCode, body: text } = await handled(new Request('http://localhost', { method: 'POST', body: form }));
    expect([statusCode, text]).toEqual([
      400,
      expect.stringMatching(/\/body\/deep\/c is not known; \/body\/other is not known/),
    ]);
  });

  test('a client refuses what would arrive as something else', () => {
    expect(() => requestOf({ name: 'a', piped: ['x|y'] }, contentType)).toThrow(
      "the parameter 'piped' cannot have '|' in a value",
    );
  });
});
