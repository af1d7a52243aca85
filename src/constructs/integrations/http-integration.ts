import { backendRequest } from '../private/http/backend-request';
import { BackendUrl } from '../private/http/backend-url';
import { renderHttpResponses } from '../private/http/http-responses';
import { passedParameters } from '../private/http/passed-parameters';
import { requestBody } from '../private/http/request-templates';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import type { HttpIntegrationOptions } from './http-integration-options';
import { Integration, type IntegrationRenderProps } from './integration';
import type { IntegrationResponseSet } from './integration-response-set';

/** The HTTP server behind an operation, and how requests and responses are mapped. */
export interface HttpIntegrationProps extends HttpIntegrationOptions {
  /**
   * The URL of the backend, in which `{petId}` stands for the value of that path parameter of the operation, percent-encoded. Slashes in
   * a value stay slashes. Host and path may have stage variables, `${stageVariables.name}`. Ports are 80, 443, or from 1024.
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

  /**
   * Velocity templates that make the body of the request, by its media type, which the operation must declare; `application/json` for
   * operations without a body. When each media type of the operation has one, others are refused with 415.
   *
   * @default - the body is passed on as it is
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html
   */
  readonly requestTemplates?: { [mediaType: string]: string };

  /**
   * What is answered to errors of the backend. A status that the operation declares is passed on nevertheless, unless there is a response
   * for that status alone, or one that has it: API Gateway has one response for each status, so that is for it, too. Redirections, 300 to
   * 399, are errors.
   *
   * @default - errors that the operation does not declare become a 500: the one that it declares, with the body of the backend, or else one
   * without a body
   */
  readonly errorIntegrationResponse?: IntegrationResponseSet;

  /**
   * All responses.
   *
   * @default - statuses that the operation declares are passed on, other successes become the one that it declares, and errors what
   * `errorIntegrationResponse` says
   */
  readonly integrationResponseSet?: IntegrationResponseSet;
}

/**
 * An HTTP server on the internet is asked for what an operation needs. Query and header parameters that the operation declares are passed
 * on under their own names, all values of a query parameter and the last one of a header, unless `requestParameters` maps them to others.
 * So are the media type of a body, and the headers of responses that the operation declares. API Gateway looks headers up by their case.
 *
 * Statuses that the operation declares are passed on. Of those that it declares by their class, `4XX` or `default`, the usual ones are: 200,
 * 201, 202 and 204; 301, 302, 303, 304, 307 and 308; 400, 401, 403, 404, 409, 410, 412, 415, 422 and 429; 500, 502, 503 and 504.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 */
export class HttpIntegration extends Integration {
  /** @param props the server, and how requests and responses are mapped */
  constructor(private readonly props: HttpIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    const url = BackendUrl.read(props, this.props);
    const passed = (mapped: Readonly<Record<string, string>>) => passedParameters(props, mapped);
    return {
      type: 'HTTP',
      ...backendRequest(props, this.props, url, false, passed),
      ...requestBody(props, this.props.requestTemplates),
      responses: renderHttpResponses(props, this.props),
    };
  }
}
