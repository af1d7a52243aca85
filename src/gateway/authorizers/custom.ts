import type { Json } from '../../shared/json';
import { localRegion } from '../assembly/pseudo-parameters';
import { objectAt, textAt } from '../document/members';
import type { AuthorizerSpec } from '../document/route';
import { GatewayFault } from '../gateway-fault';
import { type Exchange, methodArn } from '../http/exchange';
import { functionNameOf } from '../integrations/function-uri';
import type { Backends } from '../integrations/integration';
import type { Outcome } from '../lambda/function-process';
import { toProxyEvent } from '../lambda/proxy-event';
import type { Authorizer } from './authorizer';
import { identitiesOf } from './identity-source';
import { readResult, readVerdict } from './policy';

/** Seconds that a result is valid when the authorizer does not say. */
const defaultTtl = 300;

/**
 * A Lambda authorizer. Its result, which is a policy for the whole API, is kept for the identity that it was made for.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export const custom: Authorizer = {
  authorize: async (exchange, spec, backends) => {
    const identities = identitiesOf(spec, exchange);
    const authorizer = objectAt(spec.scheme, 'x-amazon-apigateway-authorizer');
    const ttl = Number(textAt(authorizer, 'authorizerResultTtlInSeconds') ?? defaultTtl);
    const expression = textAt(authorizer, 'identityValidationExpression');
    // Where no result is kept, the whole request is the identity, and none of its parts has to be there.
    const optional = spec.kind === 'request' && ttl === 0;
    const complete = optional || identities.every((identity) => identity !== undefined && identity !== '');
    const wellFormed = expression === undefined || new RegExp(expression).test(identities[0] ?? '');
    if (!complete || !wellFormed) throw new GatewayFault('UNAUTHORIZED');
    const ask = async () => readResult(payloadOf(await invoke(exchange, spec, identities[0] ?? '', backends)));
    const result = await backends.authorizerResults.get(keyOf(exchange, spec, identities), ttl, ask);
    return { authorizer: readVerdict(result, methodArn(exchange, localRegion())) };
  },
};

function keyOf({ api }: Exchange, { name }: AuthorizerSpec, identities: readonly (string | undefined)[]): string {
  return JSON.stringify([api.id, name, ...identities]);
}

async function invoke(
  exchange: Exchange,
  { kind, scheme }: AuthorizerSpec,
  token: string,
  { functions }: Backends,
): Promise<Outcome> {
  const name = functionNameOf(textAt(objectAt(scheme, 'x-amazon-apigateway-authorizer'), 'authorizerUri') ?? '');
  const arn = methodArn(exchange, localRegion());
  const event: Readonly<Record<string, Json>> =
    kind === 'token'
      ? { type: 'TOKEN', methodArn: arn, authorizationToken: token }
      : { type: 'REQUEST', methodArn: arn, ...withoutBody(toProxyEvent(exchange)) };
  try {
    return await functions.invoke(name ?? '', JSON.stringify(event));
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

function payloadOf(outcome: Outcome): Json {
  if (outcome.kind === 'response') return JSON.parse(outcome.payload.toString() || 'null') as Json;
  if (outcome.kind === 'timeout') throw failure('the authorizer timed out');
  if (outcome.error.message === 'Unauthorized') throw new GatewayFault('UNAUTHORIZED');
  throw failure(`the authorizer failed: ${outcome.error.type}: ${outcome.error.message}`);
}

function failure(note: string): GatewayFault {
  return new GatewayFault('AUTHORIZER_FAILURE', undefined, { note });
}

function withoutBody({ body: _, isBase64Encoded: __, ...event }: Readonly<Record<string, Json>>) {
  return event;
}
