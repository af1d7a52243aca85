import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { findTarget, type Located } from '../document';
import { authorizerKind, isApiKey } from './security-schemes';
import { follow, type LocatedObject, type Source } from './source';

/**
 * The security requirements of an operation: those of the document do not count in API Gateway, so they are repeated at each operation.
 * An empty list is there only where the operation itself has one: it says that the operation is public, and a document without
 * requirements does not say so of anything.
 */
export function gatewaySecurity(source: Source, operation: LocatedObject): readonly Json[] | undefined {
  const { requirements } = requirementsOf(source, operation);
  return requirements.length > 0 || Array.isArray(operation.value.security) ? requirements : undefined;
}

/** The requirements of an operation, its own or those of the document, and where they are. */
export function requirementsOf({ root }: Source, { value, pointer }: LocatedObject) {
  const own = value.security;
  if (Array.isArray(own)) return { requirements: own as readonly Json[], pointer: `${pointer}/security` };
  return { requirements: (Array.isArray(root.security) ? root.security : []) as readonly Json[], pointer: '/security' };
}

/** The schemes that the operations name, with what tells them apart and nothing else. */
export function gatewaySchemes(source: Source, used: Iterable<readonly Json[]>): JsonObject {
  const names = new Set([...used].flatMap(namesOf));
  const schemes = [...names].flatMap((name): [string, Json][] => {
    const scheme = schemeOf(source, name);
    return scheme === undefined ? [] : [[name, withoutProse(scheme)]];
  });
  return Object.fromEntries(schemes);
}

/** A declared scheme, behind its references. */
export function schemeOf(source: Source, name: string): JsonObject | undefined {
  const schemes = findTarget(source.root, '#/components/securitySchemes');
  const scheme = isJsonObject(schemes?.value) && Object.hasOwn(schemes.value, name) ? schemes.value[name] : undefined;
  const located: Located | undefined = scheme === undefined ? undefined : { pointer: '', value: scheme };
  return located === undefined ? undefined : follow(source, located)?.value;
}

/** True for a scheme that API Gateway checks by itself or by an authorizer that the model names. */
export function isNative(scheme: JsonObject | undefined): boolean {
  return authorizerKind(scheme) !== undefined || isApiKey(scheme);
}

/** Names for people. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

/** The names of the schemes in requirements. */
export function namesOf(security: readonly Json[]): string[] {
  return [...new Set(security.flatMap((requirement) => (isJsonObject(requirement) ? Object.keys(requirement) : [])))];
}

function withoutProse(scheme: JsonObject): JsonObject {
  const kept = Object.entries(scheme).filter(([name]) => name !== 'description' && name !== 'flows');
  return Object.fromEntries(kept);
}
