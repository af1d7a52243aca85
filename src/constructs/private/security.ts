import type { Construct } from 'constructs';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { Authorizer, AuthorizerDefinition, AuthorizerScheme } from '../authorizers/authorizer';
import type { IntegratedOperation } from './check-integrations';
import { constructError } from './construct-error';

/** The security of all operations of an API. */
export interface Security {
  /** By the id of the operation, what its object in the document gets. */
  readonly operations: ReadonlyMap<string, JsonObject>;
  readonly schemes: JsonObject;
  /** Each authorizer once. */
  readonly authorizers: readonly Authorizer[];
  /** Operations that the model secures in a way that API Gateway does not know, and that have no authorizer. */
  readonly unsecured: readonly string[];
}

const apiKeyScheme = 'api_key';

/** Works out who may call which operation. The choice of the app replaces that of the model. */
export function secureOperations(
  scope: Construct,
  document: JsonObject,
  integrated: readonly IntegratedOperation[],
  defaultAuthorizer: Authorizer | undefined,
): Security {
  const authorizers = new Map<string, Authorizer>();
  const schemes = new Map<string, JsonObject>();
  const operations = new Map<string, JsonObject>();
  const unsecured: string[] = [];
  const native = nativeSchemes(document);
  for (const { operation, setup } of integrated) {
    const authorizer = setup.authorizer ?? defaultAuthorizer;
    const definition = authorizer?.render({ scope });
    if (authorizer !== undefined && definition?.scheme !== undefined) {
      addScheme(scope, schemes, authorizer.authorizerId, renderScheme(definition.scheme));
      authorizers.set(authorizer.authorizerId, authorizer);
    }
    const declared = operation.document.security;
    const kept = authorizer === undefined ? nativeRequirements(declared, native) : undefined;
    if (authorizer === undefined && isSecured(declared) && !isSecured(kept)) unsecured.push(operation.operationId);
    for (const name of namesOf(kept)) schemes.set(name, native.get(name) ?? {});
    const apiKey = setup.options?.apiKeyRequired === true;
    if (apiKey) schemes.set(apiKeyScheme, { type: 'apiKey', name: 'x-api-key', in: 'header' });
    operations.set(operation.operationId, renderSecurity(authorizer, definition, kept, apiKey));
  }
  return { operations, schemes: Object.fromEntries(schemes), authorizers: [...authorizers.values()], unsecured };
}

function renderSecurity(
  authorizer: Authorizer | undefined,
  definition: AuthorizerDefinition | undefined,
  kept: readonly Json[] | undefined,
  apiKey: boolean,
): JsonObject {
  const key: JsonObject = apiKey ? { [apiKeyScheme]: [] } : {};
  if (authorizer === undefined || definition === undefined) {
    if (isSecured(kept)) return { security: kept.map((requirement) => ({ ...(requirement as JsonObject), ...key })) };
    return apiKey ? { security: [key] } : {};
  }
  if (definition.scheme === undefined) {
    return { security: apiKey ? [key] : [], 'x-amazon-apigateway-auth': { type: 'NONE' } };
  }
  return { security: [{ [authorizer.authorizerId]: definition.scopes ?? [], ...key }] };
}

function renderScheme({ authType, headerName = 'Authorization', authorizer }: AuthorizerScheme): JsonObject {
  const scheme = { type: 'apiKey', name: headerName, in: 'header', 'x-amazon-apigateway-authtype': authType };
  if (authorizer === undefined) return scheme;
  const { providerArns, ...rest } = authorizer;
  const defined = Object.entries({ ...rest, providerARNs: providerArns }).filter(([, value]) => value !== undefined);
  return { ...scheme, 'x-amazon-apigateway-authorizer': Object.fromEntries(defined) as JsonObject };
}

function addScheme(scope: Construct, schemes: Map<string, JsonObject>, id: string, scheme: JsonObject): void {
  const known = schemes.get(id);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(scheme)) {
    throw constructError(scope, `two different authorizers have the id '${id}'; give each its own 'authorizerId'`);
  }
  schemes.set(id, scheme);
}

/** The schemes of the model that API Gateway checks by itself. */
function nativeSchemes({ components }: JsonObject): ReadonlyMap<string, JsonObject> {
  const schemes =
    isJsonObject(components) && isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
  const native = Object.entries(schemes).filter((entry): entry is [string, JsonObject] => {
    const [, scheme] = entry;
    if (!isJsonObject(scheme)) return false;
    const isKey =
      scheme.type === 'apiKey' && scheme.in === 'header' && String(scheme.name).toLowerCase() === 'x-api-key';
    return isKey || scheme['x-amazon-apigateway-authtype'] !== undefined;
  });
  return new Map(native);
}

/** Requirements all of whose schemes API Gateway knows. */
function nativeRequirements(declared: Json | undefined, native: ReadonlyMap<string, JsonObject>): Json[] {
  if (!Array.isArray(declared)) return [];
  return declared.filter((requirement: Json) => {
    const names = namesOf([requirement]);
    return names.length > 0 && names.every((name) => native.has(name));
  });
}

function isSecured(security: Json | readonly Json[] | undefined): security is readonly Json[] {
  return Array.isArray(security) && security.some((requirement: Json) => namesOf([requirement]).length > 0);
}

function namesOf(security: readonly Json[] | undefined): string[] {
  return (security ?? []).flatMap((requirement) => (isJsonObject(requirement) ? Object.keys(requirement) : []));
}
