import { CatchAllResponses } from '../private/responses/catch-all-responses';
import { CustomErrorResponses, CustomResponses } from '../private/responses/custom-responses';
import type { IntegrationResponseSet } from './integration-response-set';
import type { CustomIntegrationResponseSetProps } from './integration-response-sets';

/**
 * What API Gateway answers when S3 or another backend answers with an error. Redirections, 300 to 399, are errors to S3 as well; 304 is
 * none.
 */
export class ErrorIntegrationResponses {
  /** Any error becomes a 500 without a body. */
  public static catchAll(): IntegrationResponseSet {
    return new CatchAllResponses();
  }

  /**
   * Errors are not told apart: they are passed on as S3 wrote them, with the status of success, which is 200 unless
   * `successResponseStatusCode` says otherwise. With services of AWS other than S3, that is an error at synth.
   */
  public static none(): IntegrationResponseSet {
    return new CustomResponses({});
  }

  /**
   * Responses of one's own. Errors that no pattern matches become a 500: the response with that status if there is one, otherwise a 500
   * without a body.
   *
   * @param props the responses by a regular expression that matches all of the status of S3, such as `404`
   */
  public static custom(props: CustomIntegrationResponseSetProps): IntegrationResponseSet {
    return new CustomErrorResponses(props.responses);
  }

  private constructor() {}
}
