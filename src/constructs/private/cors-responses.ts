import type { ApiGatewayIntegration, ApiGatewayIntegrationResponse } from '../integrations/api-gateway-integration';
import { type CorsHeaders, echoOrigin, headerParameters } from './cors';

/** An integration with cross-origin headers on its responses, and whether it can answer all of the origins. */
export interface CorsIntegration {
  readonly integration: ApiGatewayIntegration;
  readonly onlyFirstOrigin: boolean;
}

/**
 * Adds cross-origin headers to the responses of an integration, where API Gateway makes them; behind a proxy the backend does. A
 * response whose body is passed on has no template, and without one API Gateway cannot choose between origins.
 */
export function withCors(integration: ApiGatewayIntegration, cors: CorsHeaders | undefined): CorsIntegration {
  if (cors === undefined || integration.responses === undefined || /_PROXY$/i.test(integration.type)) {
    return { integration, onlyFirstOrigin: false };
  }
  const isMock = integration.type.toUpperCase() === 'MOCK';
  const entries = Object.entries(integration.responses).map(([pattern, response]) => [
    pattern,
    corsResponse(response, cors, isMock),
  ]);
  const onlyFirstOrigin =
    cors.origins.length > 1 &&
    !isMock &&
    Object.values(integration.responses).some((response) => !response.responseTemplates);
  return { integration: { ...integration, responses: Object.fromEntries(entries) }, onlyFirstOrigin };
}

function corsResponse(
  response: ApiGatewayIntegrationResponse,
  cors: CorsHeaders,
  isMock: boolean,
): ApiGatewayIntegrationResponse {
  const own = new Set(Object.keys(response.responseParameters ?? {}).map((name) => name.toLowerCase()));
  const added = Object.entries(headerParameters('method.response', cors.response));
  const responseParameters = {
    ...Object.fromEntries(added.filter(([name]) => !own.has(name.toLowerCase()))),
    ...response.responseParameters,
  };
  const echo = echoOrigin(cors);
  const templates = response.responseTemplates ?? (isMock && echo !== '' ? { 'application/json': '' } : undefined);
  if (templates === undefined) return { ...response, responseParameters };
  const echoing = Object.entries(templates).map(([mediaType, template]) => [mediaType, `${echo}${template}`]);
  return { ...response, responseParameters, responseTemplates: Object.fromEntries(echoing) };
}
