import type { ApiGatewayIntegrationResponse } from './api-gateway-integration';

/** The operation that responses are for. */
export interface IntegrationResponseSetRenderProps {
  /** The id of the operation, such as `sayHello`. */
  readonly operationId: string;
}

/** Responses of API Gateway to what a backend answered, by a regular expression of the backend's status or `default`. */
export abstract class IntegrationResponseSet {
  /**
   * The responses.
   *
   * @param props the operation
   */
  public abstract render(props: IntegrationResponseSetRenderProps): {
    [pattern: string]: ApiGatewayIntegrationResponse;
  };
}
