import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { objectAt } from '../document/members';
import { GatewayFault } from '../gateway-fault';
import { evaluate } from '../policies/evaluate';
import { readStatements } from '../policies/statement';

/**
 * Applies the policy that an authorizer returned to the method that was called.
 * @returns the `authorizer` member of the request's context.
 * @throws GatewayFault when the policy does not allow the call, or when there is none.
 */
export function readVerdict(result: Json, methodArn: string): JsonObject {
  const principal = isJsonObject(result) ? member(result, 'principalId') : undefined;
  if (!isJsonObject(result) || typeof principal !== 'string') {
    const note = "the authorizer returned no 'principalId'";
    throw new GatewayFault('AUTHORIZER_CONFIGURATION_ERROR', undefined, { note });
  }
  const statements = readStatements(objectAt(result, 'policyDocument')).filter(
    ({ resources }) => resources !== undefined,
  );
  const request = { action: 'execute-api:Invoke', resource: methodArn, context: new Map<string, string>() };
  const verdict = evaluate(statements, request);
  const denied = 'User is not authorized to access this resource with an explicit deny';
  if (verdict === 'denied') throw new GatewayFault('ACCESS_DENIED', denied);
  if (verdict === 'silent') throw new GatewayFault('ACCESS_DENIED');
  return { principalId: principal, integrationLatency: 0, ...objectAt(result, 'context') };
}
