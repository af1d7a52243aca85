import type { Duration } from 'aws-cdk-lib/core';
import type { ApiGatewayIntegrationTlsConfig } from './api-gateway-integration';

/** What all integrations with HTTP servers have in common. */
export interface HttpIntegrationOptions {
  /**
   * The method of the request to the backend, in any case: `get`, `head`, `post`, `put`, `patch`, `delete` or `options`.
   *
   * @default - the method of the operation
   */
  readonly method?: string;

  /**
   * How long API Gateway waits for the backend, from 50 milliseconds. More than 29 seconds take a regional or private API, and a higher
   * quota of the account; a warning says so.
   *
   * @default Duration.seconds(29)
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
   */
  readonly timeout?: Duration;

  /**
   * More parameters of the request to the backend and where they come from, in the notation of API Gateway: from
   * `integration.request.header.<name>`, `integration.request.querystring.<name>` or, for a variable of the URL or path,
   * `integration.request.path.<name>` to `method.request.header.<name>`, `method.request.querystring.<name>`, their forms for several
   * values, `method.request.multivalueheader.<name>` and `method.request.multivaluequerystring.<name>`, `method.request.path.<name>`,
   * `context.<name>`, `stageVariables.<name>`, or a fixed value in single quotes. The operation must declare the parameters.
   *
   * @default - the variables of the path, by their names
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
   */
  readonly requestParameters?: { [name: string]: string };

  /**
   * How API Gateway connects to the backend over TLS.
   *
   * @default - certificates of public authorities only
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html
   */
  readonly tlsConfig?: ApiGatewayIntegrationTlsConfig;
}
