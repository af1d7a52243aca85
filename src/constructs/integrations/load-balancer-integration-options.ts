import type { HttpProxyOptions } from './http-proxy-options';

/** How API Gateway speaks to a load balancer. */
export enum LoadBalancerProtocol {
  /** Plain HTTP. */
  HTTP = 'http',

  /** HTTP over TLS: the certificate must be for the name of the host. */
  HTTPS = 'https',
}

/** What integrations with load balancers in a VPC have in common. */
export interface LoadBalancerIntegrationOptions extends HttpProxyOptions {
  /**
   * The path of the request, in which `{petId}` stands for the value of that path parameter of the operation, percent-encoded. Slashes in a
   * value stay slashes. Each path parameter of the operation must be in it, or be mapped in `requestParameters`.
   *
   * @default - the path of the operation
   */
  readonly path?: string;

  /**
   * The name of the host: the `Host` header, and with HTTPS the name that the certificate must have. It says nothing of the way there, which
   * is that of the VPC link.
   *
   * @default - the DNS name of the load balancer
   */
  readonly hostName?: string;
}
