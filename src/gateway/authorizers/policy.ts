import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { objectAt } from '../document/members';
import { GatewayFault } from '../gateway-fault';
import { evaluate } from '../policies/evaluate';
import { readStatements } from '../policies/statement';

/** What an authorizer returned. @throws GatewayFault when it does not say of whom. */
export function readResult(result: Json): JsonObject {
  if (isJsonObject(result) && typeof member(result, 'principalId') === 'string') return result;
  const note = "the authorizer returned no 'principalId'";
  throw new GatewayFault('AUTHORIZER_CONFIGURATION_ERROR', undefined, { note });
}

/**
 * Applies the policy that an authorizer returned to the method that was called.
 * @returns the `authorizer` member of the request's context.
 * @throws GatewayFault when the policy does not allow the call, or when there is none.
 */
export function readVerdict(result: JsonObject, methodArn: string): JsonObject {
  const statements = readStatements(objectAt(result, 'policyDocument')).filter(
    ({ resources }) => resources !== undefined,
  );
  const request = { action: 'execute-api:Invoke', resource: methodArn, context: new Map<string, string>() };
  const verdict = evaluate(statements, request);
  const denied = 'User is not authorized to access this resource with an explicit deny';
  if (verdict === 'denied') throw new GatewayFault('ACCESS_DENIED', denied);
  if (verdict === 'silent') throw new GatewayFault('ACCESS_DENIED');
  return { principalId: member(result, 'principalId') ?? null, integrationLatency: 0, ...objectAt(result, 'context') };
}
