import type { ApplicationListener, IApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Token } from 'aws-cdk-lib/core';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { LoadBalancerProtocol } from '../../integrations/load-balancer-integration-options';
import { operationError } from '../operation-error';
import { usualPort } from './load-balancer-origin';

/** What a user says of the listener. */
export interface ListenerOptions {
  readonly loadBalancer: IApplicationLoadBalancer;
  readonly port?: number;
  readonly protocol?: LoadBalancerProtocol;
}

/** Where a listener is, and how it speaks. */
export interface Listener {
  readonly port: number;
  readonly protocol: LoadBalancerProtocol;
}

/**
 * The listener of a load balancer that requests go to.
 * @throws Error when the load balancer has listeners, but none like this
 */
export function listenerOf(operation: IntegrationOperationProps, options: ListenerOptions): Listener {
  const { port, protocol } = options;
  const known = knownListeners(options.loadBalancer);
  const matching = known.filter(
    (each) => (port === undefined || each.port === port) && (protocol === undefined || each.protocol === protocol),
  );
  const [only, ...others] = matching;
  if (only !== undefined && others.length === 0) return only;
  const usual = usualListener(options);
  if (known.length === 0 || (port !== undefined && Token.isUnresolved(port))) return usual;
  const listeners = known.map((each) => `${each.protocol.toUpperCase()} at port ${each.port}`).join(', ');
  const wanted =
    only === undefined ? `none for ${usual.protocol.toUpperCase()} at port ${usual.port}` : 'which of them is not said';
  throw operationError(
    operation,
    `the load balancer listens to ${listeners}, but ${wanted}; set 'port' and 'protocol' to those of a listener, or add one before the API`,
  );
}

function usualListener({ port, protocol }: ListenerOptions): Listener {
  const usual = protocol ?? (port === 443 ? LoadBalancerProtocol.HTTPS : LoadBalancerProtocol.HTTP);
  return { port: port ?? usualPort(usual), protocol: usual };
}

/** Those that the app has created so far, without those whose port is known later. */
function knownListeners(loadBalancer: IApplicationLoadBalancer): Listener[] {
  return listenersOf(loadBalancer)
    .filter(({ port }) => !Token.isUnresolved(port))
    .map(({ port, protocol }) => ({
      port,
      protocol: String(protocol) === 'HTTPS' ? LoadBalancerProtocol.HTTPS : LoadBalancerProtocol.HTTP,
    }));
}

/** An imported load balancer has none that the app knows of, and says so by an error. */
function listenersOf(loadBalancer: IApplicationLoadBalancer): readonly ApplicationListener[] {
  try {
    return loadBalancer.listeners;
  } catch {
    return [];
  }
}
