import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { objectAt, textAt } from '../document/members';
import { GatewayFault } from '../gateway-fault';
import { evaluate } from '../policies/evaluate';
import { readStatements } from '../policies/statement';
import type { Authorization } from './authorizer';

/**
 * What an authorizer returned.
 * @throws GatewayFault when it does not say of whom and what they may do, or has a context that requests cannot carry.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function readResult(result: Json): JsonObject {
  if (!isJsonObject(result) || typeof member(result, 'principalId') !== 'string') {
    throw misconfigured("the authorizer returned no 'principalId'");
  }
  if (member(objectAt(result, 'policyDocument'), 'Statement') === undefined) {
    throw misconfigured("the authorizer returned no 'policyDocument' with a 'Statement'");
  }
  const context = member(result, 'context') ?? {};
  const deep = Object.entries(context).find(([, value]) => typeof value === 'object' && value !== null)?.[0];
  if (deep !== undefined) {
    throw misconfigured(`'${deep}' of the authorizer's context is no text, number or boolean; make a text of it`);
  }
  return result;
}

function misconfigured(note: string): GatewayFault {
  return new GatewayFault('AUTHORIZER_CONFIGURATION_ERROR', undefined, { note });
}

/**
 * Applies the policy that an authorizer returned to the method that was called. The values of its context become texts.
 * @throws GatewayFault when the policy does not allow the call, or when there is none.
 */
export function readVerdict(result: JsonObject, methodArn: string): Authorization {
  const statements = readStatements(objectAt(result, 'policyDocument')).filter(
    ({ resources }) => resources !== undefined,
  );
  const request = { action: 'execute-api:Invoke', resource: methodArn, context: new Map<string, string>() };
  const verdict = evaluate(statements, request);
  const note = `the authorizer's policy ${verdict === 'denied' ? 'denies' : 'does not allow'} ${methodArn}`;
  const denied = 'User is not authorized to access this resource with an explicit deny';
  if (verdict === 'denied') throw new GatewayFault('ACCESS_DENIED', denied, { note });
  if (verdict === 'silent') throw new GatewayFault('ACCESS_DENIED', undefined, { note });
  const texts = Object.entries(objectAt(result, 'context')).map(([name, value]) => [name, String(value)]);
  const apiKey = textAt(result, 'usageIdentifierKey');
  return {
    authorizer: {
      principalId: member(result, 'principalId') ?? null,
      integrationLatency: 0,
      ...Object.fromEntries(texts),
    },
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}
