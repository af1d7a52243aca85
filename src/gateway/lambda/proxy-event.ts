import type { Json } from '../../shared/json';
import { contextOf, type Exchange } from '../http/exchange';
import { isBinary } from '../http/media-types';
import { headerOf, mediaTypeOf, type Pair } from '../http/request';

/**
 * The event of a proxy integration, version 1.0: maps that would be empty are null, path parameters are still encoded.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function toProxyEvent(exchange: Exchange): Readonly<Record<string, Json>> {
  const { api, request, route, pathParameters } = exchange;
  // API Gateway keeps the length of the body to itself.
  const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  const binary = isBinary(api.gateway.binaryMediaTypes, mediaTypeOf(headerOf(request.headers, 'content-type')));
  const empty = request.body.length === 0;
  return {
    resource: route.path,
    path: request.path,
    httpMethod: request.method,
    headers: single(headers),
    multiValueHeaders: multiple(headers),
    queryStringParameters: single(request.query),
    multiValueQueryStringParameters: multiple(request.query),
    pathParameters: single([...pathParameters]),
    stageVariables: single(Object.entries(api.stageVariables)),
    requestContext: contextOf(exchange),
    body: empty ? null : request.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && !empty,
  };
}

/** The last value of each name; null when there is none. Header names that differ in case only are different names. */
function single(pairs: readonly Pair[]): Json {
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function multiple(pairs: readonly Pair[]): Json {
  if (pairs.length === 0) return null;
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}
