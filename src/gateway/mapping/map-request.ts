import { configurationFault, GatewayFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import { headerOf, type Pair } from '../http/request';
import { chooseRequestTemplate } from '../templates/choose-template';
import { render } from '../templates/render';
import { fromRequest, queryValues } from './expressions';
import { requestPayload, textForTemplate, toBuffer } from './payload';

/** What the backend of an integration is asked. */
export interface BackendRequest {
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: Buffer;
}

/**
 * Makes the integration request of a non-proxy integration: parameters by their mappings, the body by the template for its Content-Type.
 * @throws GatewayFault 415 when the body may neither be transformed nor passed through.
 */
export function mapRequest(exchange: Exchange): BackendRequest {
  const { request, route } = exchange;
  const choice = chooseRequestTemplate(route.integration, headerOf(request.headers, 'content-type'));
  if (choice.kind === 'unsupported') throw new GatewayFault('UNSUPPORTED_MEDIA_TYPE');
  const payload = requestPayload(exchange);
  const rendered =
    choice.kind === 'template' ? render(choice.template, exchange, textForTemplate(payload, 'request')) : undefined;
  const mapped = mapParameters(exchange);
  const override = rendered?.requestOverride;
  return {
    path: new Map([...mapped.path, ...(override?.path ?? [])]),
    query: replaced(mapped.query, override?.querystring ?? new Map()),
    headers: withContentType([...new Map([...mapped.headers, ...(override?.header ?? [])])], exchange),
    body: rendered === undefined ? toBuffer(payload) : Buffer.from(rendered.text),
  };
}

/** Makes the integration request of a proxy integration: all that the client sent, but for what is mapped in its place. */
export function mapProxyRequest(exchange: Exchange): BackendRequest {
  const { request } = exchange;
  const { path, query, headers } = mapParameters(exchange);
  const mappedHeaders = new Set(['host', ...headers.map(([name]) => name.toLowerCase())]);
  const mappedQuery = new Set(query.map(([name]) => name));
  const kept = request.headers.filter(([name]) => !mappedHeaders.has(name.toLowerCase()));
  return {
    path: new Map(path),
    query: [...request.query.filter(([name]) => !mappedQuery.has(name)), ...query],
    headers: [...kept, ...headers],
    body: toBuffer(requestPayload(exchange)),
  };
}

/**
 * Puts values in the place of `{name}` in a URI.
 * @throws GatewayFault when a name has no value: API Gateway leaves its braces in, and fails on them.
 * @see https://repost.aws/knowledge-center/api-gateway-proxy-path-character-error
 */
export function fillIn(template: string, path: ReadonlyMap<string, string>): string {
  return template.replace(/\{([^{}]+?)\+?\}/g, (braces, name: string) => {
    const value = path.get(name);
    if (value !== undefined) return value;
    throw configurationFault(
      `Illegal character in path: nothing is mapped to '${braces}' of the integration's URI; map it by 'integration.request.path.${name}'`,
    );
  });
}

/** An empty value counts as none. */
function mapParameters(exchange: Exchange) {
  const mapped = { path: [] as Pair[], query: [] as Pair[], headers: [] as Pair[] };
  for (const [target, expression] of exchange.route.integration.requestParameters) {
    const [, location, name = ''] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    if (location === 'querystring') {
      mapped.query.push(...queryValues(expression, exchange).map((value): Pair => [name, value]));
      continue;
    }
    const value = fromRequest(expression, exchange);
    if (value === undefined || value === '') continue;
    if (location === 'path') mapped.path.push([name, value]);
    else if (location === 'header') mapped.headers.push([name, value]);
  }
  return mapped;
}

function replaced(query: readonly Pair[], overrides: ReadonlyMap<string, string>): readonly Pair[] {
  return [...query.filter(([name]) => !overrides.has(name)), ...overrides];
}

/** The type of a body goes with it, also when nothing maps it. */
function withContentType(headers: readonly Pair[], { request }: Exchange): readonly Pair[] {
  const contentType = headerOf(request.headers, 'content-type');
  const bodiless = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (contentType === undefined || bodiless || headerOf(headers, 'content-type') !== undefined) return headers;
  return [...headers, ['Content-Type', contentType]];
}
