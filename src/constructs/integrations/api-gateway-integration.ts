/** How API Gateway connects to a backend over TLS. */
export interface ApiGatewayIntegrationTlsConfig {
  /**
   * Whether to accept certificates that no public authority issued.
   *
   * @default false
   */
  readonly insecureSkipVerification?: boolean;
}

/** What API Gateway answers when the backend did. */
export interface ApiGatewayIntegrationResponse {
  /** The status of the response, such as `200`. */
  readonly statusCode: string;

  /**
   * Headers of the response: `method.response.header.<name>` to where the value comes from, such as
   * `integration.response.header.ETag`, or a fixed value in single quotes.
   *
   * @default - no headers but Content-Type
   */
  readonly responseParameters?: { [name: string]: string };

  /**
   * Velocity templates of the body, by media type.
   *
   * @default - the body of the backend
   */
  readonly responseTemplates?: { [mediaType: string]: string };

  /**
   * `CONVERT_TO_TEXT` or `CONVERT_TO_BINARY`.
   *
   * @default - the body is passed on as it is
   */
  readonly contentHandling?: string;
}

/**
 * The extension `x-amazon-apigateway-integration` of an operation.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export interface ApiGatewayIntegration {
  /** `AWS_PROXY`, `AWS`, `HTTP_PROXY`, `HTTP` or `MOCK`. */
  readonly type: string;

  /**
   * The backend: a URL, or the ARN of an action of an AWS service.
   *
   * @default - none, for mocks
   */
  readonly uri?: string;

  /**
   * The method of the request to the backend; always `POST` for Lambda functions.
   *
   * @default - none, for mocks
   */
  readonly httpMethod?: string;

  /**
   * The ARN of the role that API Gateway assumes to call the backend.
   *
   * @default - the permissions of the resource itself
   */
  readonly credentials?: string;

  /**
   * What happens to a body whose media type has no template: `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`.
   *
   * @default "WHEN_NO_MATCH"
   */
  readonly passthroughBehavior?: string;

  /**
   * `CONVERT_TO_TEXT` or `CONVERT_TO_BINARY` of the request's body.
   *
   * @default - the body is passed on as it is
   */
  readonly contentHandling?: string;

  /**
   * How long API Gateway waits for the backend, in milliseconds, from 50.
   *
   * @default 29000
   */
  readonly timeoutInMillis?: number;

  /**
   * Where the cache keeps its entries.
   *
   * @default - the id of the resource
   */
  readonly cacheNamespace?: string;

  /**
   * The request parameters that tell cached responses apart, such as `method.request.path.petId`.
   *
   * @default - none
   */
  readonly cacheKeyParameters?: string[];

  /**
   * `INTERNET` or `VPC_LINK`.
   *
   * @default "INTERNET"
   */
  readonly connectionType?: string;

  /**
   * The id of the VPC link.
   *
   * @default - none
   */
  readonly connectionId?: string;

  /**
   * The load balancer behind a VPC link of the second version, by its ARN.
   *
   * @default - none
   */
  readonly integrationTarget?: string;

  /**
   * `BUFFERED` or `STREAM`; the latter for proxy integrations only.
   *
   * @default "BUFFERED"
   */
  readonly responseTransferMode?: string;

  /**
   * Parameters of the request to the backend, `integration.request.path.<name>` and so on, to where the value comes from, such as
   * `method.request.path.petId`, or a fixed value in single quotes.
   *
   * @default - none
   */
  readonly requestParameters?: { [name: string]: string };

  /**
   * Velocity templates of the request's body, by media type.
   *
   * @default - the body is passed on as it is
   */
  readonly requestTemplates?: { [mediaType: string]: string };

  /**
   * The responses by a regular expression of the backend's status, or `default`.
   *
   * @default - none, for proxies
   */
  readonly responses?: { [pattern: string]: ApiGatewayIntegrationResponse };

  /**
   * How API Gateway connects to the backend over TLS.
   *
   * @default - certificates of public authorities only
   */
  readonly tlsConfig?: ApiGatewayIntegrationTlsConfig;
}
