import type { IntegrationResponse } from '../document/route';
import { configurationFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import { isBinary } from '../http/media-types';
import { type GatewayReply, headerOf, mediaTypeOf, type Pair } from '../http/request';
import { chooseResponseTemplate } from '../templates/choose-template';
import { render } from '../templates/render';
import { type BackendReply, fromReply } from './expressions';
import { responsePayload, textForTemplate, toBuffer } from './payload';

/**
 * Makes the response of a non-proxy integration: the entry whose pattern matches, its headers, its template.
 * @param selector What patterns are matched against: the backend's status, or the error message of a function.
 */
export function mapResponse(exchange: Exchange, reply: BackendReply, selector: string): GatewayReply {
  const response = selectResponse(exchange.route.integration.responses, selector);
  if (response === undefined)
    throw configurationFault(`no integration response matches '${selector}' and there is no default`);
  const choice = chooseResponseTemplate(response.templates, headerOf(exchange.request.headers, 'accept'));
  const payload = responsePayload(exchange, reply, response.contentHandling);
  const rendered =
    choice.kind === 'template' ? render(choice.template, exchange, textForTemplate(payload, 'response')) : undefined;
  const note = reply.note ?? (payload.kind === 'text' ? payload.note : undefined);
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
    body: rendered === undefined ? toBuffer(payload) : Buffer.from(rendered.text),
    ...(note === undefined ? {} : { note }),
  };
}

/** Makes the response of a proxy integration: what the backend answered, its body as text unless its type is a binary one. */
export function passResponse(exchange: Exchange, reply: BackendReply): GatewayReply {
  const mediaType = mediaTypeOf(headerOf(reply.headers, 'content-type'));
  const isBytes = isBinary(exchange.api.gateway.binaryMediaTypes, mediaType);
  const payload = responsePayload(exchange, reply, isBytes ? undefined : 'CONVERT_TO_TEXT');
  const note = payload.kind === 'text' ? payload.note : undefined;
  return { ...reply, body: toBuffer(payload), ...(note === undefined ? {} : { note }) };
}

/** The first entry whose regular expression matches the whole selector, else the default. */
export function selectResponse(
  responses: readonly IntegrationResponse[],
  selector: string,
): IntegrationResponse | undefined {
  const matching = responses.find(({ pattern }) => pattern !== 'default' && matches(pattern, selector));
  return matching ?? responses.find(({ pattern }) => pattern === 'default');
}

/** Patterns are those of Java, which may begin with flags: `(?i)`. */
function matches(pattern: string, selector: string): boolean {
  const [, flags = '', rest = pattern] = /^\(\?([ims]+)\)(.*)$/s.exec(pattern) ?? [];
  try {
    return new RegExp(`^(?:${rest})$`, [...new Set(`s${flags}`)].join('')).test(selector);
  } catch {
    return pattern === selector;
  }
}
