import { localAccount } from '../assembly/pseudo-parameters';
import type { Authorizer } from './authorizer';

/** Nothing on this machine can check a signature: everybody is one local user. */
export const iam: Authorizer = {
  caveat: "IAM: signatures are not checked, everybody is 'arn:aws:iam::000000000000:user/local'",
  authorize: async () => ({
    identity: {
      accessKey: 'AKIALOCAL',
      accountId: localAccount,
      caller: 'AIDALOCAL',
      user: 'AIDALOCAL',
      userArn: `arn:aws:iam::${localAccount}:user/local`,
    },
  }),
};
