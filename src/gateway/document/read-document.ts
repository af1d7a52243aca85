import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { arrayAt, objectAt, textAt, textsOf } from './members';
import { readAuthorizer, requiresApiKey } from './read-authorizer';
import { readIntegration } from './read-integration';
import type { GatewayDocument, GatewayResponseSpec, RequestValidator, RequiredParameter, Route } from './route';
import type { StageVariables } from './stage-variables';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'x-amazon-apigateway-any-method'];

/** Reads what API Gateway would import. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
export function readDocument(document: JsonObject, variables: StageVariables = {}): GatewayDocument {
  const routes: Route[] = [];
  for (const [path, item] of Object.entries(objectAt(document, 'paths'))) {
    if (!isJsonObject(item)) continue;
    for (const method of methods) {
      const operation = member(item, method);
      if (isJsonObject(operation)) routes.push(readRoute(method, path, operation, item, document, variables));
    }
  }
  return {
    routes,
    gatewayResponses: readGatewayResponses(objectAt(document, 'x-amazon-apigateway-gateway-responses')),
    binaryMediaTypes: arrayAt(document, 'x-amazon-apigateway-binary-media-types').filter(isText),
    schemas: objectAt(objectAt(document, 'components'), 'schemas'),
  };
}

function readRoute(
  method: string,
  path: string,
  operation: JsonObject,
  item: JsonObject,
  document: JsonObject,
  variables: StageVariables,
): Route {
  const operationId = textAt(operation, 'operationId');
  const authorizer = readAuthorizer(operation, document, variables);
  return {
    method: method.startsWith('x-') ? 'ANY' : method.toUpperCase(),
    path,
    ...(operationId === undefined ? {} : { operationId }),
    integration: readIntegration(objectAt(operation, 'x-amazon-apigateway-integration'), variables),
    validator: readValidator(operation, document),
    required: readRequired(operation, item, document),
    models: readModels(operation, document),
    ...(authorizer === undefined ? {} : { authorizer }),
    apiKeyRequired: requiresApiKey(operation, document),
  };
}

function readValidator(operation: JsonObject, document: JsonObject): RequestValidator {
  const name = 'x-amazon-apigateway-request-validator';
  const chosen = textAt(operation, name) ?? textAt(document, name) ?? '';
  const validator = objectAt(objectAt(document, `${name}s`), chosen);
  return {
    body: member(validator, 'validateRequestBody') === true,
    parameters: member(validator, 'validateRequestParameters') === true,
  };
}

function readRequired(operation: JsonObject, item: JsonObject, document: JsonObject): RequiredParameter[] {
  const declared = new Map<string, JsonObject>();
  for (const entry of [...arrayAt(item, 'parameters'), ...arrayAt(operation, 'parameters')]) {
    const parameter = dereference(entry, document);
    declared.set(`${textAt(parameter, 'in')} ${textAt(parameter, 'name')}`, parameter);
  }
  return [...declared.values()].flatMap((parameter) => {
    const location = textAt(parameter, 'in');
    const name = textAt(parameter, 'name') ?? '';
    const known = location === 'path' || location === 'query' || location === 'header';
    return known && member(parameter, 'required') === true ? [{ location, name }] : [];
  });
}

function readModels(operation: JsonObject, document: JsonObject): ReadonlyMap<string, JsonObject> {
  const body = dereference(member(operation, 'requestBody'), document);
  const models = new Map<string, JsonObject>();
  for (const [mediaType, content] of Object.entries(objectAt(body, 'content'))) {
    const schema = isJsonObject(content) ? member(content, 'schema') : undefined;
    if (isJsonObject(schema)) models.set(mediaType.toLowerCase(), schema);
  }
  return models;
}

function dereference(value: Json | undefined, document: JsonObject): JsonObject {
  if (!isJsonObject(value)) return {};
  const reference = textAt(value, '$ref');
  if (reference === undefined) return value;
  const [, , group = '', name = ''] = reference.split('/');
  return objectAt(objectAt(objectAt(document, 'components'), group), name);
}

function readGatewayResponses(declared: JsonObject): ReadonlyMap<string, GatewayResponseSpec> {
  const responses = new Map<string, GatewayResponseSpec>();
  for (const [type, response] of Object.entries(declared)) {
    if (!isJsonObject(response)) continue;
    const status = Number(textAt(response, 'statusCode'));
    responses.set(type, {
      ...(Number.isInteger(status) ? { statusCode: status } : {}),
      parameters: textsOf(objectAt(response, 'responseParameters')),
      templates: textsOf(objectAt(response, 'responseTemplates')),
    });
  }
  return responses;
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}
