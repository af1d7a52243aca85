import { readDocument } from '../../../src/gateway/document/read-document';
import type { Exchange } from '../../../src/gateway/http/exchange';
import type { Pair } from '../../../src/gateway/http/request';
import type { JsonObject } from '../../../src/shared/json';

/** What a test says of a request; everything else is the plainest GET there is. */
export interface ExchangeSpec {
  readonly path?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly headers?: readonly Pair[];
  readonly query?: readonly Pair[];
  readonly body?: string;
  readonly stageVariables?: Readonly<Record<string, string>>;
  readonly document?: JsonObject;
}

/** A request to `GET /pets/{petId}` on its way through the gateway. */
export function createExchange(spec: ExchangeSpec): Exchange {
  const { path = '/pets/1', headers = [], query = [], body = '' } = spec;
  const document = { paths: { '/pets/{petId}': { get: { operationId: 'getPet' } } }, ...spec.document };
  const gateway = readDocument(document);
  const [route] = gateway.routes;
  if (route === undefined) throw new Error('the document has no operation');
  const stageVariables = spec.stageVariables ?? {};
  return {
    api: {
      id: 'api',
      name: 'Pets',
      stage: 'prod',
      stageVariables,
      document,
      apiKeySource: 'HEADER',
      limits: [],
      gateway,
    },
    route,
    pathParameters: new Map(Object.entries(spec.pathParameters ?? { petId: '1' })),
    request: {
      id: 'request-1',
      method: 'GET',
      path,
      target: path,
      protocol: 'HTTP/1.1',
      headers,
      query,
      body: Buffer.from(body),
      sourceIp: '127.0.0.1',
      receivedAt: new Date('2026-11-21T10:41:07Z'),
    },
  };
}
