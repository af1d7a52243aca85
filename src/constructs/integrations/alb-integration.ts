import type { IVpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { BackendUrl } from '../private/http/backend-url';
import { listenerOf } from '../private/http/listener';
import { originOf } from '../private/http/load-balancer-origin';
import { proxyIntegration } from '../private/http/proxy-integration';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationRenderProps } from './integration';
import type { LoadBalancerIntegrationOptions, LoadBalancerProtocol } from './load-balancer-integration-options';

/** The application load balancer before the service that handles an operation. */
export interface AlbIntegrationProps extends LoadBalancerIntegrationOptions {
  /** The way into the VPC: a VPC link of API Gateway's second version. */
  readonly vpcLink: IVpcLink;

  /** The load balancer; an imported one needs its DNS name, unless `hostName` is given. */
  readonly loadBalancer: IApplicationLoadBalancer;

  /**
   * The port of the load balancer's listener: 80, 443, or from 1024.
   *
   * @default - that of the only listener that the app gives the load balancer before the API is created; for imported ones 80, or 443 with
   * HTTPS
   */
  readonly port?: number;

  /**
   * How API Gateway speaks to the listener.
   *
   * @default - as the listener at the port does; where it is not known, HTTPS at port 443 and HTTP at others
   */
  readonly protocol?: LoadBalancerProtocol;
}

/**
 * A service in a VPC handles the operation, behind an application load balancer: it gets the method, query, headers and body of the
 * request, and its response is the response. Cross-origin headers are for the service to send. Load balancer, VPC link and API are of one
 * account.
 *
 * Whether the load balancer lets requests in, its security group decides, which is left as it is: it must allow that of the VPC link.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
 */
export class AlbIntegration extends Integration {
  /** @param props the load balancer, and the way there */
  constructor(private readonly props: AlbIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    const { vpcLink, loadBalancer, path, hostName } = this.props;
    const host = () => hostName ?? loadBalancer.loadBalancerDnsName;
    const origin = originOf(props, { ...listenerOf(props, this.props), host });
    return {
      ...proxyIntegration(props, this.props, BackendUrl.readPrivate(props, { origin, path })),
      connectionType: 'VPC_LINK',
      connectionId: vpcLink.vpcLinkId,
      // The load balancer itself; which of its listeners is asked, the port of the URI says.
      integrationTarget: loadBalancer.loadBalancerArn,
    };
  }
}
