import type { AuthorizerSpec } from '../document/route';
import type { Authorizer } from './authorizer';
import { cognito } from './cognito';
import { custom } from './custom';
import { iam } from './iam';

/** Lets everything through, and says so. */
const unknown: Authorizer = {
  caveats: ({ name }) => [`authorizer '${name}': its type is not known, so every request is let through`],
  authorize: async () => ({}),
};

/** The authorizers by kind. Adding one is a file beside this one and a line here. */
const authorizers: Readonly<Record<AuthorizerSpec['kind'], Authorizer>> = {
  iam,
  cognito,
  token: custom,
  request: custom,
  unknown,
};

/** The authorizer of a kind. */
export function findAuthorizer(kind: AuthorizerSpec['kind']): Authorizer {
  return authorizers[kind];
}
