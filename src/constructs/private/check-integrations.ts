import type { Construct } from 'constructs';
import { didYouMean } from '../../shared/did-you-mean';
import type { TypeSafeApiIntegration } from '../type-safe-api-integration';
import { constructError } from './construct-error';
import type { DocumentOperation } from './gateway-document';

/** An operation with what the user chose for it. */
export interface IntegratedOperation {
  readonly operation: DocumentOperation;
  readonly setup: TypeSafeApiIntegration;
}

/** Pairs operations and integrations; an operation without one and an integration without an operation are errors. */
export function integrateOperations(
  scope: Construct,
  operations: readonly DocumentOperation[],
  leftOut: ReadonlyMap<string, string>,
  integrations: Readonly<Record<string, TypeSafeApiIntegration | undefined>>,
): IntegratedOperation[] {
  const given = new Map(Object.entries(integrations).filter(([, setup]) => setup !== undefined));
  checkUnknown(scope, operations, leftOut, given.keys());
  const missing = operations.filter(({ operationId }) => !given.get(operationId)?.integration);
  if (missing.length > 0) throw constructError(scope, missing.map(describeMissing).join('\n'));
  return operations.flatMap((operation) => {
    const setup = given.get(operation.operationId);
    return setup === undefined ? [] : [{ operation, setup }];
  });
}

function checkUnknown(
  scope: Construct,
  operations: readonly DocumentOperation[],
  leftOut: ReadonlyMap<string, string>,
  given: Iterable<string>,
): void {
  const known = new Set(operations.map(({ operationId }) => operationId));
  const problems = [...given].flatMap((operationId) => {
    const reason = leftOut.get(operationId);
    if (reason !== undefined) return [`operation '${operationId}' cannot be deployed: ${reason}`];
    if (known.has(operationId)) return [];
    const remedy = didYouMean(
      operationId,
      known,
      `the API has ${known.size} operations, none of them called so; remove it`,
    );
    return [`'integrations' has '${operationId}', which is no operation of the API${remedy}`];
  });
  if (problems.length > 0) throw constructError(scope, problems.join('\n'));
}

function describeMissing({ operationId, method, path }: DocumentOperation): string {
  return `operation '${operationId}' (${method.toUpperCase()} ${path}) has no integration; add '${operationId}: { integration: Integrations.… }' to 'integrations'`;
}
