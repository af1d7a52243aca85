import type { IntegrationSpec } from '../document/route';
import type { Exchange } from '../http/exchange';
import type { GatewayReply, Pair } from '../http/request';
import { type BackendRequest, fillIn, mapProxyRequest, mapRequest } from '../mapping/map-request';
import { mapResponse, passResponse } from '../mapping/map-response';
import { callServer, type HttpCall, streamFromServer } from './http-call';
import type { Integration, Summary } from './integration';
import { localServerOf } from './local-servers';
import { notImplemented } from './unsupported';

/** An HTTP backend behind mapping templates. */
export const http: Integration = {
  matches: ({ type, uri }) => type === 'http' && /^https?:/.test(uri),
  summarize: ({ integration }) => summarizeServer(integration),
  invoke: async (exchange) => {
    const call = toCall(exchange, () => mapRequest(exchange));
    if ('unavailable' in call) return call.unavailable;
    const reply = await callServer(call);
    return mapResponse(exchange, reply, String(reply.status));
  },
};

/** An HTTP backend that gets the request and gives the response as they are. */
export const httpProxy: Integration = {
  matches: ({ type, uri }) => type === 'http_proxy' && /^https?:/.test(uri),
  summarize: ({ integration }) => summarizeServer(integration),
  invoke: async (exchange) => {
    const call = toCall(exchange, () => mapProxyRequest(exchange));
    if ('unavailable' in call) return call.unavailable;
    if (exchange.route.integration.responseTransferMode === undefined)
      return passResponse(exchange, await callServer(call));
    return { ...(await streamFromServer(call)), body: Buffer.alloc(0) };
  },
};

function summarizeServer(integration: IntegrationSpec): Summary {
  const { uri, unavailable } = localServerOf(integration);
  return { kind: 'http', details: [uri], ...(unavailable === undefined ? {} : { unavailable }) };
}

function toCall(exchange: Exchange, map: () => BackendRequest): HttpCall | { readonly unavailable: GatewayReply } {
  const { integration } = exchange.route;
  const server = localServerOf(integration);
  if (server.unavailable !== undefined) return { unavailable: notImplemented(server.unavailable) };
  const { path, query, headers, body } = map();
  const { httpMethod } = integration;
  return {
    url: withQuery(fillIn(server.uri, encoded(path)), query),
    method: httpMethod === '' || httpMethod === 'ANY' ? exchange.request.method : httpMethod,
    headers,
    body,
    timeoutMilliseconds: integration.timeoutMilliseconds,
    acceptsAnyAuthority: integration.acceptsAnyAuthority,
  };
}

/** Slashes of a value are slashes of the path. */
function encoded(path: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...path].map(([name, value]) => [name, value.split('/').map(encodeURIComponent).join('/')]));
}

function withQuery(url: string, query: readonly Pair[]): string {
  if (query.length === 0) return url;
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}
