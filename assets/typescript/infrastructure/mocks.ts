import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Integration, Integrations } from 'type-safe-api-project/lib/constructs';

interface Mock {
  readonly mediaType?: string;
  readonly body?: unknown;
}

type Mocks = Readonly<Record<string, Readonly<Record<string, Mock>>>>;

let mocks: Mocks | undefined;

/** An integration that answers with a status and a body; without a body, with the one in `assets/mocks.json`. */
export function mockIntegration(operation: string, status: string, statusCode: number, body?: unknown): Integration {
  mocks ??= JSON.parse(readFileSync(resolve(__dirname, '../assets/mocks.json'), 'utf8')) as Mocks;
  const mock = mocks[operation]?.[status] ?? {};
  const content = body === undefined ? mock.body : body;
  if (content === undefined) return Integrations.mock({ statusCode });
  const { mediaType = 'application/json' } = mock;
  const isText = typeof content === 'string' && !/[/+]json\b/i.test(mediaType);
  return Integrations.mock({ statusCode, mediaType, body: isText ? content : JSON.stringify(content) });
}
