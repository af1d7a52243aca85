import { Annotations } from 'aws-cdk-lib/core';
import type { JsonObject } from '../../../shared/json';
import { type NamedOperation, operationError } from '../operation-error';
import { longestStream } from '../streaming';

/**
 * Milliseconds that API Gateway waits for an integration.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const integrationTimeouts = {
  least: 50,
  /** What an account has; more of it for regional and private APIs only. */
  quota: 29_000,
  /** Of a response that is streamed. */
  streaming: longestStream,
} as const;

/** Compares the timeout of an integration with what API Gateway allows. */
export function checkTimeout(operation: NamedOperation, integration: JsonObject, isEdge: boolean): void {
  const { timeoutInMillis: milliseconds, responseTransferMode } = integration;
  if (typeof milliseconds !== 'number') return;
  const { least, quota, streaming } = integrationTimeouts;
  const streams = responseTransferMode === 'STREAM';
  if (milliseconds < least || (streams && milliseconds > streaming)) {
    const most = streams ? ` and ${streaming.toLocaleString('en-US')}` : '';
    throw operationError(
      operation,
      `its timeout is ${milliseconds} ms, and API Gateway waits ${streams ? 'between ' : 'at least '}${least}${most} ms; choose another`,
    );
  }
  if (streams || milliseconds <= quota) return;
  const problem = `its timeout is ${milliseconds} ms, and API Gateway waits ${quota.toLocaleString('en-US')} ms`;
  if (isEdge) {
    throw operationError(operation, `${problem} for edge-optimized APIs; shorten it, or make the API regional`);
  }
  Annotations.of(operation.scope).addWarningV2(
    `type-safe-api-project:timeout-${operation.operationId}`,
    `operation '${operation.operationId}' (${operation.method.toUpperCase()} ${operation.path}): ${problem} unless 'Maximum integration timeout in milliseconds' is raised in Service Quotas, which may lower the throttling quota of the account`,
  );
}
