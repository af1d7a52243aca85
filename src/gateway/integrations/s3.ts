import { callerOf, findRole } from '../buckets/caller';
import type { S3Request } from '../buckets/s3-call';
import type { IntegrationSpec } from '../document/route';
import type { Exchange } from '../http/exchange';
import { type Pair, parseQuery } from '../http/request';
import { decodeSegment } from '../http/router';
import { fillIn, mapRequest } from '../mapping/map-request';
import { mapResponse } from '../mapping/map-response';
import type { Backends, Integration } from './integration';
import { notImplemented } from './unsupported';

/** `arn:…:s3:path/<bucket>/<key>`, `arn:…:<bucket>.s3:path/<key>`, and what cannot be served: `arn:…:s3:action/<operation>`. */
const pattern = /^arn:[^:]*:apigateway:[^:]*:(?:([^:/]+)\.)?s3:(path|action)\/(.*)$/s;

/**
 * S3 over folders, in the form of its paths.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
 */
export const s3: Integration = {
  matches: ({ type, uri }) => type === 'aws' && pattern.test(uri),
  summarize: ({ integration }, { buckets }) => {
    const unavailable = whyNot(integration);
    if (unavailable !== undefined) return { kind: 's3', details: [], unavailable };
    return { kind: 's3', details: [buckets.shown(bucketOf(integration))] };
  },
  caveats: ({ integration }, { app }) => {
    const { credentials } = integration;
    if (whyNot(integration) !== undefined) return [];
    if (credentials === undefined) return ['S3: operations without a role (credentials) work here only'];
    return findRole(credentials, app)?.isWhole
      ? []
      : [`S3: what '${credentials}' may do is not known, so it may do everything`];
  },
  invoke: async (exchange, { app, buckets }) => {
    const { integration } = exchange.route;
    const unavailable = whyNot(integration);
    if (unavailable !== undefined) return notImplemented(unavailable);
    const caller = callerOf(integration.credentials ?? '', app);
    const request = toS3Request(exchange);
    const reply = buckets.handle(request, caller, knownBuckets(exchange, app));
    const note = reply.note ?? plusNote(request);
    return mapResponse(exchange, note === undefined ? reply : { ...reply, note }, String(reply.status));
  },
};

/**
 * A plus sign is written into the path as it is, where S3 reads a space, and so finds the signature wrong.
 * @see https://github.com/aws/aws-sdk-java/issues/1902
 */
function plusNote({ key }: S3Request): string | undefined {
  return key.includes('+')
    ? "works here only: deployed, S3 refuses keys with '+' from API Gateway (SignatureDoesNotMatch)"
    : undefined;
}

/**
 * Parameters arrive decoded and go into the path encoded, so the key is what the client meant: `a%20b%2Bc` is `a b+c`, `a%2Fb` is `a/b`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
function toS3Request(exchange: Exchange): S3Request {
  const { request, route } = exchange;
  const mapped = mapRequest(exchange);
  const { subdomain, path, query } = addressOf(route.integration);
  const { httpMethod } = route.integration;
  const declared = parseQuery(query).map(([name, value]): Pair => [name, fillIn(value, mapped.path)]);
  const filled = fillIn(path, mapped.path);
  // A value may have slashes: what S3 takes for the bucket is up to the first one.
  const [bucket = '', ...key] = subdomain === undefined ? filled.split('/') : [fillIn(subdomain, mapped.path), filled];
  return {
    id: request.id,
    method: httpMethod === '' || httpMethod === 'ANY' ? request.method : httpMethod,
    bucket,
    key: key.join('/'),
    query: [...declared, ...mapped.query],
    headers: mapped.headers,
    body: mapped.body,
  };
}

/** The parts of the URI, variables left in. */
function addressOf({ uri }: IntegrationSpec) {
  const [, subdomain, , address = ''] = pattern.exec(uri) ?? [];
  const mark = address.indexOf('?');
  const [path, query] = mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark + 1)];
  return { subdomain, path: path.replace(/^\//, '').split('/').map(decodeSegment).join('/'), query };
}

/** The bucket of the URI, which may be a variable. */
function bucketOf(integration: IntegrationSpec): string {
  const { subdomain, path } = addressOf(integration);
  return subdomain ?? path.split('/')[0] ?? '';
}

/** The buckets of the app, and those that the API names as they are: what exists elsewhere is believed. */
function knownBuckets({ api }: Exchange, app: Backends['app']): ReadonlySet<string> {
  const named = api.gateway.routes
    .filter(({ integration }) => s3.matches(integration))
    .map(({ integration }) => bucketOf(integration))
    .filter((bucket) => bucket !== '' && !bucket.includes('{'));
  return new Set([...app.buckets.map(({ name }) => name), ...named]);
}

function whyNot({ uri }: IntegrationSpec): string | undefined {
  const [, , style, operation] = pattern.exec(uri) ?? [];
  if (style !== 'action') return undefined;
  return `S3 operations by name (s3:action/${operation}) are not served; write the path of the object: s3:path/{bucket}/{key}`;
}
