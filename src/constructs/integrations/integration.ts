import type { CorsOptions, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { ApiGatewayIntegration } from './api-gateway-integration';

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
