import { type AuthorizerKind, authorizerKind, isApiKey } from '../../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject, member } from '../../../shared/json';

/** A security scheme that an operation names. */
export interface NamedScheme {
  readonly name: string;
  readonly scopes: readonly string[];
}

/** A scheme of the model that API Gateway implements by an authorizer. */
export interface NativeScheme extends NamedScheme {
  readonly kind: AuthorizerKind;
  readonly scheme: JsonObject;
}

/** One of the ways to be let in; all of its parts are needed. */
export interface Alternative {
  /** The names of schemes for the header x-api-key. */
  readonly keys: readonly string[];
  readonly native: readonly NativeScheme[];
  /** What API Gateway does not know by itself: any authorizer may implement it. */
  readonly others: readonly NamedScheme[];
}

/** What the model says about who may call an operation. */
export interface ModelSecurity {
  /** Whether it says that a caller needs no credentials: by `security: []`, or by a requirement that is empty. */
  readonly anonymous: boolean;
  /** Without the empty one. */
  readonly alternatives: readonly Alternative[];
}

/**
 * Reads the security of an operation of the gateway document, in which that of the whole model is part of each operation already.
 * @see https://spec.openapis.org/oas/v3.0.3#security-requirement-object
 */
export function modelSecurity({ components }: JsonObject, { security }: JsonObject): ModelSecurity {
  const requirements: readonly Json[] | undefined = Array.isArray(security) ? security : undefined;
  const schemes =
    isJsonObject(components) && isJsonObject(components.securitySchemes) ? components.securitySchemes : {};
  const objects = requirements?.filter(isJsonObject) ?? [];
  const named = objects.filter((requirement) => Object.keys(requirement).length > 0);
  return {
    anonymous: requirements !== undefined && named.length < Math.max(objects.length, 1),
    alternatives: named.map((requirement) => readAlternative(requirement, schemes)),
  };
}

function readAlternative(requirement: JsonObject, schemes: JsonObject): Alternative {
  const keys: string[] = [];
  const native: NativeScheme[] = [];
  const others: NamedScheme[] = [];
  for (const [name, asked] of Object.entries(requirement)) {
    const scopes = Array.isArray(asked) ? asked.map(String) : [];
    const found = member(schemes, name);
    const scheme = isJsonObject(found) ? found : undefined;
    const kind = authorizerKind(scheme);
    if (scheme !== undefined && kind !== undefined) native.push({ name, scopes, kind, scheme });
    else if (isApiKey(scheme)) keys.push(name);
    else others.push({ name, scopes });
  }
  return { keys, native, others };
}
