import { GatewayFault } from '../gateway-responses';
import type { Exchange } from '../http/exchange';
import { headerOf, type Pair } from '../http/request';
import { chooseRequestTemplate } from '../templates/choose-template';
import { render } from '../templates/render';
import { fromRequest } from './expressions';

/** What the backend of a non-proxy integration is asked. */
export interface BackendRequest {
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly body: Buffer;
}

/**
 * Makes the integration request: parameters by their mappings, the body by the template for its Content-Type.
 * @throws GatewayFault 415 when the body may neither be transformed nor passed through.
 */
export function mapRequest(exchange: Exchange): BackendRequest {
  const { request, route } = exchange;
  const choice = chooseRequestTemplate(route.integration, headerOf(request.headers, 'content-type'));
  if (choice.kind === 'unsupported') throw new GatewayFault('UNSUPPORTED_MEDIA_TYPE');
  const rendered = choice.kind === 'template' ? render(choice.template, exchange, request.body.toString()) : undefined;
  const mapped = mapParameters(exchange);
  const override = rendered?.requestOverride;
  return {
    path: new Map([...mapped.path, ...(override?.path ?? [])]),
    query: [...new Map([...mapped.querystring, ...(override?.querystring ?? [])])],
    headers: [...new Map([...mapped.header, ...(override?.header ?? [])])],
    body: rendered === undefined ? request.body : Buffer.from(rendered.text),
  };
}

function mapParameters(exchange: Exchange): Readonly<Record<'path' | 'querystring' | 'header', Map<string, string>>> {
  const mapped = {
    path: new Map<string, string>(),
    querystring: new Map<string, string>(),
    header: new Map<string, string>(),
  };
  for (const [target, expression] of exchange.route.integration.requestParameters) {
    const [, location, name = ''] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    const value = fromRequest(expression, exchange);
    if (location !== undefined && value !== undefined) mapped[location as keyof typeof mapped].set(name, value);
  }
  return mapped;
}
