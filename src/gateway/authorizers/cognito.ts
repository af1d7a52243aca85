import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { arrayAt, objectAt } from '../document/members';
import type { AuthorizerSpec } from '../document/route';
import { GatewayFault } from '../gateway-fault';
import type { CognitoUser, Identities } from '../identities/identities';
import type { Authorizer } from './authorizer';
import { identitiesOf } from './identity-source';
import { isIssuer, knows } from './user-pools';

/** What a token begins with that is the name of a declared user. */
const local = 'local:';

/**
 * The claims of a bearer token are read, and whoever signed it is believed; or it names a declared user. A method with scopes takes an
 * access token with one of them, any other an identity token.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
export const cognito: Authorizer = {
  caveats: (_, { identities }) => {
    const names = [...identities.cognito.keys()].map((name) => local + name);
    const more = names.length === 0 ? '' : `; declared users: ${names.join(', ')}`;
    return [`Cognito: tokens are decoded, their signatures are not checked${more}`];
  },
  authorize: async (exchange, spec, { identities }) => {
    const [given] = identitiesOf(spec, exchange);
    const token = (given ?? '').replace(/^Bearer\s+/i, '');
    const pools = arrayAt(objectAt(spec.scheme, 'x-amazon-apigateway-authorizer'), 'providerARNs').map(String);
    const claims = token.startsWith(local)
      ? claimsOfUser(token.slice(local.length), identities, spec, pools)
      : claimsOfToken(token, pools);
    const expiry = member(claims, 'exp');
    if (typeof expiry === 'number' && expiry * 1000 < exchange.request.receivedAt.getTime()) {
      throw new GatewayFault('UNAUTHORIZED', 'The incoming token has expired');
    }
    checkUse(claims, spec);
    const texts = Object.entries(claims).map(([name, value]) => [name, textOf(value)]);
    return { authorizer: { claims: Object.fromEntries(texts) } };
  },
};

function refused(note: string): GatewayFault {
  return new GatewayFault('UNAUTHORIZED', undefined, { note });
}

/** A declared user has both tokens, and sends the one that the method takes. */
function claimsOfUser(
  name: string,
  { cognito: users }: Identities,
  spec: AuthorizerSpec,
  pools: readonly string[],
): JsonObject {
  const user = users.get(name);
  if (user === undefined) throw refused(`identities.json declares no user '${name}' in 'cognito'`);
  if (!knows(pools, user))
    throw refused(`'${name}' is a user of '${user.userPool}', which is not the authorizer's pool`);
  return spec.scopes.length === 0 ? identityToken(user) : accessToken(user);
}

function identityToken({ name, claims }: CognitoUser): JsonObject {
  return { sub: name, 'cognito:username': name, ...claims, token_use: 'id' };
}

function accessToken({ name, claims, scopes }: CognitoUser): JsonObject {
  const { sub = name } = claims;
  return { sub, username: name, token_use: 'access', scope: scopes.join(' ') };
}

function claimsOfToken(token: string, pools: readonly string[]): JsonObject {
  const claims = decode(token);
  if (claims === undefined) throw refused('the token is neither a JSON Web Token nor local:<name of a declared user>');
  const issuer = member(claims, 'iss');
  if (typeof issuer === 'string' && !isIssuer(pools, issuer)) {
    throw refused(`the token is of '${issuer}', which is not the authorizer's pool`);
  }
  return claims;
}

/** @throws GatewayFault when a token is not of the kind that the method takes, or has none of its scopes. */
function checkUse(claims: JsonObject, { scopes }: AuthorizerSpec): void {
  const use = member(claims, 'token_use');
  const wanted = scopes.length === 0 ? 'id' : 'access';
  if (use !== undefined && use !== wanted) {
    const why = wanted === 'id' ? 'has no scopes and takes identity tokens' : 'has scopes and takes access tokens';
    throw refused(`the token is one with token_use '${String(use)}', but the operation ${why}`);
  }
  if (scopes.length === 0) return;
  const scope = member(claims, 'scope');
  const held = typeof scope === 'string' ? scope.split(' ') : [];
  if (!held.some((each) => scopes.includes(each)))
    throw refused(`the token has none of the scopes ${scopes.join(', ')}`);
}

function decode(token: string): JsonObject | undefined {
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
