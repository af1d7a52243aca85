import type { IVpcLink } from 'aws-cdk-lib/aws-apigateway';
import type { INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { BackendUrl } from '../private/http/backend-url';
import { originOf } from '../private/http/load-balancer-origin';
import { proxyIntegration } from '../private/http/proxy-integration';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationRenderProps } from './integration';
import { type LoadBalancerIntegrationOptions, LoadBalancerProtocol } from './load-balancer-integration-options';

/** The network load balancer before the service that handles an operation. */
export interface NlbIntegrationProps extends LoadBalancerIntegrationOptions {
  /** The way into the VPC: a VPC link of API Gateway's first version, of which the load balancer is a target. */
  readonly vpcLink: IVpcLink;

  /** The load balancer; an imported one needs its DNS name, unless `hostName` is given. */
  readonly loadBalancer: INetworkLoadBalancer;

  /**
   * The port of the load balancer's listener: 80, 443, or from 1024.
   *
   * @default - 80, or 443 with HTTPS
   */
  readonly port?: number;

  /**
   * How API Gateway speaks to what is behind the load balancer.
   *
   * @default LoadBalancerProtocol.HTTP
   */
  readonly protocol?: LoadBalancerProtocol;
}

/**
 * A service in a VPC handles the operation, behind a network load balancer: it gets the method, query, headers and body of the request, and
 * its response is the response. Cross-origin headers are for the service to send. Load balancer, VPC link and API are of one account.
 *
 * Whether the load balancer and the service let requests in, their security groups decide, which are left as they are.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-api-with-vpclink-using-swagger.html
 */
export class NlbIntegration extends Integration {
  /** @param props the load balancer, and the way there */
  constructor(private readonly props: NlbIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    const { vpcLink, loadBalancer, path, hostName, port, protocol = LoadBalancerProtocol.HTTP } = this.props;
    const host = () => hostName ?? loadBalancer.loadBalancerDnsName;
    const url = BackendUrl.readPrivate(props, { origin: originOf(props, { protocol, port, host }), path });
    return {
      ...proxyIntegration(props, this.props, url),
      connectionType: 'VPC_LINK',
      connectionId: vpcLink.vpcLinkId,
    };
  }
}
