import { CatchAllResponses } from '../private/responses/catch-all-responses';
import { CompositeResponses } from '../private/responses/composite-responses';
import { CustomResponses } from '../private/responses/custom-responses';
import { PassthroughResponses } from '../private/responses/passthrough-responses';
import { S3JsonResponses } from '../private/responses/s3-json-responses';
import type { ApiGatewayIntegrationResponse } from './api-gateway-integration';
import type { IntegrationResponseSet } from './integration-response-set';

/** A response that passes on what the backend answered. */
export interface DefaultPassthroughProps {
  /**
   * The status of the response, which the operation must declare.
   *
   * @default - 200, or the first status of success that the operation declares in its place
   */
  readonly statusCode?: number;
}

/** Responses of one's own. */
export interface CustomIntegrationResponseSetProps {
  /**
   * By a regular expression that matches all of the backend's status, such as `404` or `5\d{2}`, or `default`. Where several match, the one
   * for the fewest statuses counts. The operation must declare the statuses and the headers. A body that no template makes is passed on
   * with its media type.
   */
  readonly responses: { [statusPattern: string]: ApiGatewayIntegrationResponse };
}

/** The sets of responses there are. They can be put together with {@link composite}. */
export class IntegrationResponseSets {
  /**
   * Whatever the backend answered is passed on with one status: the body, its media type, `ETag`, `Last-Modified`, what says how to keep and
   * show it, and the headers that the operation declares for the status.
   *
   * @param props the status
   */
  public static defaultPassthrough(props: DefaultPassthroughProps = {}): IntegrationResponseSet {
    return new PassthroughResponses(props.statusCode);
  }

  /** Any error of the backend becomes a 500 without a body. Redirections, 300 to 399, are errors to S3. */
  public static catchAll(): IntegrationResponseSet {
    return new CatchAllResponses();
  }

  /** Errors of S3 become JSON, `{"message": "…"}`, with the status 400, 403, 404 or 500. */
  public static s3JsonErrorMessage(): IntegrationResponseSet {
    return new S3JsonResponses();
  }

  /**
   * Responses of one's own. For responses that are always the same there is {@link IntegrationResponses.fixed}.
   *
   * @param props the responses
   */
  public static custom(props: CustomIntegrationResponseSetProps): IntegrationResponseSet {
    return new CustomResponses(props.responses);
  }

  /**
   * The responses of several sets; for the same pattern the last one counts.
   *
   * @param sets the sets
   */
  public static composite(...sets: IntegrationResponseSet[]): IntegrationResponseSet {
    return new CompositeResponses(sets);
  }

  private constructor() {}
}
