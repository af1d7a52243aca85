import { Token } from 'aws-cdk-lib/core';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { LoadBalancerProtocol } from '../../integrations/load-balancer-integration-options';
import { operationError } from '../operation-error';
import { checkPort } from './backend-url';

/** Scheme, host and port of a load balancer. */
export interface LoadBalancerOrigin {
  readonly protocol: LoadBalancerProtocol;
  readonly port?: number;
  /** Fails for an imported load balancer without a DNS name. */
  host(): string;
}

/**
 * As in a URL, without a port that goes without saying.
 * @throws Error when host or port are none that API Gateway can call
 */
export function originOf(operation: IntegrationOperationProps, { protocol, port, host }: LoadBalancerOrigin): string {
  const name = readHost(operation, host);
  if (port === undefined || port === usualPort(protocol)) return `${protocol}://${name}`;
  if (!Token.isUnresolved(port)) checkPort(operation, 'port', port);
  return `${protocol}://${name}:${Token.isUnresolved(port) ? Token.asString(port) : port}`;
}

export function usualPort(protocol: LoadBalancerProtocol): number {
  return protocol === LoadBalancerProtocol.HTTPS ? 443 : 80;
}

function readHost(operation: IntegrationOperationProps, host: () => string): string {
  const name = resolveHost(operation, host);
  if (Token.isUnresolved(name) || /^(?:[A-Za-z0-9._-]|\$\{stageVariables\.\w+\})+$/.test(name)) return name;
  throw operationError(
    operation,
    `'hostName' is '${name}', which is no name of a host; write it without 'https://', port and path, such as 'pets.example.com'`,
  );
}

function resolveHost(operation: IntegrationOperationProps, host: () => string): string {
  try {
    return host();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw operationError(operation, `the load balancer has no name (${reason}); give it one, or set 'hostName'`);
  }
}
