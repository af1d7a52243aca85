import { BackendUrl } from '../private/http/backend-url';
import { proxyIntegration } from '../private/http/proxy-integration';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import type { HttpProxyOptions } from './http-proxy-options';
import { Integration, type IntegrationRenderProps } from './integration';

/** The HTTP server that handles an operation. */
export interface HttpProxyIntegrationProps extends HttpProxyOptions {
  /**
   * The URL of the backend, in which `{petId}` stands for the value of that path parameter of the operation, percent-encoded. Slashes in
   * a value stay slashes. The path may have stage variables, `${stageVariables.name}`, and so may the host. Ports are 80, 443, or from 1024.
   *
   * Each path parameter of the operation must be in it, or be mapped in `requestParameters`.
   */
  readonly url: string;

  /**
   * Whether the path of the operation goes after that of the URL, so that one integration does for all operations that a server handles:
   * `https://example.com/v1` becomes `https://example.com/v1/pets/{petId}` for `/pets/{petId}`.
   *
   * @default false
   */
  readonly appendPath?: boolean;
}

/**
 * An HTTP server on the internet handles the operation: it gets the method, query, headers and body of the request, and its response is
 * the response. Cross-origin headers are for the server to send.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 */
export class HttpProxyIntegration extends Integration {
  /** @param props the server */
  constructor(private readonly props: HttpProxyIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    return proxyIntegration(props, this.props, BackendUrl.read(props, this.props));
  }
}
