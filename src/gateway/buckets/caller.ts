import type { LocalApp, LocalBucket, LocalRole } from '../assembly/local-app';
import { localAccount, localRegion } from '../assembly/pseudo-parameters';
import { configurationFault } from '../gateway-fault';
import { evaluate, includes, type PolicyRequest } from '../policies/evaluate';
import type { PolicyStatement } from '../policies/statement';
import type { Caller } from './s3-call';

/** Somebody of whom nothing is known: whoever that is may do everything. */
const anybody: Caller = { refusal: () => undefined };

/**
 * The role that the credentials of an integration name, with what its policies and those of the buckets say. A role that is not part of
 * the app, or that has policies which are not, may do everything.
 * @throws GatewayFault when API Gateway may not take on the role.
 */
export function callerOf(credentials: string, app: LocalApp): Caller {
  const role = findRole(credentials, app);
  if (role?.trustsApiGateway === false) {
    throw configurationFault(`API Gateway does not have permission to assume the provided role ${role.arn}`);
  }
  if (role === undefined || !role.isWhole) return anybody;
  return {
    refusal: (action, resource, prefix) => {
      const request: PolicyRequest = { action, resource, context: contextOf(role, prefix) };
      const bucket = app.buckets.find(({ name }) => name === /^arn:[^:]*:s3:::([^/]*)/.exec(resource)?.[1]);
      const ofBucket = statementsFor(role, bucket);
      const verdict = evaluate([...role.statements, ...ofBucket], request);
      if (verdict === 'allowed') return undefined;
      const because =
        verdict === 'silent'
          ? `because no identity-based policy allows the ${action} action`
          : `with an explicit deny in ${evaluate(ofBucket, request) === 'denied' ? 'a resource' : 'an identity'}-based policy`;
      return `User: ${sessionOf(role)} is not authorized to perform: ${action} on resource: "${resource}" ${because}`;
    },
  };
}

/** The role of the app that credentials name. */
export function findRole(credentials: string, { roles }: LocalApp): LocalRole | undefined {
  return roles.find(({ arn }) => arn === credentials);
}

/** What the policies of a bucket say of a role. A statement on the whole account can deny, but leaves it to the role's policies to allow. */
function statementsFor({ arn }: LocalRole, bucket: LocalBucket | undefined): readonly PolicyStatement[] {
  const account = [localAccount, `arn:aws:iam::${localAccount}:root`];
  return (bucket?.policy ?? []).filter(({ effect, principals }) => {
    if (principals === undefined) return false;
    const names = effect === 'deny' ? [arn, ...account] : [arn];
    const isMeant = (name: string) => includes(principals, name);
    return principals.excluded ? names.every(isMeant) : names.some(isMeant);
  });
}

/** Calls of the gateway are signed and encrypted, and come from the account of the app. */
function contextOf({ arn }: LocalRole, prefix: string | undefined): PolicyRequest['context'] {
  return new Map([
    ['s3:prefix', prefix],
    ['aws:securetransport', 'true'],
    ['aws:principalarn', arn],
    ['aws:principalaccount', localAccount],
    ['aws:resourceaccount', localAccount],
    ['s3:resourceaccount', localAccount],
    ['aws:requestedregion', localRegion()],
  ]);
}

function sessionOf({ arn }: LocalRole): string {
  return `arn:aws:sts::${localAccount}:assumed-role/${arn.split('/').at(-1)}/BackplaneAssumeRoleSession`;
}
