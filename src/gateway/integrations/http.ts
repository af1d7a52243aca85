import { GatewayFault } from '../gateway-responses';
import type { Exchange } from '../http/exchange';
import type { GatewayReply, Pair } from '../http/request';
import { decodeSegment } from '../http/router';
import type { BackendReply } from '../mapping/expressions';
import { type BackendRequest, mapRequest } from '../mapping/map-request';
import { mapResponse } from '../mapping/map-response';
import type { Integration } from './integration';

/** An HTTP backend behind mapping templates. */
export const http: Integration = {
  matches: ({ type, uri }) => type === 'http' && /^https?:/.test(uri),
  summarize: ({ integration }) => ({ kind: 'http', details: [integration.uri] }),
  invoke: async (exchange) => {
    const reply = await send(exchange, mapRequest(exchange));
    return mapResponse(exchange, reply, String(reply.status));
  },
};

/** An HTTP backend that gets the request and gives the response as they are. */
export const httpProxy: Integration = {
  matches: ({ type, uri }) => type === 'http_proxy' && /^https?:/.test(uri),
  summarize: ({ integration }) => ({ kind: 'http', details: [integration.uri] }),
  invoke: async (exchange): Promise<GatewayReply> => {
    const { request, pathParameters } = exchange;
    const mapped = mapRequest(exchange);
    const path = [...pathParameters].map(([name, value]) => [name, decodeSegment(value)] as const);
    return send(exchange, {
      path: new Map([...path, ...mapped.path]),
      query: [...request.query, ...mapped.query],
      headers: [...request.headers.filter(([name]) => name.toLowerCase() !== 'host'), ...mapped.headers],
      body: request.body,
    });
  },
};

/** Headers that describe the connection to the backend, not its answer; fetch has decoded the body already. */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length'];

async function send(exchange: Exchange, { path, query, headers, body }: BackendRequest): Promise<BackendReply> {
  const { integration } = exchange.route;
  const url = new URL(
    integration.uri.replace(/\{(.+?)\+?\}/g, (_, name: string) =>
      (path.get(name) ?? '').split('/').map(encodeURIComponent).join('/'),
    ),
  );
  for (const [name, value] of query) url.searchParams.append(name, value);
  const method =
    integration.httpMethod === '' || integration.httpMethod === 'ANY'
      ? exchange.request.method
      : integration.httpMethod;
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  const timeout = AbortSignal.timeout(integration.timeoutMilliseconds);
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(hasBody ? { body: new Uint8Array(body) } : {}),
      redirect: 'manual',
      signal: timeout,
    });
    const kept = [...response.headers].filter(([name]): boolean => !ofConnection.includes(name));
    return { status: response.status, headers: kept as Pair[], body: Buffer.from(await response.arrayBuffer()) };
  } catch (error) {
    if (timeout.aborted) throw new GatewayFault('INTEGRATION_TIMEOUT');
    const note = `${url.origin} cannot be reached: ${error instanceof Error ? error.message : String(error)}`;
    throw new GatewayFault('INTEGRATION_FAILURE', undefined, { note });
  }
}
