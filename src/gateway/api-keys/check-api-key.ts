import type { JsonObject } from '../../shared/json';
import type { LocalApi } from '../assembly/local-app';
import { GatewayFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import { headerOf } from '../http/request';
import type { Backends } from '../integrations/integration';
import { keysOf } from './known-keys';

/** What a request says of its API key, before anybody has looked at it; methods that need none do not see it. */
export function claimedKey({ api, request, route }: Exchange): JsonObject {
  const key = headerOf(request.headers, 'x-api-key');
  return route.apiKeyRequired && api.apiKeySource === 'HEADER' && key !== undefined ? { apiKey: key } : {};
}

/**
 * Checks the API key of a method that needs one; this comes after the authorizer, which may be whom the key is from.
 * @param authorized The key that the authorizer answered with.
 * @returns what it adds to the identity of the request.
 * @throws GatewayFault when there is no key, or one that does not open the stage.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
 */
export function checkApiKey(exchange: Exchange, authorized: string | undefined, backends: Backends): JsonObject {
  const { api, request, route } = exchange;
  if (!route.apiKeyRequired) return {};
  const ofAuthorizer = api.apiKeySource === 'AUTHORIZER';
  const value = ofAuthorizer ? authorized : headerOf(request.headers, 'x-api-key');
  if (value === undefined || value === '') {
    throw refused(ofAuthorizer ? "the authorizer returned no 'usageIdentifierKey'" : 'there is no header x-api-key');
  }
  const { open, keys } = keysOf(api, backends.app, backends.identities);
  const known = keys.get(value);
  if (known === undefined && !open) throw refused('nobody has this API key');
  if (known?.refusal !== undefined) throw refused(known.refusal);
  return { apiKey: value, apiKeyId: known?.id ?? null };
}

/** What is different with API keys here, for the terminal. */
export function caveatsOfKeys(api: LocalApi, backends: Backends): readonly string[] {
  const { open, keys, unknown } = keysOf(api, backends.app, backends.identities);
  if (open) return ['API keys: every value will do; declare keys in identities.json'];
  const openers = [...keys.values()].filter(({ refusal }) => refusal === undefined);
  const none = openers.length === 0 ? ['API keys: no key opens this stage'] : [];
  const lost = unknown.length === 0 ? [] : [`API keys: identities.json has no value for ${unknown.join(', ')}`];
  return [...none, ...lost];
}

function refused(note: string): GatewayFault {
  return new GatewayFault('INVALID_API_KEY', undefined, { note });
}
