import type { Json, JsonObject } from '../../shared/json';
import type { LocalApi } from '../assembly/local-app';
import { localAccount } from '../assembly/pseudo-parameters';
import type { GatewayDocument, Route } from '../document/route';
import type { GatewayRequest } from './request';

/** An API together with its document. */
export interface ServedApi extends LocalApi {
  readonly gateway: GatewayDocument;
}

/** A request on its way through the gateway. */
export interface Exchange {
  readonly api: ServedApi;
  readonly request: GatewayRequest;
  readonly route: Route;
  /** Still percent-encoded: that is how a Lambda function gets them. */
  readonly pathParameters: ReadonlyMap<string, string>;
  /** What an authorizer said. */
  readonly authorizer?: JsonObject;
  /** Parts of `requestContext.identity` that an authorizer knows. */
  readonly identity?: JsonObject;
}

/** A request of which it may not be known yet, or never, what it is on: there is no route for it. */
export type Arrival = Pick<Exchange, 'api' | 'request'> & Partial<Exchange>;

/** The `requestContext` of a Lambda event, which is `$context` of templates as well. */
export function contextOf({ api, request, route, authorizer, identity }: Arrival): Readonly<Record<string, Json>> {
  const userAgent = request.headers.findLast(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? null;
  const host = request.headers.findLast(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'localhost';
  return {
    accountId: localAccount,
    apiId: api.id,
    ...(authorizer === undefined ? {} : { authorizer }),
    deploymentId: 'local',
    domainName: host,
    domainPrefix: host.split(/[.:]/)[0] ?? 'localhost',
    extendedRequestId: request.id,
    httpMethod: request.method,
    identity: { ...anonymous, sourceIp: request.sourceIp, userAgent, ...identity },
    ...(route?.operationId === undefined ? {} : { operationName: route.operationId }),
    path: `/${api.stage}${request.path}`,
    protocol: request.protocol,
    requestId: request.id,
    requestTime: commonLogTime(request.receivedAt),
    requestTimeEpoch: request.receivedAt.getTime(),
    ...(route === undefined ? {} : { resourceId: resourceId(route.path), resourcePath: route.path }),
    stage: api.stage,
  };
}

/** The ARN of the method that was called, which policies of authorizers name. */
export function methodArn({ api, request }: Arrival, region: string): string {
  const resource = request.path.replace(/^\//, '');
  return `arn:aws:execute-api:${region}:${localAccount}:${api.id}/${api.stage}/${request.method}/${resource}`;
}

const anonymous: JsonObject = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

/** Stable for a path, so that logs of two runs can be compared. */
function resourceId(path: string): string {
  let hash = 0;
  for (const character of path) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash.toString(36).padStart(6, '0').slice(-6);
}

/** As in web server logs: `21/Nov/2026:10:41:07 +0000`. */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
