import { matchPath } from '../support/match-path';
import type { Served } from './suite';

/** What a Lambda proxy integration is given back. */
export interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/**
 * The event that API Gateway's Lambda proxy integration, version 1.0, makes of a request: path values are left encoded, query values are
 * not, empty maps are null.
 */
export async function eventOf(request: Request, resource: string): Promise<object> {
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)] as const);
  const bytes = Buffer.from(await request.arrayBuffer());
  const isText = /json|urlencoded/.test(headers['content-type'] ?? '');
  return {
    resource,
    path: url.pathname,
    httpMethod: request.method,
    headers: orNull(headers),
    multiValueHeaders: orNull(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))),
    pathParameters: orNull(pathValues(resource, url.pathname)),
    queryStringParameters: orNull(Object.fromEntries(query.map(([name, values]) => [name, values.at(-1)]))),
    multiValueQueryStringParameters: orNull(Object.fromEntries(query)),
    stageVariables: null,
    body: bytes.length === 0 ? null : bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: bytes.length > 0 && !isText,
    requestContext: { resourcePath: resource, httpMethod: request.method, path: url.pathname, identity: {} },
  };
}

/** The response that API Gateway makes of what a function returned. */
export function responseOf({ statusCode, headers, multiValueHeaders, body, isBase64Encoded }: Result): Response {
  const all = new Headers(headers);
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) {
    all.delete(name);
    for (const value of values) all.append(name, value);
  }
  const hasBody = ![101, 204, 205, 304].includes(statusCode);
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
  return new Response(hasBody ? bytes : null, { status: statusCode, headers: all });
}

/** What a handler did, by what it gave back. */
export function servedOf({ statusCode, headers, multiValueHeaders, body, isBase64Encoded }: Result): Served {
  const several = Object.entries(multiValueHeaders ?? {}).map(([name, values]) => [name, values.join(', ')] as const);
  const all = [...Object.entries(headers ?? {}), ...several];
  return {
    status: statusCode,
    headers: Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value])),
    bytes: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

function pathValues(resource: string, path: string): object {
  const values = matchPath(resource, path);
  if (values === undefined) throw new Error(`${path} is not of ${resource}`);
  return values;
}

function orNull<T extends object>(map: T): T | null {
  return Object.keys(map).length === 0 ? null : map;
}
