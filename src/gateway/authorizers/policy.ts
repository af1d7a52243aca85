import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { arrayAt, objectAt, textAt } from '../document/members';
import { GatewayFault } from '../gateway-responses';

/**
 * Applies the policy that an authorizer returned to the method that was called.
 * @returns the `authorizer` member of the request's context.
 * @throws GatewayFault when the policy does not allow the call, or when there is none.
 */
export function readVerdict(result: Json, methodArn: string): JsonObject {
  const principal = isJsonObject(result) ? member(result, 'principalId') : undefined;
  const document = isJsonObject(result) ? objectAt(result, 'policyDocument') : {};
  if (!isJsonObject(result) || typeof principal !== 'string') {
    const note = "the authorizer returned no 'principalId'";
    throw new GatewayFault('AUTHORIZER_CONFIGURATION_ERROR', undefined, { note });
  }
  const effects = statementsOf(document)
    .filter((statement) => covers(statement, methodArn))
    .map((statement) => textAt(statement, 'Effect')?.toLowerCase());
  const denied = 'User is not authorized to access this resource with an explicit deny';
  if (effects.includes('deny')) throw new GatewayFault('ACCESS_DENIED', denied);
  if (!effects.includes('allow')) throw new GatewayFault('ACCESS_DENIED');
  return { principalId: principal, integrationLatency: 0, ...objectAt(result, 'context') };
}

function statementsOf(document: JsonObject): JsonObject[] {
  const statement = member(document, 'Statement');
  return isJsonObject(statement) ? [statement] : arrayAt(document, 'Statement').filter(isJsonObject);
}

function covers(statement: JsonObject, methodArn: string): boolean {
  const matches = (name: string, value: string) =>
    [member(statement, name) ?? []].flat().some((pattern) => typeof pattern === 'string' && wildcard(pattern, value));
  return matches('Action', 'execute-api:Invoke') && matches('Resource', methodArn);
}

function wildcard(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'is').test(value);
}
