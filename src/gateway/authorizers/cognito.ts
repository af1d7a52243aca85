import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { GatewayFault } from '../gateway-fault';
import type { Authorizer } from './authorizer';
import { identitiesOf } from './identity-source';

/** The claims of a bearer token are read; whoever signed it is believed. */
export const cognito: Authorizer = {
  caveat: 'Cognito: tokens are decoded, their signatures are not checked',
  authorize: async (exchange, spec) => {
    const [token] = identitiesOf(spec, exchange);
    const claims = claimsOf((token ?? '').replace(/^Bearer\s+/i, ''));
    if (claims === undefined) throw new GatewayFault('UNAUTHORIZED');
    const expiry = member(claims, 'exp');
    if (typeof expiry === 'number' && expiry * 1000 < Date.now()) throw new GatewayFault('EXPIRED_TOKEN');
    const texts = Object.entries(claims).map(([name, value]) => [name, textOf(value)]);
    return { authorizer: { claims: Object.fromEntries(texts) } };
  },
};

function claimsOf(token: string): JsonObject | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
    return isJsonObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

/** Claims reach a function as text. */
function textOf(value: Json): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
