import type { Json } from '../../shared/json';
import { contextOf, type Exchange } from '../http/exchange';
import { headerOf, lastOf, type Pair } from '../http/request';
import { decodeSegment } from '../http/router';
import { followPath } from '../templates/json-path';

/** What the backend of an integration answered. */
export interface BackendReply {
  readonly status: number;
  readonly headers: readonly Pair[];
  readonly body: Buffer;
}

/**
 * The value of a mapping expression over the request: `method.request.path.id`, `context.requestId`, `'static'` ….
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export function fromRequest(expression: string, exchange: Exchange): string | undefined {
  const [, location = '', name = ''] = /^method\.request\.(\w+)\.?(.*)$/.exec(expression) ?? [];
  const { request, pathParameters } = exchange;
  switch (location.toLowerCase()) {
    case 'path': {
      const value = pathParameters.get(name);
      return value === undefined ? undefined : decodeSegment(value);
    }
    case 'querystring':
      return lastOf(request.query, name);
    case 'multivaluequerystring':
      return joined(request.query.filter(([each]) => each === name));
    case 'header':
      return headerOf(request.headers, name);
    case 'multivalueheader':
      return joined(request.headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()));
    case 'body':
      return fromBody(request.body, name);
    default:
      return fromAnywhere(expression, exchange);
  }
}

/** The value of a mapping expression over the backend's reply: `integration.response.header.ETag`, `'static'` …. */
export function fromReply(expression: string, reply: BackendReply, exchange: Exchange): string | undefined {
  const [, location = '', name = ''] = /^integration\.response\.(\w+)\.?(.*)$/.exec(expression) ?? [];
  switch (location.toLowerCase()) {
    case 'header':
      return headerOf(reply.headers, name);
    case 'multivalueheader':
      return joined(reply.headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()));
    case 'body':
      return fromBody(reply.body, name);
    default:
      return fromAnywhere(expression, exchange);
  }
}

/** Values that both directions know. */
export function fromAnywhere(expression: string, exchange: Exchange): string | undefined {
  if (/^'.*'$/s.test(expression)) return expression.slice(1, -1);
  const [, source, name = ''] = /^(context|stageVariables)\.(.+)$/.exec(expression) ?? [];
  if (source === 'context') return text(followPath(contextOf(exchange), `$.${name}`));
  return source === 'stageVariables' ? exchange.api.stageVariables[name] : undefined;
}

function fromBody(body: Buffer, path: string): string | undefined {
  const whole = body.toString();
  if (path === '') return whole;
  try {
    return text(followPath(JSON.parse(whole) as Json, `$.${path}`));
  } catch {
    return undefined;
  }
}

function joined(pairs: readonly Pair[]): string | undefined {
  return pairs.length === 0 ? undefined : pairs.map(([, value]) => value).join(',');
}

function text(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
