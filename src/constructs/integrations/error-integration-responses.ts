import type { IntegrationResponseSet } from './integration-response-set';
import { type CustomIntegrationResponseSetProps, IntegrationResponseSets } from './integration-response-sets';

/** What API Gateway answers when S3 answers with an error. */
export class ErrorIntegrationResponses {
  /** Any error becomes a 500 without a body. */
  public static catchAll(): IntegrationResponseSet {
    return IntegrationResponseSets.catchAll();
  }

  /** Errors are not told apart: they are passed on with the status of success, as S3 wrote them. */
  public static none(): IntegrationResponseSet {
    return IntegrationResponseSets.custom({ responses: {} });
  }

  /**
   * Responses of one's own.
   *
   * @param props the responses by a regular expression that matches all of the status of S3, such as `404`
   */
  public static custom(props: CustomIntegrationResponseSetProps): IntegrationResponseSet {
    return IntegrationResponseSets.custom(props);
  }

  private constructor() {}
}
