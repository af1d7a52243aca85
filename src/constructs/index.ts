export {
  ApiGatewayAuthorizer,
  Authorizer,
  AuthorizerDefinition,
  AuthorizerGrantProps,
  AuthorizerRenderProps,
  AuthorizerScheme,
} from './authorizers/authorizer';
export { Authorizers } from './authorizers/authorizers';
export { CognitoAuthorizer, CognitoAuthorizerProps } from './authorizers/cognito-authorizer';
export { CustomAuthorizer, CustomAuthorizerProps, CustomAuthorizerType } from './authorizers/custom-authorizer';
export { IamAuthorizer } from './authorizers/iam-authorizer';
export { NoAuthorizer } from './authorizers/no-authorizer';
export { HandlerFunction, HandlerFunctionProps } from './handler-function';
export {
  ApiGatewayIntegration,
  ApiGatewayIntegrationResponse,
  ApiGatewayIntegrationTlsConfig,
} from './integrations/api-gateway-integration';
export { ErrorIntegrationResponses } from './integrations/error-integration-responses';
export {
  Integration,
  IntegrationGrantProps,
  IntegrationOperationProps,
  IntegrationRenderProps,
} from './integrations/integration';
export { IntegrationResponseSet, IntegrationResponseSetRenderProps } from './integrations/integration-response-set';
export {
  CustomIntegrationResponseSetProps,
  DefaultPassthroughProps,
  IntegrationResponseSets,
} from './integrations/integration-response-sets';
export { Integrations } from './integrations/integrations';
export { LambdaIntegration } from './integrations/lambda-integration';
export { MockIntegration, MockIntegrationProps } from './integrations/mock-integration';
export { S3Integration, S3IntegrationProps } from './integrations/s3-integration';
export { TypeSafeApiIntegration, TypeSafeApiOperationOptions } from './type-safe-api-integration';
export { TypeSafeRestApi, TypeSafeRestApiProps } from './type-safe-rest-api';
