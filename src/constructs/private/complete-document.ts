import { binaryMediaTypesExtension, extensions } from '../../openapi/gateway';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { ApiGatewayIntegration } from '../integrations/api-gateway-integration';
import type { CorsHeaders } from './cors';
import { declareUsed } from './declare-used';
import type { DocumentOperation } from './gateway-document';
import { gatewayResponses } from './gateway-responses';
import { inOrder } from './in-order';
import { preflightOperation } from './preflight';
import type { Security } from './security';

/** All that is added to a gateway document. */
export interface Completion {
  readonly description: string | undefined;
  /** All of them, those of the model too. */
  readonly binaryMediaTypes: readonly string[];
  readonly operations: readonly CompletedOperation[];
  readonly security: Security;
  readonly cors: CorsHeaders | undefined;
}

/** An operation with its integration. */
export interface CompletedOperation {
  readonly operation: DocumentOperation;
  readonly integration: ApiGatewayIntegration;
}

/** The document that is deployed: the gateway document with integrations, validators, security, preflights and error responses. */
export function completeDocument(document: JsonObject, completion: Completion): JsonObject {
  const { [extensions.leftOut]: _, [binaryMediaTypesExtension]: __, components, ...rest } = document;
  const { binaryMediaTypes } = completion;
  const schemas = isJsonObject(components) ? components.schemas : undefined;
  const { schemes } = completion.security;
  const info = isJsonObject(rest.info) ? rest.info : {};
  return {
    ...rest,
    info: completion.description === undefined ? info : { ...info, description: completion.description },
    'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
    'x-amazon-apigateway-request-validator': 'all',
    'x-amazon-apigateway-gateway-responses': gatewayResponses(completion.cors),
    ...completion.security.document,
    ...(binaryMediaTypes.length > 0 ? { [binaryMediaTypesExtension]: binaryMediaTypes } : {}),
    paths: completePaths(completion),
    components: {
      ...(schemas === undefined ? {} : { schemas }),
      ...(Object.keys(schemes).length > 0 ? { securitySchemes: schemes } : {}),
    },
  };
}

function completePaths({ operations, security, cors }: Completion): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  const contentTypes = new Map<string, string[]>();
  for (const { operation, integration } of operations) {
    const item = paths[operation.path] ?? {};
    paths[operation.path] = item;
    item[operation.method] = completeOperation(operation, integration, security);
    contentTypes.set(operation.path, [...(contentTypes.get(operation.path) ?? []), ...operation.contentTypes]);
  }
  if (cors === undefined) return paths;
  for (const [path, item] of Object.entries(paths)) {
    item.options ??= preflightOperation(path, contentTypes.get(path) ?? [], cors);
  }
  return paths;
}

function completeOperation(
  { operationId, document }: DocumentOperation,
  integration: ApiGatewayIntegration,
  security: Security,
): JsonObject {
  const { [extensions.pathVariables]: _, [extensions.responses]: __, security: ___, requestBody, ...rest } = document;
  const body = validatedBody(requestBody);
  const operation = {
    ...rest,
    ...(body === undefined ? {} : { requestBody: body }),
    ...security.operations.get(operationId),
  };
  return declareUsed(operation, inOrder(integration));
}

/** Media types without a schema are there for integrations; the service has nothing to validate in them. */
function validatedBody(requestBody: Json | undefined): JsonObject | undefined {
  if (!isJsonObject(requestBody) || !isJsonObject(requestBody.content)) return undefined;
  const validated = Object.entries(requestBody.content).filter(
    ([, content]) => isJsonObject(content) && content.schema,
  );
  return validated.length === 0 ? undefined : { ...requestBody, content: Object.fromEntries(validated) };
}
