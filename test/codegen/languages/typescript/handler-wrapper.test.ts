import { bundleRuntime, type Callable, generateSpec } from '../../../support/generated-runtime';

interface Result {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Input {
  readonly input: { readonly requestParameters: Readonly<Record<string, unknown>>; readonly body: unknown };
}

const { index } = bundleRuntime(generateSpec('../codegen/languages/typescript/handler-wrapper.yaml'));
const interceptors = index.INTERCEPTORS as unknown as readonly unknown[];
const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);

afterEach(() => logged.mockClear());

/** Calls a handler with the default interceptors: what is not given is null, as API Gateway has it. */
async function call(handle: (input: Input) => unknown, event: object = {}): Promise<Result> {
  const handler = index.keepThingHandler?.(...interceptors, async (input: Input) => handle(input)) as Callable;
  const empty = {
    headers: null,
    multiValueHeaders: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
  };
  const common = {
    resource: '/things/{id}',
    path: '/things/a',
    httpMethod: 'POST',
    pathParameters: { id: 'a' },
    body: null,
  };
  return (await handler({ ...empty, ...common, isBase64Encoded: false, requestContext: {}, ...event }, {})) as Result;
}

const ok = (body: unknown) => ({ statusCode: 200, body });
const parametersOf = async (event: object) =>
  JSON.parse((await call(({ input }) => ok(input.requestParameters), event)).body);
const cors = { 'Access-Control-Allow-Origin': '*' };

describe('a request', () => {
  test('has maps that are null, and optional parameters that are not there', async () => {
    expect(await parametersOf({})).toEqual({ id: 'a' });
  });

  test('has headers in any case, and lists of a name that repeats', async () => {
    const event = { headers: { 'x-COUNT': '2' }, multiValueQueryStringParameters: { tag: ['a', 'b'], color: ['red'] } };
    expect(await parametersOf(event)).toEqual({ id: 'a', 'X-Count': 2, tag: ['a', 'b'], color: 'red' });
  });

  test('has query values that are decoded already, and path values that are not', async () => {
    const event = {
      multiValueQueryStringParameters: { tag: ['100%', '%41', 'a+b'] },
      pathParameters: { id: '%2541+%20' },
      path: '/things/%2541+%20',
    };
    expect(await parametersOf(event)).toEqual({ id: '%41+ ', tag: ['100%', '%41', 'a+b'] });
  });

  test('has a percent sign that starts no escape as it is', async () => {
    const event = { pathParameters: { id: '%E0%A4' }, path: '/things/%E0%A4', headers: { 'x-other': '%' } };
    expect(await parametersOf(event)).toEqual({ id: '%E0%A4' });
  });

  test.each([
    ['letters for an integer', { headers: { 'X-Count': 'two' } }, '/requestParameters/X-Count'],
    ['a value that no enum has', { multiValueQueryStringParameters: { color: ['green'] } }, '/requestParameters/color'],
    ['a day that there is not', { multiValueQueryStringParameters: { day: ['2026-02-30'] } }, '/requestParameters/day'],
    ['broken JSON', { body: '{"a":' }, '/body'],
    ['JSON with something behind it', { body: '1 2' }, '/body'],
  ])('is refused for %s, with its place and the headers of CORS', async (_, event, pointer) => {
    const handle = jest.fn(() => ok(null));
    const { statusCode, headers, body } = await call(handle, event);
    expect({ statusCode, headers }).toMatchObject({ statusCode: 400, headers: cors });
    expect((JSON.parse(body) as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toEqual([
      pointer,
    ]);
    expect(handle).not.toHaveBeenCalled();
  });

  test.each([[0], [false], [''], [null], [[]], [{}], ['text'], [{ a: '"\u2028\\' }]])(
    'carries %j both ways',
    async (value) => {
      const text = JSON.stringify(value);
      const echo = ({ input }: Input) => ok(input.body);
      expect(await call(echo, { body: text })).toMatchObject({ statusCode: 200, body: text });
      const bytes = { body: Buffer.from(text).toString('base64'), isBase64Encoded: true };
      expect(await call(echo, bytes)).toMatchObject({ statusCode: 200, body: text });
    },
  );

  test.each(['application/json; charset=utf-8', 'application/vnd.things+json', 'APPLICATION/JSON'])(
    'of %s is JSON',
    async (type) => {
      const { body } = await call(({ input }) => ok(input.body), {
        body: '{"a":1}',
        headers: { 'content-type': type },
      });
      expect(body).toBe('{"a":1}');
    },
  );
});

describe('what comes of a handler', () => {
  test.each([
    ['a text', 'went wrong'],
    ['nothing', undefined],
    ['null', null],
    ['an error', new Error('went wrong')],
  ])(
    '%s that is thrown is a 500 that says nothing of it, with the headers of CORS, and is logged',
    async (_, thrown) => {
      const result = await call(() => {
        throw thrown;
      });
      expect(result).toMatchObject({ statusCode: 500, headers: cors, body: '{"message":"Internal Server Error"}' });
      expect(logged).toHaveBeenCalledTimes(1);
    },
  );

  test('a response that is thrown is a response', async () => {
    const result = await call(() => {
      throw { statusCode: 409, body: { by: 'Ada' } };
    });
    expect(result).toMatchObject({ statusCode: 409, headers: cors, body: '{"by":"Ada"}' });
  });

  test.each([
    ['of a status that the model does not have', { statusCode: 404, body: { by: 'Ada' } }],
    ['of the form of another status', { statusCode: 409, body: { message: 'x' } }],
    ['that is none', 'text'],
    ['that is not there', undefined],
  ])('a response %s is a 500 as JSON, and is logged', async (_, response) => {
    const { statusCode, body } = await call(() => response);
    expect({ statusCode, body: JSON.parse(body) }).toEqual({
      statusCode: 500,
      body: { message: 'Internal Server Error' },
    });
    expect(logged).toHaveBeenCalledTimes(1);
  });

  test('interceptors run for every request that a function answers', async () => {
    const seen: number[] = [];
    const count = async (request: { chain: { next(request: unknown): unknown } }) => {
      seen.push(seen.length);
      return request.chain.next(request);
    };
    const handler = index.keepThingHandler?.(count, ...interceptors, async () => ok(1)) as Callable;
    const event = {
      resource: '/things/{id}',
      path: '/things/a',
      pathParameters: { id: 'a' },
      body: null,
      headers: null,
    };
    for (let time = 0; time < 3; time++)
      expect(await handler(event, {})).toMatchObject({ statusCode: 200, headers: cors });
    expect(seen).toEqual([0, 1, 2]);
  });
});
