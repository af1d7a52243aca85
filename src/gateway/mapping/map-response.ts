import type { IntegrationResponse } from '../document/route';
import { internalFault } from '../gateway-responses';
import type { Exchange } from '../http/exchange';
import { type GatewayReply, headerOf, type Pair } from '../http/request';
import { chooseResponseTemplate } from '../templates/choose-template';
import { render } from '../templates/render';
import { type BackendReply, fromReply } from './expressions';

/**
 * Makes the response of a non-proxy integration: the entry whose pattern matches, its headers, its template.
 * @param selector What patterns are matched against: the backend's status, or the error message of a function.
 */
export function mapResponse(exchange: Exchange, reply: BackendReply, selector: string): GatewayReply {
  const response = selectResponse(exchange.route.integration.responses, selector);
  if (response === undefined)
    throw internalFault(`no integration response matches '${selector}' and there is no default`);
  const choice = chooseResponseTemplate(response.templates, headerOf(exchange.request.headers, 'accept'));
  const rendered = choice.kind === 'template' ? render(choice.template, exchange, reply.body.toString()) : undefined;
  const headers = new Map<string, Pair>();
  const put = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
  put('Content-Type', choice.kind === 'template' ? choice.mediaType : 'application/json');
  for (const [target, expression] of response.parameters) {
    const header = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    const value = fromReply(expression, reply, exchange);
    if (header !== undefined && value !== undefined) put(header, value);
  }
  for (const [name, value] of rendered?.responseOverride.header ?? []) put(name, value);
  return {
    status: rendered?.responseOverride.status ?? response.statusCode,
    headers: [...headers.values()],
    body: rendered === undefined ? reply.body : Buffer.from(rendered.text),
  };
}

/** The first entry whose regular expression matches the whole selector, else the default. */
export function selectResponse(
  responses: readonly IntegrationResponse[],
  selector: string,
): IntegrationResponse | undefined {
  const matching = responses.find(({ pattern }) => pattern !== 'default' && matches(pattern, selector));
  return matching ?? responses.find(({ pattern }) => pattern === 'default');
}

function matches(pattern: string, selector: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(selector);
  } catch {
    return pattern === selector;
  }
}
