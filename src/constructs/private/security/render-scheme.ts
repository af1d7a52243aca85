import { type AuthorizerKind, authorizerKind, hasLambdaType } from '../../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';
import type { AuthorizerScheme } from '../../authorizers/authorizer';
import { type NamedOperation, operationError } from '../operation-error';
import type { NativeScheme } from './model-security';

/** The security scheme for API keys. */
export const apiKeyScheme: JsonObject = { type: 'apiKey', name: 'x-api-key', in: 'header' };

/** The member that a scheme's authorizer needs, by its kind. */
const sources: Readonly<Record<AuthorizerKind, string | undefined>> = {
  iam: undefined,
  cognito: 'providerARNs',
  lambda: 'authorizerUri',
};

/** The security scheme of an authorizer of the app. */
export function renderScheme({ authType, headerName = 'Authorization', authorizer }: AuthorizerScheme): JsonObject {
  const scheme = { type: 'apiKey', name: headerName, in: 'header', 'x-amazon-apigateway-authtype': authType };
  if (authorizer === undefined) return scheme;
  const { providerArns, ...rest } = authorizer;
  const defined = Object.entries({ ...rest, providerARNs: providerArns }).filter(([, value]) => value !== undefined);
  return { ...scheme, 'x-amazon-apigateway-authorizer': Object.fromEntries(defined) as JsonObject };
}

/**
 * A security scheme of the model that no authorizer of the app implements. API Gateway imports schemes of the type `apiKey` in headers.
 * @throws Error when it says too little to be an authorizer by itself
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function renderNative(operation: NamedOperation, { name, kind, scheme }: NativeScheme): JsonObject {
  const authorizer = scheme['x-amazon-apigateway-authorizer'];
  const source = sources[kind];
  if (source !== undefined && (!isJsonObject(authorizer) || authorizer[source] === undefined)) {
    throw operationError(
      operation,
      `the model secures it by '${name}', and nothing says which authorizer that is; give it an authorizer with the authorizerId '${name}', or write x-amazon-apigateway-authorizer with ${source} into the scheme`,
    );
  }
  checkType(operation, { name, kind, scheme });
  // API Gateway believes this and not the type of the authorizer, and refuses one of the other kind.
  const authType = kind === 'cognito' ? 'cognito_user_pools' : (scheme['x-amazon-apigateway-authtype'] ?? 'custom');
  return {
    type: 'apiKey',
    name: headerNameOf(scheme),
    in: 'header',
    'x-amazon-apigateway-authtype': authType,
    ...(isJsonObject(authorizer) ? { 'x-amazon-apigateway-authorizer': authorizer } : {}),
  };
}

/**
 * The first member of a scheme of the model that an authorizer of the app has differently; nothing where they agree. What the model does
 * not say, the app may.
 */
export function differenceOf(model: JsonObject, app: JsonObject): string | undefined {
  const header = headerNameOf(model);
  const unlike = String(app.name).toLowerCase() !== header.toLowerCase();
  if (unlike && authorizerKind(model) !== 'iam' && ![header, app.name].includes('Unused')) return 'name';
  const said = model['x-amazon-apigateway-authorizer'];
  const given = app['x-amazon-apigateway-authorizer'];
  if (!isJsonObject(said)) return undefined;
  return Object.keys(said).find((member) => textOf(said[member]) !== textOf(isJsonObject(given) ? given[member] : ''));
}

function checkType(operation: NamedOperation, native: Pick<NativeScheme, 'name' | 'kind' | 'scheme'>): void {
  if (native.kind !== 'lambda' || hasLambdaType(native.scheme)) return;
  throw operationError(
    operation,
    `x-amazon-apigateway-authorizer of '${native.name}' has no type that API Gateway knows; write 'type: token' or 'type: request' into it`,
  );
}

function headerNameOf(scheme: JsonObject): string {
  const authorizer = scheme['x-amazon-apigateway-authorizer'];
  if (isJsonObject(authorizer) && String(authorizer.identitySource ?? '').includes(',')) return 'Unused';
  if (scheme.type !== 'apiKey') return 'Authorization';
  return scheme.in === 'header' && typeof scheme.name === 'string' ? scheme.name : 'Unused';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value).toLowerCase();
}
