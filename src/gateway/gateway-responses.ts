import type { GatewayResponseSpec } from './document/route';
import { faults, type GatewayFault } from './gateway-fault';
import { contextOf, type Exchange, type ServedApi } from './http/exchange';
import { type GatewayReply, type GatewayRequest, headerOf, lastOf, mediaTypeOf, type Pair } from './http/request';
import { fromAnywhere, fromRequest } from './mapping/expressions';
import { followPath } from './templates/json-path';

/** The reply to a fault: what the document says of its type, else of the default type, else what AWS answers by itself. */
export function replyToFault(
  fault: GatewayFault,
  api: ServedApi,
  request: GatewayRequest,
  exchange: Exchange | undefined,
): GatewayReply {
  const { fallback, status, error } = faults[fault.type];
  const own = api.gateway.gatewayResponses.get(fault.type);
  const spec = own ?? api.gateway.gatewayResponses.get(fallback);
  const template = chooseTemplate(spec, headerOf(request.headers, 'accept'));
  const note = fault.note ?? (fault.validation === undefined ? fault.message : `${fault.message}: ${fault.validation}`);
  return {
    status: (own ?? spec)?.statusCode ?? fault.status ?? status,
    headers: [
      ['x-amzn-ErrorType', error],
      ['Content-Type', template.mediaType],
      ...Array.from(spec?.parameters ?? [], ([name, value]) => toHeader(name, value, request, exchange)).flat(),
    ],
    body: Buffer.from(substitute(template.text, fault, api, request, exchange)),
    note,
  };
}

function chooseTemplate(spec: GatewayResponseSpec | undefined, accept: string | undefined) {
  const templates = spec?.templates ?? new Map<string, string>();
  const wanted = mediaTypeOf(accept) ?? '*/*';
  const mediaType = [wanted, 'application/json', ...templates.keys()].find((each) => templates.has(each));
  const text = mediaType === undefined ? undefined : templates.get(mediaType);
  return { mediaType: mediaType ?? 'application/json', text: text ?? '{"message":$context.error.messageString}' };
}

/** Gateway responses are no Velocity templates: variables are replaced, nothing else is interpreted. */
function substitute(
  template: string,
  fault: GatewayFault,
  api: ServedApi,
  request: GatewayRequest,
  exchange: Exchange | undefined,
): string {
  const context = {
    ...(exchange === undefined ? { requestId: request.id, stage: api.stage } : contextOf(exchange)),
    error: {
      message: fault.message,
      messageString: JSON.stringify(fault.message),
      responseType: fault.type,
      // Unlike messageString it comes without quotes, but as it stands between them.
      validationErrorString: JSON.stringify(fault.validation ?? '').slice(1, -1),
    },
  };
  return template.replace(/\$(context|stageVariables)\.([\w.-]*\w)/g, (_, source: string, name: string) => {
    const value = source === 'context' ? followPath(context, `$.${name}`) : api.stageVariables[name];
    return value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  });
}

function toHeader(name: string, expression: string, request: GatewayRequest, exchange: Exchange | undefined): Pair[] {
  const header = /^gatewayresponse\.header\.(.+)$/.exec(name)?.[1];
  const value = exchange === undefined ? withoutRoute(expression, request) : evaluate(expression, exchange);
  return header === undefined || value === undefined ? [] : [[header, value]];
}

function evaluate(expression: string, exchange: Exchange): string | undefined {
  return fromRequest(expression, exchange) ?? fromAnywhere(expression, exchange);
}

/** What can be known when no route was found. */
function withoutRoute(expression: string, request: GatewayRequest): string | undefined {
  if (/^'.*'$/s.test(expression)) return expression.slice(1, -1);
  const [, location, name = ''] = /^method\.request\.(header|querystring)\.(.+)$/.exec(expression) ?? [];
  if (location === 'header') return headerOf(request.headers, name);
  return location === 'querystring' ? lastOf(request.query, name) : undefined;
}
