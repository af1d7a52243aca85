import type { ApiGatewayIntegrationResponse } from './api-gateway-integration';
import type { IntegrationRenderProps } from './integration';

/**
 * Responses of API Gateway to what a backend answered, by a regular expression of the backend's status or `default`. Extend it for
 * responses that {@link IntegrationResponseSets} does not have.
 */
export abstract class IntegrationResponseSet {
  /**
   * The responses.
   *
   * @param props the operation
   */
  public abstract render(props: IntegrationRenderProps): { [pattern: string]: ApiGatewayIntegrationResponse };
}
