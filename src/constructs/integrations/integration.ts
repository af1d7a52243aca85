import type { CorsOptions, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { ApiGatewayIntegration } from './api-gateway-integration';

/** Where a parameter is in a request. */
export enum IntegrationParameterLocation {
  /** In the path: `method.request.path.<name>` in mappings. */
  PATH = 'path',

  /** In the query string: `method.request.querystring.<name>` in mappings. */
  QUERY = 'query',

  /** A header: `method.request.header.<name>` in mappings. */
  HEADER = 'header',
}

/** A parameter that an operation declares. */
export interface IntegrationOperationParameter {
  /** The name of the parameter in API Gateway, which for variables of the path may differ from the one in the model. */
  readonly name: string;

  /** Where the parameter is. */
  readonly location: IntegrationParameterLocation;

  /** Whether API Gateway refuses a request without it. */
  readonly required: boolean;
}

/** A response that an operation declares. */
export interface IntegrationOperationResponse {
  /** The status, such as `200`, a range such as `4XX`, or `default` for any status that is not declared otherwise. */
  readonly statusCode: string;

  /** The names of the headers, without Content-Type. */
  readonly headers: string[];

  /** The media types of the body, without parameters; empty without a body. */
  readonly mediaTypes: string[];
}

/** The operation that an integration is for. */
export interface IntegrationOperationProps {
  /** The id of the operation, such as `sayHello`. */
  readonly operationId: string;

  /** The construct of the API: the scope for what the integration needs besides. */
  readonly scope: Construct;

  /** The HTTP method of the operation in lower case, such as `get`. */
  readonly method: string;

  /** The path of the operation in API Gateway, such as `/pets/{petId}`. */
  readonly path: string;

  /**
   * The variables of the path: by their names in the model, their names in API Gateway. They are the same unless two paths of the model
   * give the variable at the same place different names, which API Gateway does not allow.
   */
  readonly pathVariables: { [name: string]: string };

  /** The media types that requests to the operation may have, such as `application/json`; empty without a request body. */
  readonly contentTypes: string[];

  /** The parameters that the operation declares; no cookies, which API Gateway does not know. */
  readonly parameters: IntegrationOperationParameter[];

  /** The responses that the operation declares. */
  readonly responses: IntegrationOperationResponse[];

  /** The media types of bodies that are bytes to API Gateway, such as `image/png` or `image/*`; they are settings of the whole API. */
  readonly binaryMediaTypes: string[];
}

/** What an integration is rendered from. */
export interface IntegrationRenderProps extends IntegrationOperationProps {
  /**
   * Cross-origin settings of the API. The API adds the headers to what an integration renders, so an integration need not.
   *
   * @default - requests from pages of other origins are not expected
   */
  readonly corsOptions?: CorsOptions;
}

/** What permissions are granted for. */
export interface IntegrationGrantProps extends IntegrationOperationProps {
  /** The API, for the ARNs of its operations. */
  readonly api: SpecRestApi;
}

/**
 * What API Gateway does with a request for an operation. Extend it for an integration that {@link Integrations} does not have.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export abstract class Integration {
  /**
   * The extension `x-amazon-apigateway-integration` of an operation. The method responses and request parameters that it mentions are
   * declared by the API.
   *
   * @param props the operation
   */
  public abstract render(props: IntegrationRenderProps): ApiGatewayIntegration;

  /**
   * Lets API Gateway invoke the integration for an operation; called after the API is created. Does nothing unless overridden.
   *
   * @param _props the operation and the API
   */
  public grant(_props: IntegrationGrantProps): void {}
}
