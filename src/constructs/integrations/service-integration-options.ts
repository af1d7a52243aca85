import type { IntegrationResponseSet } from './integration-response-set';

/** What integrations with services of AWS have in common. */
export interface ServiceIntegrationOptions {
  /**
   * The whole request to the service, as a Velocity template, in place of what the other options make of it. It has to escape what it takes
   * from a request by itself: `$util.escapeJavaScript` within JSON, `$util.urlEncode` within a form.
   *
   * @default - made from the other options
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html
   */
  readonly requestTemplate?: string;

  /**
   * The body of a response of success, as a Velocity template over what the service answered. It has the first media type that the
   * operation declares for the status, `application/json` where it declares none.
   *
   * @default - JSON where the operation declares such a body for the status, otherwise none
   */
  readonly responseTemplate?: string;

  /**
   * The status of the response when the service succeeds, which the operation must declare.
   *
   * @default - 200, or the first status of success that the operation declares in its place
   */
  readonly successResponseStatusCode?: number;

  /**
   * What is answered when the service does not succeed. All errors must have a response.
   *
   * @default - a status that the operation declares: 400 for what the service does not accept, 429 or 503 when it is asked too much, and 500
   * otherwise; `{"message": "Bad Request"}` and so on where the operation declares JSON for the status, otherwise no body
   */
  readonly errorIntegrationResponse?: IntegrationResponseSet;

  /**
   * All responses, in place of `responseTemplate`, `successResponseStatusCode` and `errorIntegrationResponse`.
   *
   * @default - made from the other options
   */
  readonly integrationResponseSet?: IntegrationResponseSet;
}
