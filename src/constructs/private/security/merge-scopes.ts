import type { AuthorizerKind } from '../../../openapi/gateway';
import { type NamedOperation, operationError } from '../operation-error';
import { type ClosedAuthorizer, describe } from './app-security';
import type { Alternative } from './model-security';

/** The scopes of a method, of which API Gateway asks a caller for one. */
export interface Scopes {
  readonly scopes: readonly string[];
  readonly notEnforced: readonly string[];
}

/**
 * The scopes of an operation: those of the authorizer, or those of the model where it has none. Only Cognito has scopes in API Gateway.
 * @throws Error when both have some and they differ
 */
export function mergeScopes(
  operation: NamedOperation,
  alternatives: readonly Alternative[],
  authorizer: ClosedAuthorizer,
  kind: AuthorizerKind | undefined,
): Scopes {
  const own = [...new Set(authorizer.definition.scopes ?? [])];
  if (kind !== 'cognito') return { scopes: own, notEnforced: [] };
  const asked = alternatives.map(({ native, others }) =>
    (native.length > 0 ? native : others).flatMap(({ scopes }) => scopes),
  );
  const all = [...new Set(asked.flat())];
  if (own.length > 0 && all.length > 0 && [...own].sort().join() !== [...all].sort().join()) {
    throw operationError(
      operation,
      `the model asks for the scopes ${listOf(all)}, and ${describe(authorizer)} for ${listOf(own)}; leave them out in the app, where those of the model count then, or make them the same`,
    );
  }
  const everywhere = asked.every((scopes) => scopes.length > 0);
  const several = alternatives.some(
    ({ native, others }) => native.length === 0 && others.flatMap(({ scopes }) => scopes).length > 1,
  );
  return {
    scopes: own.length > 0 || !everywhere ? own : all,
    notEnforced: [
      ...(several ? [`API Gateway asks for one of the scopes ${listOf(all)}, the model for all`] : []),
      ...(all.length > 0 && !everywhere && own.length === 0
        ? [`one of its alternatives asks for no scope, so API Gateway does not ask for ${listOf(all)}`]
        : []),
    ],
  };
}

function listOf(scopes: readonly string[]): string {
  return scopes.map((scope) => `'${scope}'`).join(', ');
}
