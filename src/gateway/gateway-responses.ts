import type { GatewayResponseSpec } from './document/route';
import { faults, type GatewayFault } from './gateway-fault';
import { type Arrival, contextOf } from './http/exchange';
import { type GatewayReply, headerOf, mediaTypeOf, type Pair } from './http/request';
import { fromRequest } from './mapping/expressions';
import { followPath } from './templates/json-path';

/**
 * The reply to a fault: what the document says of its type, else of the default type, else what AWS answers by itself.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function replyToFault(fault: GatewayFault, arrival: Arrival): GatewayReply {
  const { fallback, status, error } = faults[fault.type];
  const { note, validation, ...details } = fault.details;
  const { gatewayResponses } = arrival.api.gateway;
  const spec = gatewayResponses.get(fault.type) ?? gatewayResponses.get(fallback);
  const template = chooseTemplate(spec, headerOf(arrival.request.headers, 'accept'));
  return {
    status: spec?.statusCode ?? details.status ?? status,
    headers: [
      ['x-amzn-ErrorType', details.error ?? error],
      ['Content-Type', template.mediaType],
      ...Array.from(spec?.parameters ?? [], ([name, value]) => toHeader(name, value, arrival)).flat(),
    ],
    body: Buffer.from(substitute(template.text, fault, arrival)),
    note: note ?? (validation === undefined ? fault.message : `${fault.message}: ${validation}`),
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
function substitute(template: string, { told, type, details }: GatewayFault, arrival: Arrival): string {
  const context = {
    ...contextOf(arrival),
    error: {
      message: told,
      messageString: JSON.stringify(told),
      responseType: type,
      // Unlike messageString it comes without quotes, but as it stands between them.
      validationErrorString: JSON.stringify(details.validation ?? '').slice(1, -1),
    },
  };
  const pattern = /\$(?:context\.([\w.-]*\w)|(stageVariables\.[\w.-]*\w|method\.request\.[\w.-]*\w))/g;
  return template.replace(pattern, (_, name: string | undefined, expression: string) => {
    const value = name === undefined ? fromRequest(expression, arrival) : followPath(context, `$.${name}`);
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

function toHeader(name: string, expression: string, arrival: Arrival): Pair[] {
  const header = /^gatewayresponse\.header\.(.+)$/.exec(name)?.[1];
  const value = fromRequest(expression, arrival);
  return header === undefined || value === undefined ? [] : [[header, value]];
}
