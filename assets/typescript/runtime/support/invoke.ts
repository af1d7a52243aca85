import type { ApiGatewayEvent, LambdaContext, LambdaFunction } from './api-gateway.js';
import { type RequestPlan, toHeaders, toUrl } from './client.js';
import { throwsViolations } from './create-handler.js';
import { readBody } from './read-response.js';

/** What a test may add to the event. */
export interface InvokeOptions {
  readonly headers?: { readonly [name: string]: string } | undefined;
  /** What the authorizer would have returned. */
  readonly authorizer?: { readonly [name: string]: unknown } | undefined;
  readonly context?: Partial<LambdaContext> | undefined;
}

/** A handler of one operation; a plain Lambda function passes too, the wrapper of another operation does not. */
export type HandlerOf<OperationId extends string> = LambdaFunction & { readonly operationId?: OperationId };

/** A request, and the path of the model that it is for. */
interface InvokePlan extends RequestPlan {
  readonly resource: string;
}

/**
 * Calls a handler in this process as API Gateway would: through serialisation and validation. `headers` and `headerValues` of the result do not count when it
 * is compared with `toEqual({ status, body })`.
 *
 * @throws ResponseViolationError when the response is not what the model says.
 */
export async function invokeHandler<Response>(
  handler: LambdaFunction,
  plan: RequestPlan,
  resource: string,
  options: InvokeOptions = {},
): Promise<Response> {
  const result = await handler(await toEvent({ ...plan, resource }, options), toContext(plan.operationId, options));
  const headers = new globalThis.Headers(result.headers);
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
    for (const value of values) headers.append(name, value);
  }
  const bytes = Buffer.from(result.body, result.isBase64Encoded === true ? 'base64' : 'utf8');
  const isEmpty = [101, 204, 205, 304].includes(result.statusCode);
  const response = new globalThis.Response(isEmpty ? null : bytes, { status: result.statusCode, headers });
  const body = await readBody(response, plan.kinds);
  const raw = Object.defineProperty({ status: result.statusCode, body }, 'headers', { value: headers });
  return Object.defineProperty(raw, 'headerValues', { value: plan.headerValues?.(response) }) as Response;
}

/** The event of API Gateway for a request. */
export async function toEvent(
  plan: InvokePlan,
  { headers: own = {}, authorizer }: InvokeOptions,
): Promise<ApiGatewayEvent> {
  const url = new URL(toUrl('http://localhost', plan));
  const given = Object.entries({ ...toHeaders(plan), ...own }).filter(([, value]) => value !== undefined);
  const request = new Request(url, { method: 'POST', body: plan.body?.data ?? null });
  const headers = { ...Object.fromEntries(request.headers), ...Object.fromEntries(given as [string, string][]) };
  const query = multiValues(url.searchParams);
  const bytes = Buffer.from(await request.arrayBuffer());
  return {
    resource: plan.resource,
    path: url.pathname,
    httpMethod: plan.method,
    headers,
    multiValueHeaders: mapValues(headers, (value) => [value]),
    pathParameters: pathValues(plan),
    queryStringParameters: mapValues(query, (values) => values.at(-1) ?? ''),
    multiValueQueryStringParameters: query,
    stageVariables: null,
    body: plan.body === undefined ? null : bytes.toString('base64'),
    isBase64Encoded: plan.body !== undefined,
    requestContext: toRequestContext(plan, url.pathname, authorizer),
  };
}

function toRequestContext(
  plan: InvokePlan,
  path: string,
  authorizer: InvokeOptions['authorizer'],
): ApiGatewayEvent['requestContext'] {
  const identity = { userAgent: null, user: null, userArn: null, caller: null, apiKey: null, accountId: null };
  return {
    accountId: '123456789012',
    apiId: 'test',
    httpMethod: plan.method,
    path,
    protocol: 'HTTP/1.1',
    requestId: 'test',
    requestTimeEpoch: Date.now(),
    resourceId: 'test',
    resourcePath: plan.resource,
    stage: 'test',
    authorizer,
    identity: { sourceIp: '127.0.0.1', ...identity, accessKey: null, cognitoIdentityId: null },
  };
}

/** What stands in the path in the places of the parameters, encoded as API Gateway leaves it. */
function pathValues({ path, resource }: InvokePlan) {
  const names: string[] = [];
  const pattern = resource.split(/\{([^}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return encodePath(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(part.replace('+', ''));
    return part.endsWith('+') ? '(.+)' : '([^/]*)';
  });
  const values = new RegExp(`^${pattern.join('')}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

/** The fixed parts of a path as they stand in a URL. */
function encodePath(part: string): string {
  return encodeURI(part).replaceAll('?', '%3F').replaceAll('#', '%23');
}

/** A Lambda context in which a response that violates the model is thrown. */
export function toContext(operationId: string, { context }: InvokeOptions): LambdaContext {
  return {
    functionName: operationId,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:123456789012:function:${operationId}`,
    memoryLimitInMB: '512',
    awsRequestId: 'test',
    logGroupName: `/aws/lambda/${operationId}`,
    logStreamName: 'test',
    getRemainingTimeInMillis: () => 30_000,
    ...context,
    ...{ [throwsViolations]: true },
  };
}

function multiValues(search: URLSearchParams): { [name: string]: string[] } {
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}

function mapValues<From, To>(values: { readonly [name: string]: From }, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
