import { type AuthorizerKind, authorizerKind } from '../../../openapi/gateway';
import type { Authorizer, AuthorizerDefinition } from '../../authorizers/authorizer';
import { renderScheme } from './render-scheme';

/** The authorizer that the app names for an operation. */
export interface NamedAuthorizer {
  readonly authorizer: Authorizer;
  readonly definition: AuthorizerDefinition;
  /** Whether it is that of the API, because the operation has none of its own. */
  readonly isDefault: boolean;
}

/** An authorizer that lets not everybody in. */
export interface ClosedAuthorizer extends NamedAuthorizer {
  readonly definition: AuthorizerDefinition & Required<Pick<AuthorizerDefinition, 'scheme'>>;
}

/** What the app says about who may call an operation. */
export interface AppSecurity {
  readonly authorizer: NamedAuthorizer | undefined;
  /** What the operation says itself. */
  readonly apiKeyRequired: boolean | undefined;
  readonly apiKeyRequiredByDefault: boolean;
}

export function isClosed(named: NamedAuthorizer | undefined): named is ClosedAuthorizer {
  return named?.definition.scheme !== undefined;
}

/** What an authorizer of the app is to API Gateway. */
export function kindOf({ definition }: ClosedAuthorizer): AuthorizerKind | undefined {
  return authorizerKind(renderScheme(definition.scheme));
}

/** Whether requests without credentials cannot get past an authorizer: all but functions that are asked about every request. */
export function refusesAnonymous(named: ClosedAuthorizer): boolean {
  const { type, identitySource } = named.definition.scheme.authorizer ?? {};
  return kindOf(named) !== 'lambda' || type?.toLowerCase() !== 'request' || identitySource !== undefined;
}

/** How a message calls an authorizer of the app. */
export function describe({ authorizer, isDefault }: NamedAuthorizer): string {
  return `${isDefault ? 'the default authorizer' : 'its authorizer'} '${authorizer.authorizerId}'`;
}
