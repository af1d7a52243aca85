import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { MockIntegrationProps } from '../../integrations/mock-integration';
import { velocityLiteral } from '../velocity';

/**
 * Renders to nothing. A template without any text would pass the body of the backend on.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export const nothing = "#set($empty = '')";

/**
 * A response that has nothing of what the backend answered. A template works on text; without the conversion, bytes that the backend
 * answered, or a request that accepts bytes, would end with a 500.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function fixedResponse(response: MockIntegrationProps): ApiGatewayIntegrationResponse {
  const { statusCode, body = '' } = response;
  const headers = fixedHeaders(response);
  const typed = Object.keys(headers).some((name) => name.toLowerCase().endsWith('.content-type'));
  const responseParameters = typed ? headers : { ...emptyType(statusCode), ...headers };
  return {
    statusCode: String(statusCode),
    contentHandling: 'CONVERT_TO_TEXT',
    ...(Object.keys(responseParameters).length > 0 ? { responseParameters } : {}),
    responseTemplates: { [templateType(response)]: body === '' ? nothing : velocityLiteral(body) },
  };
}

/** The media type of a response without a body, as mappings have it. */
export const nothingType = "'text/plain'";

/** API Gateway says `application/json` when nothing else is said, but nothing is no JSON. */
export function emptyType(statusCode: number): Record<string, string> {
  return statusCode === 204 || statusCode === 304 ? {} : { 'method.response.header.Content-Type': nothingType };
}

/** The headers of a response that is always the same, as mappings; its media type is one of them where it has a body. */
export function fixedHeaders(response: MockIntegrationProps): Record<string, string> {
  const { body, mediaType = defaultType, headers = {} } = response;
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const all = { ...(body && !typed ? { 'Content-Type': mediaType } : {}), ...headers };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
  );
}

/** What API Gateway finds the template of a body by: its media type without parameters. */
export function templateType({ mediaType = defaultType }: MockIntegrationProps): string {
  return mediaType.split(';', 1)[0]?.trim() ?? mediaType;
}

const defaultType = 'application/json';
