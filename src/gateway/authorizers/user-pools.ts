import type { CognitoUser } from '../identities/identities';

/** The id of a pool that exists: `eu-west-1_AbCdEf`. */
const deployedPool = /:userpool\/([a-z0-9-]+_\w+)$/;

/** Whether one of the pools of an authorizer is that of a user, as far as it says. */
export function knows(pools: readonly string[], { userPool }: CognitoUser): boolean {
  if (userPool === undefined || pools.length === 0) return true;
  return pools.some((pool) => pool === userPool || pool.split('/').at(-1) === userPool);
}

/**
 * Whether an issuer is one of the pools. Pools that the app creates have no id yet, so any may be them.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export function isIssuer(pools: readonly string[], issuer: string): boolean {
  const ids = pools.map((pool) => deployedPool.exec(pool)?.[1]);
  return ids.length === 0 || ids.some((id) => id === undefined || issuer.endsWith(`/${id}`));
}
