import { authorizerKind } from '../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { IntegrationParameterLocation } from '../integrations/integration';
import type { IntegratedOperation } from './check-integrations';
import { expressionsOf, headerOf } from './identity-source';

/** The headers of a request that is signed with AWS credentials. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
const signed = ['Authorization', 'X-Amz-Date', 'X-Amz-Security-Token', 'X-Amz-Content-Sha256'];

/**
 * The headers that requests for the operations of an API may have: those that operations declare, that of a body, and those that
 * credentials are in, as the model and the app say.
 * @param schemes the security schemes of the app
 */
export function requestHeaders(
  { components }: JsonObject,
  integrated: readonly IntegratedOperation[],
  schemes: JsonObject,
): string[] {
  const declared = integrated.flatMap(({ operation }) =>
    operation.parameters.filter(({ location }) => location === IntegrationParameterLocation.HEADER),
  );
  const hasBody = integrated.some(({ operation }) => operation.contentTypes.length > 0);
  const inModel =
    isJsonObject(components) && isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
  return [
    ...declared.map(({ name }) => name),
    ...(hasBody ? ['Content-Type'] : []),
    ...[...Object.values(inModel), ...Object.values(schemes)].flatMap(credentialHeaders),
  ];
}

function credentialHeaders(scheme: Json): string[] {
  if (!isJsonObject(scheme)) return [];
  if (authorizerKind(scheme) === 'iam') return signed;
  const authorizer = scheme['x-amazon-apigateway-authorizer'];
  const source = isJsonObject(authorizer) ? authorizer.identitySource : undefined;
  const sources = typeof source === 'string' ? expressionsOf(source).flatMap((each) => headerOf(each) ?? []) : [];
  if (scheme.type !== 'apiKey') return ['Authorization', ...sources];
  const named = scheme.in === 'header' && typeof scheme.name === 'string' && scheme.name !== 'Unused';
  return [...(named ? [String(scheme.name)] : []), ...sources];
}
