import type { JsonObject } from '../../shared/json';
import type { PolicyStatement } from '../policies/statement';

/** Where callers are declared, in the folder of the API. */
export const identitiesFile = 'identities.json';

/** The callers that are known on this machine, as `identities.json` declares them. */
export interface Identities {
  /** By the id of the access key; nothing when none are declared, and then everybody is one local user. */
  readonly iam?: ReadonlyMap<string, IamIdentity>;
  /** Users of Cognito by name. */
  readonly cognito: ReadonlyMap<string, CognitoUser>;
  /** Nothing when none are declared, and then any value may do. */
  readonly apiKeys?: readonly DeclaredKey[];
}

/** Somebody who signs requests. */
export interface IamIdentity {
  readonly name: string;
  readonly accessKeyId: string;
  /** Signatures are verified when it is there. */
  readonly secretAccessKey?: string;
  /** What `X-Amz-Security-Token` has to be, for temporary credentials. */
  readonly sessionToken?: string;
  /** Milliseconds since 1970 from which on the credentials are no longer valid. */
  readonly expires?: number;
  /** The ARN that was given; one of a user, or of a session of the role, unless it was. */
  readonly arn?: string;
  /** The name or ARN of a role of the app, whose policies apply. */
  readonly role?: string;
  /** What the identity may do besides. */
  readonly statements: readonly PolicyStatement[];
}

/** A user of a Cognito user pool. */
export interface CognitoUser {
  readonly name: string;
  /** The name, id or ARN of the pool; every pool knows the user when it is absent. */
  readonly userPool?: string;
  readonly claims: JsonObject;
  /** The scopes of the user's access token. */
  readonly scopes: readonly string[];
}

/** An API key with its value. */
export interface DeclaredKey {
  /** That of an API key of the app, whose value and usage plans it then stands for; any other works for every API. */
  readonly name: string;
  readonly value: string;
  readonly enabled?: boolean;
}

/** When nothing is declared. */
export const noIdentities: Identities = { cognito: new Map() };
