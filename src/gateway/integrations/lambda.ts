import type { Json } from '../../shared/json';
import { internalFault } from '../gateway-fault';
import { mapRequest } from '../mapping/map-request';
import { mapResponse } from '../mapping/map-response';
import { followPath } from '../templates/json-path';
import { functionNameOf } from './function-uri';
import type { Integration } from './integration';
import { callWithin, summarizeFunction, timeoutNote } from './lambda-proxy';

/** A Lambda function behind mapping templates; responses are chosen by the message of its error. */
export const lambda: Integration = {
  matches: ({ type, uri }) => type === 'aws' && functionNameOf(uri) !== undefined,
  summarize: ({ integration }, backends) => summarizeFunction(functionNameOf(integration.uri), backends),
  invoke: async (exchange, { functions }) => {
    const { integration } = exchange.route;
    const name = functionNameOf(integration.uri) ?? '';
    const payload = mapRequest(exchange).body.toString();
    const outcome = await callWithin(integration.timeoutMilliseconds, functions, name, payload === '' ? '{}' : payload);
    if ('status' in outcome) return outcome;
    if (outcome.kind === 'timeout') throw internalFault(timeoutNote(functions.find(name)));
    const failed = outcome.kind === 'error';
    const { error } = failed ? outcome : { error: undefined };
    const body = failed
      ? Buffer.from(JSON.stringify({ errorMessage: error?.message, errorType: error?.type, trace: error?.trace }))
      : outcome.payload;
    const selector = failed ? (error?.message ?? '') : errorMessageIn(body);
    return mapResponse(exchange, { status: 200, headers: [], body }, selector);
  },
};

function errorMessageIn(body: Buffer): string {
  const message = followPath(JSON.parse(body.toString() || 'null') as Json, '$.errorMessage');
  return typeof message === 'string' ? message : 'default';
}
