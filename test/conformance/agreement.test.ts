import { nameService, type OperationNames } from '../../src/codegen/languages/typescript/names';
import type { Json } from '../../src/shared/json';
import { type Callable, type GeneratedRuntime, loadRuntime } from '../support/generated-runtime';
import { type ReadSpec, readSpec } from '../support/read-spec';
import { type Agreed, type Drawn, describeAgreement, namedMediaType } from './agreement';
import { eventOf, type Result, responseOf } from './gateway';
import { fromProgram } from './wire';

beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => jest.restoreAllMocks());

describeAgreement({
  name: 'TypeScript',
  runs: 40,
  seed: 20,
  nullIsAbsent: false,
  start: (spec) => {
    const file = `${spec}.yaml`;
    const runtime = loadRuntime(file);
    const { operations } = nameService((readSpec(file) as ReadSpec).service);
    return (drawn) => exchange(runtime, operations.get(drawn.operation.id) as OperationNames, drawn);
  },
});

interface Raw {
  readonly status: number;
  readonly body: unknown;
  readonly headerValues?: Json;
}

async function exchange({ index }: GeneratedRuntime, names: OperationNames, drawn: Drawn): Promise<Agreed> {
  const { operation, request, response } = drawn;
  const seen: unknown[] = [];
  const mediaType = namedMediaType(response);
  const answer = {
    statusCode: response.status,
    body: response.body?.value,
    headers: { ...response.headers, ...(mediaType === undefined ? {} : { 'content-type': mediaType }) },
  };
  const handler = (index[names.handler] as Callable)(async ({ input }: { readonly input: unknown }) => {
    seen.push(input);
    return answer;
  }) as (event: object, context: object) => Promise<Result>;
  const fetch = async (url: string, init: RequestInit) =>
    responseOf(await handler(await eventOf(new Request(url, init), operation.path), {}));
  const client = (index.createClient as Callable)({ baseUrl: 'http://localhost', fetch });
  const input = { ...request.parameters, body: request.body?.value };
  const options = { contentType: request.body?.content.mediaType };
  const raw = await call(() => (index[names.raw] as Callable)(client, input, options));
  if (raw instanceof Error) return { refused: refusalOf(raw) };
  const { status, body, headerValues: headers = {} } = raw as Raw;
  return {
    ...(seen.length === 0 ? {} : { received: fromProgram(seen[0]) as NonNullable<Agreed['received']> }),
    isHeaderRefused: status === 500 && response.status !== 500 && isHeaderRefused(),
    outcome: { status, body: fromProgram(body) as Json, headers },
  };
}

async function call(action: () => unknown): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    return error;
  }
}

/** Why a client cannot send a value. @throws any other error */
function refusalOf(error: Error): string {
  const reason = error.cause instanceof Error ? error.cause : error;
  if (reason.name !== 'TypeError') throw error;
  return reason.message;
}

/** Whether the last thing that was logged is that a header has no form on the wire. */
function isHeaderRefused(): boolean {
  const [text] = jest.mocked(console.error).mock.calls.at(-1) ?? [];
  return /"pointer":"\/headers\//.test(String(text));
}
