import { localAccount, localRegion } from '../assembly/pseudo-parameters';
import { GatewayFault } from '../gateway-fault';
import { methodArn } from '../http/exchange';
import type { Authorization, Authorizer } from './authorizer';
import { callerOf, findCaller, roleOf } from './iam-caller';
import { checkInvocation } from './iam-permissions';

/** Callers are those that are declared, by the access keys they sign with; where none are, everybody is one local user. */
export const iam: Authorizer = {
  caveats: (_, { identities, app }) => {
    const { iam: declared } = identities;
    if (declared === undefined) {
      return [
        `IAM: signatures are not checked, everybody is '${everybody.userArn}'; declare callers in identities.json`,
      ];
    }
    const all = [...declared.values()];
    const unverified = all.filter(({ secretAccessKey }) => secretAccessKey === undefined);
    const lost = all.filter((identity) => identity.role !== undefined && roleOf(identity, app) === undefined);
    const partly = all.filter((identity) => roleOf(identity, app)?.isWhole === false);
    const named = (some: typeof all) => some.map(({ name }) => name).join(', ');
    return [
      ...(unverified.length === 0
        ? []
        : [`IAM: signatures are not checked without a secretAccessKey: ${named(unverified)}`]),
      ...(lost.length === 0 ? [] : [`IAM: roles that are not part of the app allow nothing: ${named(lost)}`]),
      ...(partly.length === 0
        ? []
        : [
            `IAM: policies that are not part of the app are not known, so their roles may do everything: ${named(partly)}`,
          ]),
    ];
  },
  authorize: async (exchange, _, { identities, app }): Promise<Authorization> => {
    if (identities.iam === undefined) return { identity: everybody };
    const identity = findCaller(exchange.request, identities.iam);
    if (identity === undefined)
      throw new GatewayFault('MISSING_AUTHENTICATION_TOKEN', undefined, { note: 'the request is not signed' });
    const caller = callerOf(identity, app);
    checkInvocation(caller, methodArn(exchange, localRegion()));
    const { accountId, userId, arn } = caller;
    return { identity: { accessKey: identity.accessKeyId, accountId, caller: userId, user: userId, userArn: arn } };
  },
};

const everybody = {
  accessKey: 'AKIALOCAL',
  accountId: localAccount,
  caller: 'AIDALOCAL',
  user: 'AIDALOCAL',
  userArn: `arn:aws:iam::${localAccount}:user/local`,
};
