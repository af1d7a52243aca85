import type { IntegrationSpec } from '../document/route';
import { GatewayFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import type { GatewayReply, Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import { type BackendRequest, fillIn, mapProxyRequest, mapRequest } from '../mapping/map-request';
import { mapResponse, passResponse } from '../mapping/map-response';
import type { Integration, Summary } from './integration';
import { localServerOf } from './local-servers';
import { notImplemented } from './unsupported';

/** An HTTP backend behind mapping templates. */
export const http: Integration = {
  matches: ({ type, uri }) => type === 'http' && /^https?:/.test(uri),
  summarize: ({ integration }) => summarizeServer(integration),
  invoke: async (exchange) => {
    const reply = await send(exchange, () => mapRequest(exchange));
    return 'unavailable' in reply ? reply.unavailable : mapResponse(exchange, reply, String(reply.status));
  },
};

/** An HTTP backend that gets the request and gives the response as they are. */
export const httpProxy: Integration = {
  matches: ({ type, uri }) => type === 'http_proxy' && /^https?:/.test(uri),
  summarize: ({ integration }) => summarizeServer(integration),
  invoke: async (exchange) => {
    const reply = await send(exchange, () => mapProxyRequest(exchange));
    return 'unavailable' in reply ? reply.unavailable : passResponse(exchange, reply);
  },
};

function summarizeServer(integration: IntegrationSpec): Summary {
  const { uri, unavailable } = localServerOf(integration);
  return { kind: 'http', details: [uri], ...(unavailable === undefined ? {} : { unavailable }) };
}

/** Headers that describe the connection to the backend, not its answer; fetch has decoded the body already. */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length'];

async function send(
  exchange: Exchange,
  map: () => BackendRequest,
): Promise<BackendReply | { readonly unavailable: GatewayReply }> {
  const { integration } = exchange.route;
  const server = localServerOf(integration);
  if (server.unavailable !== undefined) return { unavailable: notImplemented(server.unavailable) };
  const { path, query, headers, body } = map();
  const url = new URL(fillIn(server.uri, encoded(path)));
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

/** Slashes of a value are slashes of the path. */
function encoded(path: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...path].map(([name, value]) => [name, value.split('/').map(encodeURIComponent).join('/')]));
}
