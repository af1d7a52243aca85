import type { JsonObject } from '../../shared/json';
import { type CorsHeaders, headerParameters } from './cors';

/**
 * The service's own error responses. Their templates know variables and no Velocity: `messageString` comes with its quotes,
 * `validationErrorString` escaped but without them. Those that are not named here take after the default of their class.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export function gatewayResponses(cors: CorsHeaders | undefined): JsonObject {
  const headers: JsonObject =
    cors === undefined ? {} : { responseParameters: headerParameters('gatewayresponse', cors.gateway) };
  return {
    BAD_REQUEST_BODY: {
      statusCode: 400,
      ...headers,
      responseTemplates: { 'application/json': '{"message": "$context.error.validationErrorString"}' },
    },
    BAD_REQUEST_PARAMETERS: {
      statusCode: 400,
      ...headers,
      // Says which parameters are missing.
      responseTemplates: { 'application/json': '{"message": $context.error.messageString}' },
    },
    ...(cors === undefined ? {} : { DEFAULT_4XX: headers, DEFAULT_5XX: headers }),
  };
}
