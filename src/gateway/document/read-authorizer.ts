import { isApiKey } from '../../openapi/gateway/security-schemes';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { arrayAt, mapTexts, objectAt, textAt } from './members';
import type { AuthorizerSpec } from './route';
import { type StageVariables, withVariables } from './stage-variables';

/** The authorizer of an operation. Root-level `security` counts for nothing, as with API Gateway. */
export function readAuthorizer(
  operation: JsonObject,
  document: JsonObject,
  variables: StageVariables,
): AuthorizerSpec | undefined {
  const override = textAt(objectAt(operation, 'x-amazon-apigateway-auth'), 'type')?.toUpperCase();
  if (override === 'NONE') return undefined;
  if (override === 'AWS_IAM') return { name: 'AWS_IAM', kind: 'iam', scheme: {}, scopes: [] };
  for (const { name, scheme, scopes } of schemesOf(operation, document)) {
    if (isApiKey(scheme)) continue;
    const filled = mapTexts(scheme, (text) => withVariables(text, variables));
    return { name, kind: kindOf(scheme), scheme: filled, scopes };
  }
  return undefined;
}

/** True when one of the operation's schemes is a plain API key. */
export function requiresApiKey(operation: JsonObject, document: JsonObject): boolean {
  return schemesOf(operation, document).some(({ scheme }) => isApiKey(scheme));
}

function schemesOf(operation: JsonObject, document: JsonObject): Omit<AuthorizerSpec, 'kind'>[] {
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes');
  return arrayAt(operation, 'security')
    .filter(isJsonObject)
    .flatMap((requirement) =>
      Object.keys(requirement).map((name) => ({
        name,
        scheme: objectAt(schemes, name),
        scopes: arrayAt(requirement, name).map(String),
      })),
    );
}

function kindOf(scheme: JsonObject): AuthorizerSpec['kind'] {
  const type = textAt(scheme, 'x-amazon-apigateway-authtype')?.toLowerCase();
  if (type === 'awssigv4') return 'iam';
  const authorizer = textAt(objectAt(scheme, 'x-amazon-apigateway-authorizer'), 'type')?.toLowerCase();
  if (type === 'cognito_user_pools' || authorizer === 'cognito_user_pools') return 'cognito';
  return authorizer === 'token' || authorizer === 'request' ? authorizer : 'unknown';
}
