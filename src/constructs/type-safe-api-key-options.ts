import type { ApiKeySourceType } from 'aws-cdk-lib/aws-apigateway';

/**
 * API keys, by which usage plans tell callers apart. They are no means to tell who calls: for that there are authorizers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export interface TypeSafeApiKeyOptions {
  /**
   * Where the key comes from: the header `x-api-key`, or the `usageIdentifierKey` that a custom authorizer answers with. In the second
   * case every operation that needs a key must have a custom authorizer.
   *
   * @default ApiKeySourceType.HEADER
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
   */
  readonly source?: ApiKeySourceType;

  /**
   * Whether operations need a key that do not say otherwise. Operations that the model lets anybody call, by `security: []`, need none.
   *
   * @default false
   */
  readonly requiredByDefault?: boolean;
}
