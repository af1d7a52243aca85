import { objectAt, textAt } from '../document/members';
import type { AuthorizerSpec } from '../document/route';
import type { Exchange } from '../http/exchange';
import { fromRequest } from '../mapping/expressions';

/**
 * The values of an authorizer's identity sources, in their order; one that the request lacks is undefined. A request authorizer that
 * declares none has none when its results are not kept.
 */
export function identitiesOf({ scheme }: AuthorizerSpec, exchange: Exchange): readonly (string | undefined)[] {
  const declared = declaredSource(scheme);
  const named = textAt(scheme, 'name');
  const header = named === undefined || named === 'Unused' ? undefined : `method.request.header.${named}`;
  const sources = (declared ?? header ?? 'method.request.header.Authorization').split(',');
  return sources.map((source) => fromRequest(source.trim(), exchange));
}

/** What an authorizer says of where identities are. */
export function declaredSource(scheme: AuthorizerSpec['scheme']): string | undefined {
  const declared = textAt(objectAt(scheme, 'x-amazon-apigateway-authorizer'), 'identitySource');
  return declared === undefined || declared.trim() === '' ? undefined : declared;
}
