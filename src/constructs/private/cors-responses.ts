import { Annotations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ApiGatewayIntegration, ApiGatewayIntegrationResponse } from '../integrations/api-gateway-integration';
import type { CompletedOperation } from './complete-document';
import { type CorsHeaders, echoOrigin, headerParameters } from './cors';

/** An integration with cross-origin headers on its responses, and whether it can answer all of the origins. */
interface CorsIntegration {
  readonly integration: ApiGatewayIntegration;
  readonly onlyFirstOrigin: boolean;
}

/** Adds cross-origin headers to the responses of all operations, and warns of those that only one of several origins can read. */
export function withCors(
  scope: Construct,
  operations: readonly CompletedOperation[],
  cors: CorsHeaders | undefined,
): CompletedOperation[] {
  if (cors === undefined) return [...operations];
  return operations.map((each) => {
    const { integration, onlyFirstOrigin } = addHeaders(each.integration, cors);
    if (onlyFirstOrigin) warnFirstOrigin(scope, each.operation.operationId, cors);
    return { ...each, integration };
  });
}

/**
 * Adds the headers where API Gateway makes the responses; behind a proxy the backend does. A response whose body is passed on has no
 * template, and without one API Gateway cannot choose between origins.
 */
function addHeaders(integration: ApiGatewayIntegration, cors: CorsHeaders): CorsIntegration {
  if (integration.responses === undefined || /_PROXY$/i.test(integration.type)) {
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

function warnFirstOrigin(scope: Construct, operationId: string, { origins }: CorsHeaders): void {
  Annotations.of(scope).addWarningV2(
    `type-safe-api-project:first-origin-${operationId}`,
    `operation '${operationId}' passes a response on as it is, for which API Gateway cannot choose between origins: pages of '${origins[0]}' can read it, pages of the other origins cannot`,
  );
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
