import { GatewayFault } from '../gateway-fault';
import { evaluate, type PolicyRequest } from '../policies/evaluate';
import type { IamCaller } from './iam-caller';

const action = 'execute-api:Invoke';

/**
 * Applies the policies of a caller to a method.
 * @throws GatewayFault when they do not allow to invoke it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export function checkInvocation(caller: IamCaller, methodArn: string): void {
  const statements = caller.statements.filter(({ resources }) => resources !== undefined);
  const verdict = evaluate(statements, { action, resource: methodArn, context: contextOf(caller) });
  if (verdict === 'allowed' || (verdict === 'silent' && caller.mayEverything)) return;
  const because = verdict === 'denied' ? ' with an explicit deny' : '';
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${masked(methodArn)}${because}`;
  const note = `the policies of '${caller.name}' ${verdict === 'denied' ? 'deny' : 'do not allow'} ${action} on ${methodArn}`;
  throw new GatewayFault('ACCESS_DENIED', message, { note });
}

/** All but the last four digits of the account are hidden from the client. */
function masked(arn: string): string {
  return arn.replace(/:\d{8}(\d{4}):/, ':********$1:');
}

/** Keys of conditions; where the call comes from counts for nothing on this machine. */
function contextOf({ accountId, arn, principalArn, userId }: IamCaller): PolicyRequest['context'] {
  const user = /:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  return new Map([
    ['aws:principalarn', principalArn],
    ['aws:principalaccount', accountId],
    ['aws:principaltype', user === undefined ? 'AssumedRole' : 'User'],
    ['aws:userid', userId],
    ['aws:username', user],
  ]);
}
