import { isJsonObject, type JsonObject } from '../../shared/json';

/** What API Gateway checks callers by. */
export type AuthorizerKind = 'iam' | 'cognito' | 'lambda';

/**
 * The authorizer that a security scheme stands for; nothing where API Gateway does not know the scheme. The type of a Lambda authorizer is
 * any text, what begins with `aws` is reserved for IAM; `jwt` authorizers are of HTTP APIs only.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 */
export function authorizerKind(scheme: JsonObject | undefined): AuthorizerKind | undefined {
  const authType = scheme?.['x-amazon-apigateway-authtype'];
  const authorizer = scheme?.['x-amazon-apigateway-authorizer'];
  const type = isJsonObject(authorizer) ? String(authorizer.type ?? '').toLowerCase() : '';
  if (typeof authType === 'string' && /^aws/i.test(authType)) return 'iam';
  if (type === 'cognito_user_pools' || String(authType).toLowerCase() === 'cognito_user_pools') return 'cognito';
  if (type === 'jwt') return undefined;
  return authType !== undefined || isJsonObject(authorizer) ? 'lambda' : undefined;
}

/**
 * Whether the authorizer of a scheme says which kind of Lambda authorizer it is; without that, API Gateway does not import it.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 */
export function hasLambdaType({ 'x-amazon-apigateway-authorizer': authorizer }: JsonObject): boolean {
  return isJsonObject(authorizer) && /^(?:token|request)$/i.test(String(authorizer.type));
}

/** Whether a scheme is an API key in the one header where API Gateway looks for it, without an authorizer that reads the header. */
export function isApiKey(scheme: JsonObject | undefined): boolean {
  if (scheme === undefined || authorizerKind(scheme) !== undefined) return false;
  return scheme.type === 'apiKey' && scheme.in === 'header' && String(scheme.name).toLowerCase() === 'x-api-key';
}
