import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { findTarget, type Located } from '../document';
import { rules } from './rules';
import { authorizerKind, isApiKey } from './security-schemes';
import { follow, type LocatedObject, type Source } from './source';

/**
 * The security requirements of an operation: those of the document do not count in API Gateway, so they are repeated at each operation.
 * An empty list is there only where the operation itself has one: it says that the operation is public, and a document without
 * requirements does not say so of anything.
 */
export function gatewaySecurity(source: Source, operation: LocatedObject): readonly Json[] | undefined {
  const own = operation.value.security;
  const security = Array.isArray(own) ? own : source.root.security;
  if (!Array.isArray(security) || (own === undefined && security.length === 0)) return undefined;
  const unknown = namesOf(security).filter((name) => !isNative(schemeOf(source, name)));
  if (unknown.length > 0) {
    const pointer = Array.isArray(own) ? `${operation.pointer}/security` : '/security';
    source.report((place) => rules.notEnforcedSecurity(place, { schemes: unknown }), pointer);
  }
  return security;
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

function schemeOf(source: Source, name: string): JsonObject | undefined {
  const schemes = findTarget(source.root, '#/components/securitySchemes');
  const scheme = isJsonObject(schemes?.value) && Object.hasOwn(schemes.value, name) ? schemes.value[name] : undefined;
  const located: Located | undefined = scheme === undefined ? undefined : { pointer: '', value: scheme };
  return located === undefined ? undefined : follow(source, located)?.value;
}

function isNative(scheme: JsonObject | undefined): boolean {
  return authorizerKind(scheme) !== undefined || isApiKey(scheme);
}

function namesOf(security: readonly Json[]): string[] {
  return [...new Set(security.flatMap((requirement) => (isJsonObject(requirement) ? Object.keys(requirement) : [])))];
}

function withoutProse(scheme: JsonObject): JsonObject {
  const kept = Object.entries(scheme).filter(([name]) => name !== 'description' && name !== 'flows');
  return Object.fromEntries(kept);
}
