import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Access } from './merge-security';

/** One warning for all that anybody may call although nobody said so, and one for what API Gateway checks less of than the model asks. */
export function warnSecurity(
  scope: Construct,
  accesses: ReadonlyMap<string, Access & { readonly keyed: boolean }>,
): void {
  const entries = [...accesses];
  const idsOf = (open: Access['open'], keyed: boolean) =>
    entries
      .filter(([, access]) => access.open === open && (keyed || !access.keyed))
      .map(([operationId]) => operationId);
  // Who needs an API key is no longer anybody, but a key does not do what the model asks for besides.
  const unsaid = idsOf('unsaid', false);
  const unknown = idsOf('unknown', true);
  const reasons = [
    ...(unsaid.length > 0 ? [`neither the app nor the model says who may call ${unsaid.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`the model secures ${unknown.join(', ')} in a way that API Gateway does not know`] : []),
  ];
  if (reasons.length > 0) {
    const them = unsaid.length + unknown.length === 1 ? 'it' : 'them';
    warn(
      scope,
      'unsecured',
      `${reasons.join(', and ')}, so anybody may call ${them}; set 'defaultAuthorizer' or an authorizer of the operation: Authorizers.none() says that it is meant, or that the integration checks callers itself`,
    );
  }
  const partly = entries.flatMap(([operationId, { notEnforced }]) =>
    notEnforced.map((reason) => `operation '${operationId}': ${reason}`),
  );
  if (partly.length > 0) {
    warn(
      scope,
      'partly-secured',
      `API Gateway does not check all of the security that the model asks for, the integrations must; ${partly.join('; ')}`,
    );
  }
}

function warn(scope: Construct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(`type-safe-api-project:${id}`, message);
}
