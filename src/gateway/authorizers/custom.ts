import type { Json } from '../../shared/json';
import { localRegion } from '../assembly/pseudo-parameters';
import { objectAt, textAt } from '../document/members';
import type { AuthorizerSpec } from '../document/route';
import { GatewayFault } from '../gateway-fault';
import { type Exchange, methodArn } from '../http/exchange';
import { functionNameOf } from '../integrations/function-uri';
import type { Backends } from '../integrations/integration';
import type { WholeOutcome } from '../lambda/functions';
import { toProxyEvent } from '../lambda/proxy-event';
import type { Authorizer } from './authorizer';
import { declaredSource, identitiesOf } from './identity-source';
import { readResult, readVerdict } from './policy';

/** Seconds that a result is valid when the authorizer does not say. */
const defaultTtl = 300;

/** Bytes that the ARN of a method may have where an authorizer is asked. */
const arnLimit = 1600;

/**
 * A Lambda authorizer. Its result, which is a policy for the whole API, is kept for the identity that it was made for.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export const custom: Authorizer = {
  caveats: (spec, backends) => {
    const reason = whyNot(nameOf(spec), backends);
    return reason === undefined ? [] : [`authorizer '${spec.name}': every request is answered with 500: ${reason}`];
  },
  authorize: async (exchange, spec, backends) => {
    const identities = identitiesOf(spec, exchange);
    const authorizer = objectAt(spec.scheme, 'x-amazon-apigateway-authorizer');
    const ttl = Number(textAt(authorizer, 'authorizerResultTtlInSeconds') ?? defaultTtl);
    const expression = textAt(authorizer, 'identityValidationExpression');
    // Where no result is kept, a request authorizer may declare no source: the whole request is the identity then.
    const optional = spec.kind === 'request' && ttl === 0 && declaredSource(spec.scheme) === undefined;
    const complete = optional || identities.every((identity) => identity !== undefined && identity !== '');
    if (!complete)
      throw refused('the request lacks an identity source of the authorizer, which therefore is not asked');
    const wellFormed = expression === undefined || new RegExp(expression).test(identities[0] ?? '');
    if (!wellFormed) throw refused(`the token does not match '${expression}', so the authorizer is not asked`);
    const arn = methodArn(exchange, localRegion());
    if (Buffer.byteLength(arn) > arnLimit)
      throw new GatewayFault('DEFAULT_4XX', 'Request URI too long', { status: 414 });
    const ask = async () => readResult(payloadOf(await invoke(exchange, spec, identities[0] ?? '', backends)));
    const result = await backends.authorizerResults.get(keyOf(exchange, spec, identities), ttl, ask);
    return readVerdict(result, arn);
  },
};

function keyOf({ api }: Exchange, { name }: AuthorizerSpec, identities: readonly (string | undefined)[]): string {
  return JSON.stringify([api.id, name, ...identities]);
}

function nameOf({ scheme }: AuthorizerSpec): string {
  return functionNameOf(textAt(objectAt(scheme, 'x-amazon-apigateway-authorizer'), 'authorizerUri') ?? '') ?? '';
}

function whyNot(name: string, { functions }: Backends): string | undefined {
  const lambda = functions.find(name);
  return lambda === undefined ? `the function '${name}' is not part of the app` : functions.whyNot(lambda);
}

async function invoke(
  exchange: Exchange,
  spec: AuthorizerSpec,
  token: string,
  backends: Backends,
): Promise<WholeOutcome> {
  const type = spec.kind === 'token' ? 'TOKEN' : 'REQUEST';
  const event = {
    type,
    methodArn: methodArn(exchange, localRegion()),
    ...(type === 'TOKEN' ? { authorizationToken: token } : requestOf(exchange)),
  };
  try {
    return await backends.functions.invoke(nameOf(spec), JSON.stringify(event));
  } catch (error) {
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

function payloadOf(outcome: WholeOutcome): Json {
  if (outcome.kind === 'response') return parse(outcome.payload.toString());
  if (outcome.kind === 'timeout') throw failure('the authorizer timed out');
  if (outcome.error.message === 'Unauthorized') throw refused("the authorizer failed with 'Unauthorized'");
  throw failure(`the authorizer failed: ${outcome.error.type}: ${outcome.error.message}`);
}

function parse(text: string): Json {
  return JSON.parse(text === '' ? 'null' : text) as Json;
}

function refused(note: string): GatewayFault {
  return new GatewayFault('UNAUTHORIZED', undefined, { note });
}

function failure(note: string): GatewayFault {
  return new GatewayFault('AUTHORIZER_FAILURE', undefined, { note });
}

/**
 * The request as an authorizer gets it: without its body, and with empty maps where a proxy integration has null.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
function requestOf(exchange: Exchange): Readonly<Record<string, Json>> {
  const { body: _, isBase64Encoded: __, ...event } = toProxyEvent(exchange);
  return Object.fromEntries(Object.entries(event).map(([name, value]) => [name, value ?? {}]));
}
