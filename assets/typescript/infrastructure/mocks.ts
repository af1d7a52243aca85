import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Integration, Integrations } from 'type-safe-api-project/lib/constructs';

interface Mock {
  readonly mediaType?: string;
  /** As it is sent. */
  readonly body?: string;
  readonly headers?: Headers;
}

/** By name, as they are sent. */
type Headers = Readonly<Record<string, string>>;

type Mocks = Readonly<Record<string, Readonly<Record<string, Mock>>>>;

let mocks: Mocks | undefined;

/** An integration that answers with a status, a body and headers. What is not given is that of `assets/mocks.json`. */
export function mockIntegration(
  operation: string,
  status: string,
  statusCode: number,
  body?: unknown,
  headers: Headers = {},
): Integration {
  mocks ??= JSON.parse(readFileSync(resolve(__dirname, '../assets/mocks.json'), 'utf8')) as Mocks;
  const { mediaType = 'application/json', ...mocked } = mocks[operation]?.[status] ?? {};
  const text = body === undefined ? mocked.body : toText(body, mediaType);
  const sent = merge(mocked.headers ?? {}, headers);
  return Integrations.mock({
    statusCode,
    ...(text === undefined ? {} : { mediaType, body: text }),
    ...(Object.keys(sent).length === 0 ? {} : { headers: sent }),
  });
}

/** A status, or what the model calls several of them and the one to answer with. */
type MockedStatus = number | readonly [status: string, statusCode: number];

/** A mock for each operation, answering with a status, but for those that are given something else. */
export function mockAll<Config extends object>(
  statuses: Readonly<Record<keyof Config, MockedStatus>>,
  overrides: Partial<Config>,
): Config {
  const given = new Map<string, unknown>(Object.entries(overrides));
  const all = Object.entries<MockedStatus>(statuses).map(([operation, mocked]) => {
    const [status, statusCode] = typeof mocked === 'number' ? [String(mocked), mocked] : mocked;
    return [operation, given.get(operation) ?? { integration: mockIntegration(operation, status, statusCode) }];
  });
  return Object.fromEntries(all);
}

/** Names of headers differ in more than case. */
function merge(mocked: Headers, given: Headers): Record<string, string> {
  const own = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const others = Object.entries(mocked).filter(([name]) => !own.has(name.toLowerCase()));
  return { ...Object.fromEntries(others), ...given };
}

function toText(body: unknown, mediaType: string): string {
  return typeof body === 'string' && !/[/+]json\b/i.test(mediaType) ? body : toJson(body);
}

/** JSON with every digit of integers that are bigints. */
function toJson(body: unknown): string {
  const mark = '\0int64:';
  const text = JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? `${mark}${value}` : value));
  return text.replace(/"\\u0000int64:(-?\d+)"/g, '$1');
}
