import type { JsonObject } from '../shared/json';
import { findAuthorizer } from './authorizers/registry';
import { GatewayFault, internalFault } from './gateway-fault';
import { replyToFault } from './gateway-responses';
import type { Exchange, ServedApi } from './http/exchange';
import { type GatewayReply, type GatewayRequest, headerOf } from './http/request';
import type { Router } from './http/router';
import type { Backends } from './integrations/integration';
import { findIntegration } from './integrations/registry';
import type { BodyValidators } from './validation/body-validators';
import { validateRequest } from './validation/validate-request';

/** Everything that one API needs to answer. */
export interface Handling {
  readonly api: ServedApi;
  readonly route: Router;
  readonly validators: BodyValidators;
  readonly backends: Backends;
}

/** Bytes of a body that API Gateway takes, either way. */
export const payloadLimit = 10 * 1024 * 1024;

/** Answers a request as the deployed API would: route, authorizer, validation, integration; faults by the gateway responses. */
export async function handle(request: GatewayRequest, handling: Handling): Promise<GatewayReply> {
  let exchange: Exchange | undefined;
  try {
    exchange = findRoute(request, handling);
    if (request.body.length > payloadLimit) throw new GatewayFault('REQUEST_TOO_LARGE');
    const authorized = await authorize(exchange, handling.backends);
    exchange = authorized;
    validateRequest(authorized, handling.validators);
    const reply = await findIntegration(authorized.route.integration).invoke(authorized, handling.backends);
    if (reply.body.length <= payloadLimit) return reply;
    throw internalFault(`the response has ${reply.body.length} bytes, and API Gateway passes ${payloadLimit} at most`);
  } catch (error) {
    const fault = error instanceof GatewayFault ? error : internalFault(describe(error));
    return replyToFault(fault, handling.api, request, exchange);
  }
}

function findRoute(request: GatewayRequest, { api, route }: Handling): Exchange {
  const match = route(request.method, request.path);
  if (match === undefined) {
    const note = 'no operation has this path and method';
    throw new GatewayFault('MISSING_AUTHENTICATION_TOKEN', undefined, { note });
  }
  return { api, request, ...match };
}

async function authorize(exchange: Exchange, backends: Backends): Promise<Exchange> {
  const { authorizer, apiKeyRequired } = exchange.route;
  const key = headerOf(exchange.request.headers, 'x-api-key');
  if (apiKeyRequired && key === undefined) throw new GatewayFault('INVALID_API_KEY');
  const keyed: JsonObject = key === undefined ? {} : { apiKey: key };
  if (authorizer === undefined) return { ...exchange, identity: keyed };
  const authorization = await findAuthorizer(authorizer.kind).authorize(exchange, authorizer, backends);
  return { ...exchange, ...authorization, identity: { ...keyed, ...authorization.identity } };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
