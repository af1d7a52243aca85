import { checkApiKey, claimedKey } from './api-keys/check-api-key';
import { localRegion } from './assembly/pseudo-parameters';
import { callerOf, findCaller } from './authorizers/iam-caller';
import { checkInvocation } from './authorizers/iam-permissions';
import { findAuthorizer } from './authorizers/registry';
import { GatewayFault, internalFault } from './gateway-fault';
import { replyToFault } from './gateway-responses';
import { type Arrival, type Exchange, methodArn, type ServedApi } from './http/exchange';
import type { GatewayReply, GatewayRequest } from './http/request';
import type { Router } from './http/router';
import type { Backends } from './integrations/integration';
import { findIntegration } from './integrations/registry';
import { isSigned } from './signatures/read-signature';
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

/**
 * Answers a request as the deployed API would: route, authorizer, API key, validation, integration; faults by the gateway responses.
 * @see https://repost.aws/knowledge-center/api-gateway-logs
 */
export async function handle(request: GatewayRequest, handling: Handling): Promise<GatewayReply> {
  let arrival: Arrival = { api: handling.api, request };
  try {
    const exchange = findRoute(arrival, handling);
    arrival = exchange;
    if (request.body.length > payloadLimit) throw new GatewayFault('REQUEST_TOO_LARGE');
    const authorized = await authorize(exchange, handling.backends);
    arrival = authorized;
    validateRequest(authorized, handling.validators);
    const reply = await findIntegration(authorized.route.integration).invoke(authorized, handling.backends);
    if (reply.body.length <= payloadLimit) return reply;
    throw internalFault(`the response has ${reply.body.length} bytes, and API Gateway passes ${payloadLimit} at most`);
  } catch (error) {
    const fault = error instanceof GatewayFault ? error : internalFault(describe(error));
    return replyToFault(fault, arrival);
  }
}

function findRoute(arrival: Arrival, { route, backends }: Handling): Exchange {
  const { api, request } = arrival;
  const match = route(request.method, request.path);
  if (match !== undefined) return { api, request, ...match };
  const note = 'no operation has this path and method';
  const { iam } = backends.identities;
  const caller = iam === undefined || !isSigned(request) ? undefined : findCaller(request, iam);
  if (caller === undefined) throw new GatewayFault('MISSING_AUTHENTICATION_TOKEN', undefined, { note });
  // Whoever is known, and may call it, is told that it is not there.
  checkInvocation(callerOf(caller, backends.app), methodArn(arrival, localRegion()));
  throw new GatewayFault('RESOURCE_NOT_FOUND', undefined, { note });
}

async function authorize(arrived: Exchange, backends: Backends): Promise<Exchange> {
  const { authorizer: spec } = arrived.route;
  const exchange = { ...arrived, identity: claimedKey(arrived) };
  const authorization =
    spec === undefined ? undefined : await findAuthorizer(spec.kind).authorize(exchange, spec, backends);
  const { apiKey, ...added } = authorization ?? {};
  const key = checkApiKey(exchange, apiKey, backends);
  return { ...exchange, ...added, identity: { ...authorization?.identity, ...key } };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
