import type { LocalApp, LocalRole } from '../assembly/local-app';
import { localAccount } from '../assembly/pseudo-parameters';
import { GatewayFault } from '../gateway-fault';
import type { GatewayRequest } from '../http/request';
import type { IamIdentity } from '../identities/identities';
import type { PolicyStatement } from '../policies/statement';
import { readSignature, type Signature } from '../signatures/read-signature';
import { checkSignature } from '../signatures/verify-signature';

/** Who calls, and what the policies say of that. */
export interface IamCaller {
  readonly name: string;
  readonly accountId: string;
  /** The unique id: that of the user, or of the role with the name of the session. */
  readonly userId: string;
  readonly arn: string;
  /** That of the role, for a session of one. */
  readonly principalArn: string;
  readonly statements: readonly PolicyStatement[];
  /** Whether its role has policies that are not known here, so that it may do everything. */
  readonly mayEverything: boolean;
}

/**
 * The identity that a request is signed by; nothing when it is not signed.
 * @throws GatewayFault when the signature or the credentials are not valid.
 * @see https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden
 */
export function findCaller(
  request: GatewayRequest,
  declared: ReadonlyMap<string, IamIdentity>,
): IamIdentity | undefined {
  const signature = readSignature(request);
  if (signature === undefined) return undefined;
  if ('malformed' in signature) {
    throw new GatewayFault('INVALID_SIGNATURE', signature.malformed, { error: 'IncompleteSignatureException' });
  }
  const identity = declared.get(signature.accessKeyId);
  if (identity === undefined) throw invalidToken(`no identity has the access key '${signature.accessKeyId}'`);
  checkCredentials(request, signature, identity);
  return identity;
}

function checkCredentials(request: GatewayRequest, signature: Signature, identity: IamIdentity): void {
  const { name, secretAccessKey, sessionToken, expires } = identity;
  if (signature.sessionToken !== sessionToken) throw invalidToken(`the session token is not that of '${name}'`);
  const now = request.receivedAt.getTime();
  const wrong = secretAccessKey === undefined ? undefined : checkSignature(request, signature, secretAccessKey, now);
  if (wrong !== undefined) throw new GatewayFault('INVALID_SIGNATURE', wrong);
  if (expires !== undefined && expires <= now) throw new GatewayFault('EXPIRED_TOKEN');
}

function invalidToken(note: string): GatewayFault {
  return new GatewayFault('ACCESS_DENIED', 'The security token included in the request is invalid.', { note });
}

/** The role of the app that an identity takes on. */
export function roleOf({ role }: IamIdentity, { roles }: LocalApp): LocalRole | undefined {
  return role === undefined ? undefined : roles.find(({ arn }) => arn === role || arn.split('/').at(-1) === role);
}

/** Somebody as policies see it. */
export function callerOf(identity: IamIdentity, app: LocalApp): IamCaller {
  const { name, statements } = identity;
  const role = roleOf(identity, app);
  const arn = identity.arn ?? arnOf(identity);
  const accountId = arn.split(':')[4] ?? localAccount;
  const [, roleName, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
  const isSession = roleName !== undefined && session !== undefined;
  return {
    name,
    accountId,
    userId: isSession ? `AROA${idOf(roleName)}:${session}` : `AIDA${idOf(name)}`,
    arn,
    principalArn: isSession ? (role?.arn ?? `arn:aws:iam::${accountId}:role/${roleName}`) : arn,
    statements: [...statements, ...(role?.statements ?? [])],
    mayEverything: role?.isWhole === false,
  };
}

function arnOf({ name, role }: IamIdentity): string {
  const simple = name.replace(/[^\w+=,.@-]/g, '-');
  if (role === undefined) return `arn:aws:iam::${localAccount}:user/${simple}`;
  return `arn:aws:sts::${localAccount}:assumed-role/${role.split('/').at(-1)}/${simple}`;
}

function idOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
