import type { JsonObject } from '../../shared/json';
import { type CorsHeaders, echoOrigin, headerParameters } from './cors';
import { declareUsed } from './declare-used';
import { requestMediaTypes } from './request-media-types';

/**
 * The operation that answers preflight requests for a path, to anybody. A preflight request that has a body, which browsers do not send,
 * gets 415; with a passthrough, or without the conversions where an API has binary media types, it would get 500.
 */
export function preflightOperation(path: string, contentTypes: readonly string[], cors: CorsHeaders): JsonObject {
  const statusCode = cors.preflightStatus;
  const template = JSON.stringify({ statusCode });
  const echo = echoOrigin(cors);
  const variables = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].flatMap((match) => match[1] ?? []);
  const operation: JsonObject = {
    ...(variables.length > 0 ? { parameters: variables.map(pathParameter) } : {}),
    responses: {},
    security: [],
    'x-amazon-apigateway-auth': { type: 'NONE' },
  };
  return declareUsed(operation, {
    type: 'MOCK',
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
    requestTemplates: Object.fromEntries(requestMediaTypes(contentTypes).map((mediaType) => [mediaType, template])),
    responses: {
      default: {
        statusCode: String(statusCode),
        contentHandling: 'CONVERT_TO_TEXT',
        responseParameters: headerParameters('method.response', cors.preflight),
        ...(echo === '' ? {} : { responseTemplates: { 'application/json': echo } }),
      },
    },
  });
}

function pathParameter(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}
