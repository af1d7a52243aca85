import type { Json } from '../../shared/json';
import { GatewayFault } from '../gateway-fault';
import { type Arrival, contextOf, type Exchange } from '../http/exchange';
import { headerOf, lastOf, type Pair } from '../http/request';
import { decodeSegment } from '../http/router';
import { followPath } from '../templates/json-path';

/** What the backend of an integration answered. */
export interface BackendReply {
  readonly status: number;
  readonly headers: readonly Pair[];
  readonly body: Buffer;
  /** Why it is not a success, in a few words for the log. */
  readonly note?: string;
}

/**
 * The value of a mapping expression over the request: `method.request.path.id`, `context.requestId`, `'static'` ….
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export function fromRequest(expression: string, exchange: Arrival): string | undefined {
  const [, location = '', name = ''] = /^method\.request\.(\w+)\.?(.*)$/.exec(expression) ?? [];
  const { request, pathParameters } = exchange;
  switch (location.toLowerCase()) {
    case 'path': {
      const value = pathParameters?.get(name);
      return value === undefined ? undefined : decodeSegment(value);
    }
    case 'querystring':
      return lastOf(request.query, name);
    case 'multivaluequerystring':
      return joined(valuesOf(request.query, name));
    case 'header':
      return headerOf(request.headers, name);
    case 'multivalueheader':
      return joined(valuesOfHeader(request.headers, name));
    case 'body':
      return fromRequestBody(request.body, name);
    default:
      return fromAnywhere(expression, exchange);
  }
}

/** The values of a mapping expression for a parameter of a query, which may repeat; none that is empty. */
export function queryValues(expression: string, exchange: Exchange): readonly string[] {
  const name = /^method\.request\.multivaluequerystring\.(.+)$/i.exec(expression)?.[1];
  const value = fromRequest(expression, exchange);
  const values = name === undefined ? [value ?? ''] : valuesOf(exchange.request.query, name);
  return values.filter((each) => each !== '');
}

/** The value of a mapping expression over the backend's reply: `integration.response.header.ETag`, `'static'` …. */
export function fromReply(expression: string, reply: BackendReply, exchange: Exchange): string | undefined {
  const [, location = '', name = ''] = /^integration\.response\.(\w+)\.?(.*)$/.exec(expression) ?? [];
  switch (location.toLowerCase()) {
    case 'header':
      return headerOf(reply.headers, name);
    case 'multivalueheader':
      return joined(valuesOfHeader(reply.headers, name));
    case 'body':
      return fromBody(reply.body, name);
    default:
      return fromAnywhere(expression, exchange);
  }
}

/** Values that both directions know. */
export function fromAnywhere(expression: string, exchange: Arrival): string | undefined {
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

/** What looks like JSON has to be JSON; what does not, has no parts. */
function fromRequestBody(body: Buffer, path: string): string | undefined {
  const whole = body.toString();
  if (path === '') return whole;
  if (!/^\s*[{["]/.test(whole)) return undefined;
  try {
    return text(followPath(JSON.parse(whole) as Json, `$.${path}`));
  } catch {
    throw new GatewayFault('DEFAULT_4XX', 'Invalid JSON in request body');
  }
}

function valuesOf(pairs: readonly Pair[], name: string): string[] {
  return pairs.flatMap(([each, value]) => (each === name ? [value] : []));
}

function valuesOfHeader(pairs: readonly Pair[], name: string): string[] {
  return pairs.flatMap(([each, value]) => (each.toLowerCase() === name.toLowerCase() ? [value] : []));
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',');
}

function text(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
