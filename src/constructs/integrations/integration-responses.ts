import { fixedResponse } from '../private/responses/fixed-response';
import type { ApiGatewayIntegrationResponse } from './api-gateway-integration';
import type { MockIntegrationProps } from './mock-integration';

/** Responses for {@link ErrorIntegrationResponses.custom} and {@link IntegrationResponseSets.custom}. */
export class IntegrationResponses {
  /**
   * A response that is always the same, whatever the backend answered: without a body unless one is given.
   *
   * @param props the response
   */
  public static fixed(props: MockIntegrationProps): ApiGatewayIntegrationResponse {
    return fixedResponse(props);
  }

  private constructor() {}
}
