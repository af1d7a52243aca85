import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Integration, Integrations } from 'type-safe-api-project/lib/constructs';

interface Mock {
  readonly mediaType?: string;
  /** As it is sent. */
  readonly body?: string;
}

type Mocks = Readonly<Record<string, Readonly<Record<string, Mock>>>>;

let mocks: Mocks | undefined;

/** An integration that answers with a status and a body; without a body, with the one in `assets/mocks.json`. */
export function mockIntegration(operation: string, status: string, statusCode: number, body?: unknown): Integration {
  mocks ??= JSON.parse(readFileSync(resolve(__dirname, '../assets/mocks.json'), 'utf8')) as Mocks;
  const { mediaType = 'application/json', body: mocked } = mocks[operation]?.[status] ?? {};
  const text = body === undefined ? mocked : toText(body, mediaType);
  return text === undefined
    ? Integrations.mock({ statusCode })
    : Integrations.mock({ statusCode, mediaType, body: text });
}

function toText(body: unknown, mediaType: string): string {
  return typeof body === 'string' && !/[/+]json\b/i.test(mediaType) ? body : JSON.stringify(body);
}
