import type { Authorizer } from './authorizers/authorizer';
import type { Integration } from './integrations/integration';

/** Settings of one operation. */
export interface TypeSafeApiOperationOptions {
  /**
   * Whether a caller needs an API key of a usage plan, in the header x-api-key.
   *
   * @default false
   */
  readonly apiKeyRequired?: boolean;
}

/** What happens with requests for one operation, and who may send them. */
export interface TypeSafeApiIntegration {
  /** What API Gateway does with a request. */
  readonly integration: Integration;

  /**
   * Who may call the operation.
   *
   * @default - the default authorizer of the API
   */
  readonly authorizer?: Authorizer;

  /**
   * Settings of the operation.
   *
   * @default - none
   */
  readonly options?: TypeSafeApiOperationOptions;
}
