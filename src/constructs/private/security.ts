import { ApiKeySourceType } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { JsonObject } from '../../shared/json';
import type { Authorizer, AuthorizerDefinition } from '../authorizers/authorizer';
import type { TypeSafeApiKeyOptions } from '../type-safe-api-key-options';
import type { IntegratedOperation } from './check-integrations';
import { type NamedOperation, operationError } from './operation-error';
import { type AppSecurity, kindOf, type NamedAuthorizer } from './security/app-security';
import { type Access, mergeSecurity } from './security/merge-security';
import { type ModelSecurity, modelSecurity } from './security/model-security';
import { apiKeyScheme, renderNative, renderScheme } from './security/render-scheme';
import { SecuritySchemes } from './security/security-schemes';
import { warnSecurity } from './security/warn-security';

/** The security of all operations of an API. */
export interface Security {
  /** By the id of the operation, what its object in the document gets. */
  readonly operations: ReadonlyMap<string, JsonObject>;
  /** What the document itself gets. */
  readonly document: JsonObject;
  readonly schemes: JsonObject;
  /** Each authorizer once. */
  readonly authorizers: readonly Authorizer[];
}

/** What the app says for all operations. */
export interface SecurityOptions {
  readonly defaultAuthorizer?: Authorizer;
  readonly apiKeyOptions?: TypeSafeApiKeyOptions;
}

/** The name of the security scheme for API keys where the model has none. */
const ownKey = 'api_key';

/** Works out who may call which operation, and warns of what may be called without anybody having said so. */
export function secureOperations(
  scope: Construct,
  document: JsonObject,
  integrated: readonly IntegratedOperation[],
  { defaultAuthorizer, apiKeyOptions }: SecurityOptions,
): Security {
  const schemes = new SecuritySchemes(scope);
  const definitions = new Map<Authorizer, AuthorizerDefinition>();
  const operations = new Map<string, JsonObject>();
  const accesses = new Map<string, Access & { readonly keyed: boolean }>();
  const authorizers = new Map<string, Authorizer>();
  const name = (authorizer: Authorizer, isDefault: boolean): NamedAuthorizer => {
    const definition = definitions.get(authorizer) ?? authorizer.render({ scope });
    definitions.set(authorizer, definition);
    return { authorizer, definition, isDefault };
  };
  for (const { operation, setup } of integrated) {
    const authorizer = setup.authorizer ?? defaultAuthorizer;
    const app: AppSecurity = {
      authorizer: authorizer && name(authorizer, setup.authorizer === undefined),
      apiKeyRequired: setup.options?.apiKeyRequired,
      apiKeyRequiredByDefault: apiKeyOptions?.requiredByDefault === true,
    };
    const named = { ...operation, scope };
    const model = modelSecurity(document, operation.document);
    const access = mergeSecurity(named, model, app);
    const key = keyOf(named, model, app, access);
    if (key !== undefined) checkKeySource(named, access, apiKeyOptions);
    addSchemes(schemes, named, access, key);
    if (access.authorizer !== undefined)
      authorizers.set(access.authorizer.authorizer.authorizerId, access.authorizer.authorizer);
    accesses.set(operation.operationId, { ...access, keyed: key !== undefined });
    operations.set(operation.operationId, renderSecurity(access, key));
  }
  warnSecurity(scope, accesses);
  return {
    operations,
    document: keySourceOf(apiKeyOptions),
    schemes: schemes.all(),
    authorizers: [...authorizers.values()],
  };
}

/**
 * The security scheme of the API key that an operation needs, if it needs one. Keys that the model asks for are never dropped, and an
 * operation that the model lets anybody call never gets one.
 */
function keyOf(operation: NamedOperation, model: ModelSecurity, app: AppSecurity, access: Access): string | undefined {
  const { alternatives } = access;
  const always = !model.anonymous && alternatives.length > 0 && alternatives.every(({ keys }) => keys.length > 0);
  const asked = always ? alternatives[0]?.keys[0] : undefined;
  if (asked !== undefined && app.apiKeyRequired === false) {
    throw operationError(
      operation,
      `the model asks for the API key '${asked}', and the app says 'apiKeyRequired: false'; remove one of them`,
    );
  }
  if (model.anonymous && app.apiKeyRequired === true) {
    throw operationError(
      operation,
      "the model lets anybody call it, by 'security: []' or '{}' in it, and the app says 'apiKeyRequired: true'; remove one of them",
    );
  }
  const byDefault = !model.anonymous && app.apiKeyRequiredByDefault;
  return asked ?? ((app.apiKeyRequired ?? byDefault) ? ownKey : undefined);
}

/** With the source AUTHORIZER, the key is part of what a Lambda authorizer answers. */
function checkKeySource(
  operation: NamedOperation,
  { authorizer, native }: Access,
  apiKeyOptions: TypeSafeApiKeyOptions | undefined,
): void {
  if (apiKeyOptions?.source !== ApiKeySourceType.AUTHORIZER) return;
  const kind = authorizer === undefined ? native?.kind : kindOf(authorizer);
  if (kind === 'lambda') return;
  throw operationError(
    operation,
    "it needs an API key, which by 'apiKeyOptions.source' comes from a Lambda authorizer, and it has none; give it a custom authorizer, use ApiKeySourceType.HEADER, or set 'apiKeyRequired: false'",
  );
}

function keySourceOf(apiKeyOptions: TypeSafeApiKeyOptions | undefined): JsonObject {
  const source = apiKeyOptions?.source;
  return source === undefined ? {} : { 'x-amazon-apigateway-api-key-source': source };
}

function addSchemes(
  schemes: SecuritySchemes,
  operation: NamedOperation,
  access: Access,
  key: string | undefined,
): void {
  const { authorizer, native } = access;
  if (authorizer !== undefined)
    schemes.add(authorizer.authorizer.authorizerId, renderScheme(authorizer.definition.scheme));
  if (native !== undefined) schemes.add(native.name, renderNative(operation, native));
  if (key !== undefined) schemes.add(key, apiKeyScheme);
}

function renderSecurity({ authorizer, native, scopes, open }: Access, key: string | undefined): JsonObject {
  const name = authorizer?.authorizer.authorizerId ?? native?.name;
  const requirement: JsonObject = {
    ...(name === undefined ? {} : { [name]: scopes }),
    ...(key === undefined ? {} : { [key]: [] }),
  };
  const security = Object.keys(requirement).length > 0 ? [requirement] : [];
  if (open === 'said') return { security, 'x-amazon-apigateway-auth': { type: 'NONE' } };
  return security.length > 0 ? { security } : {};
}
