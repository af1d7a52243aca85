import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { ApiGatewayIntegration } from '../integrations/api-gateway-integration';

/** The places of request parameters: in an OpenAPI document, and in an expression of API Gateway. */
const locations: Readonly<Record<string, string>> = { path: 'path', querystring: 'query', header: 'header' };

/**
 * Adds an integration to an operation and declares what it uses: API Gateway refuses a mapping from a parameter or to a status or header
 * that the operation does not declare.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export function declareUsed(operation: JsonObject, integration: ApiGatewayIntegration): JsonObject {
  const parameters = declareParameters(operation, integration);
  return {
    ...operation,
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: declareResponses(operation, integration),
    'x-amazon-apigateway-integration': withoutUndefined(integration) as JsonObject,
  };
}

function declareParameters({ parameters }: JsonObject, integration: ApiGatewayIntegration): readonly Json[] {
  const declared = Array.isArray(parameters) ? (parameters as readonly Json[]) : [];
  const known = new Set(
    declared.map((parameter) => (isJsonObject(parameter) ? `${parameter.in} ${parameter.name}` : '')),
  );
  const sources = [...Object.values(integration.requestParameters ?? {}), ...(integration.cacheKeyParameters ?? [])];
  const added: JsonObject[] = [];
  for (const source of sources) {
    const [, location = '', name = ''] =
      /^method\.request\.(?:multivalue)?(path|querystring|header)\.(.+)$/.exec(source) ?? [];
    const place = locations[location];
    if (place === undefined || known.has(`${place} ${name}`)) continue;
    known.add(`${place} ${name}`);
    added.push({ name, in: place, required: place === 'path', schema: { type: 'string' } });
  }
  return [...declared, ...added];
}

function declareResponses(operation: JsonObject, { responses = {} }: ApiGatewayIntegration): JsonObject {
  const declared: Record<string, JsonObject> = {};
  for (const [status, response] of Object.entries(isJsonObject(operation.responses) ? operation.responses : {})) {
    if (isJsonObject(response)) declared[status] = response;
  }
  for (const { statusCode, responseParameters = {} } of Object.values(responses)) {
    const response = declared[statusCode] ?? { description: `${statusCode} response` };
    const names = Object.keys(responseParameters).flatMap(
      (name) => /^method\.response\.header\.(.+)$/.exec(name)?.[1] ?? [],
    );
    declared[statusCode] = names.length === 0 ? response : { ...response, headers: declareHeaders(response, names) };
  }
  return declared;
}

/** Names that the integration uses take the place of those that differ from them in case alone. */
function declareHeaders({ headers }: JsonObject, names: readonly string[]): JsonObject {
  const known = isJsonObject(headers) ? headers : {};
  const used = new Set(names.map((name) => name.toLowerCase()));
  const others = Object.entries(known).filter(([name]) => names.includes(name) || !used.has(name.toLowerCase()));
  return {
    ...Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])),
    ...Object.fromEntries(others),
  };
}

/** Without members that are undefined, which integrations of users may well have. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const defined = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(defined.map(([name, member]) => [name, withoutUndefined(member)]));
}
