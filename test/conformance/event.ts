import { matchPath } from '../support/match-path';
import type { WireRequest } from './exchange';
import { toBytes, toHeaders } from './wire';

/** The event of API Gateway's Lambda proxy integration, version 1.0: path values are left encoded, query values are not, empty maps are null. */
export function toEvent(request: WireRequest, resource: string): object {
  const url = new URL(request.target, 'http://localhost');
  const headers = toHeaders(request);
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)] as const);
  const { bytes } = toBytes(request);
  const isText = /json|^text\/|urlencoded/.test(headers['content-type'] ?? 'json');
  return {
    resource,
    path: url.pathname,
    httpMethod: request.method,
    headers: orNull(headers),
    multiValueHeaders: orNull(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))),
    pathParameters: orNull(matchPath(resource, url.pathname) ?? {}),
    queryStringParameters: orNull(Object.fromEntries(query.map(([name, values]) => [name, values.at(-1)]))),
    multiValueQueryStringParameters: orNull(Object.fromEntries(query)),
    stageVariables: null,
    body: bytes === undefined ? null : bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: bytes !== undefined && !isText,
    requestContext: {
      resourcePath: resource,
      httpMethod: request.method,
      path: url.pathname,
      stage: 'prod',
      requestId: 'r',
      accountId: '123456789012',
      apiId: 'a',
      identity: {},
    },
  };
}

function orNull<T extends object>(map: T): T | null {
  return Object.keys(map).length === 0 ? null : map;
}
