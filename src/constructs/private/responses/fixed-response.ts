import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { MockIntegrationProps } from '../../integrations/mock-integration';
import { velocityLiteral } from '../velocity';

/**
 * Renders to nothing. A template without any text would pass the body of the backend on.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
const nothing = "#set($empty = '')";

/**
 * A response that has nothing of what the backend answered. A template works on text; without the conversion, bytes that the backend
 * answered, or a request that accepts bytes, would end with a 500.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function fixedResponse(response: MockIntegrationProps): ApiGatewayIntegrationResponse {
  const { statusCode, body = '', mediaType = 'application/json' } = response;
  const headers = { ...(body === '' ? {} : { 'Content-Type': mediaType }), ...response.headers };
  const responseParameters = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
  );
  return {
    statusCode: String(statusCode),
    contentHandling: 'CONVERT_TO_TEXT',
    ...(Object.keys(responseParameters).length > 0 ? { responseParameters } : {}),
    responseTemplates: { [mediaType]: body === '' ? nothing : velocityLiteral(body) },
  };
}
