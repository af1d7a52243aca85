import type { Authorizer } from './authorizers/authorizer';
import type { Integration } from './integrations/integration';

/** Settings of one operation. */
export interface TypeSafeApiOperationOptions {
  /**
   * Whether a caller needs an API key of a usage plan, besides what the authorizer asks for. A key that the model asks for is needed in
   * any case.
   *
   * @default - what the model says, or `requiredByDefault` of the API's `apiKeyOptions`
   */
  readonly apiKeyRequired?: boolean;

  /**
   * How many requests a second API Gateway lets through in the long run, from 0, over all callers. Others get a 429.
   *
   * @default - that of the stage
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
   */
  readonly throttlingRateLimit?: number;

  /**
   * How many requests API Gateway lets through at once, a whole number from 0, over all callers. Others get a 429.
   *
   * @default - that of the stage
   */
  readonly throttlingBurstLimit?: number;
}

/** What happens with requests for one operation, and who may send them. */
export interface TypeSafeApiIntegration {
  /** What API Gateway does with a request. */
  readonly integration: Integration;

  /**
   * Who may call the operation. The security of the model counts besides: see {@link TypeSafeRestApiProps.defaultAuthorizer}.
   *
   * @default - what the model says, or the default authorizer of the API
   */
  readonly authorizer?: Authorizer;

  /**
   * Settings of the operation.
   *
   * @default - none
   */
  readonly options?: TypeSafeApiOperationOptions;
}
