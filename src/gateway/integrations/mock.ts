import { isJsonObject, type Json, member } from '../../shared/json';
import type { IntegrationSpec } from '../document/route';
import { configurationFault } from '../gateway-fault';
import { mapRequest } from '../mapping/map-request';
import { mapResponse } from '../mapping/map-response';
import type { Integration } from './integration';

/** A response from the document alone: the request template names the status, the response template is the body. */
export const mock: Integration = {
  matches: ({ type }) => type === 'mock',
  summarize: ({ integration }) => ({ kind: 'mock', details: statusesOf(integration) }),
  invoke: async (exchange) => {
    const { body } = mapRequest(exchange);
    const selector = exchange.route.integration.requestTemplates.size === 0 ? 'default' : statusOf(body.toString());
    return mapResponse(exchange, { status: 200, headers: [], body: Buffer.alloc(0) }, selector);
  },
};

function statusOf(text: string): string {
  const request = parse(text);
  const status = isJsonObject(request) ? member(request, 'statusCode') : undefined;
  if (typeof status === 'number' && Number.isInteger(status)) return String(status);
  throw configurationFault('statusCode should be an integer which defined in request template');
}

/** The gateway takes names without quotes as well. */
function parse(text: string): Json | undefined {
  for (const candidate of [text, text.replace(/([{,]\s*)([A-Za-z_]\w*)\s*:/g, '$1"$2":')]) {
    try {
      return JSON.parse(candidate) as Json;
    } catch {
      // the next reading
    }
  }
  return undefined;
}

/** The status that every request template names, when they agree and name it literally. */
function statusesOf({ requestTemplates, responses }: IntegrationSpec): string[] {
  const named = new Set(
    [...requestTemplates.values()].map((template) => /"?statusCode"?\s*:\s*(\d+)/.exec(template.text)?.[1]),
  );
  const [only] = named;
  if (named.size === 1 && only !== undefined) return [only];
  return [[...new Set(responses.map(({ statusCode }) => String(statusCode)))].join('|')];
}
