import { isJsonObject, type Json } from '../../shared/json';
import type { Exchange } from '../http/exchange';
import { type GatewayRequest, headerOf, lastOf } from '../http/request';
import { decodeSegment } from '../http/router';
import { followPath } from './json-path';

/** The variable `$input` of a template. */
export interface Input {
  readonly body: string;
  json(path: unknown): string;
  path(path: unknown): Json | '';
  params(name?: unknown): string | Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `$input` over a body: that of the request in request templates, that of the backend in response templates. None counts as `{}`. */
export function inputOf(exchange: Exchange, body: string): Input {
  const { request } = exchange;
  const path = new Map([...exchange.pathParameters].map(([name, value]) => [name, decodeSegment(value)]));
  return {
    body: body === '' ? '{}' : body,
    json: (expression) => {
      const found = followPath(parse(body), String(expression));
      return found === undefined ? '""' : JSON.stringify(found);
    },
    path: (expression) => followPath(parse(body), String(expression)) ?? '',
    params: (name) =>
      name === undefined ? allParameters(request, path) : (findParameter(request, path, String(name)) ?? ''),
  };
}

/** By name: the path first, then the query, then the headers. */
function findParameter(request: GatewayRequest, path: ReadonlyMap<string, string>, name: string): string | undefined {
  return path.get(name) ?? lastOf(request.query, name) ?? headerOf(request.headers, name);
}

function allParameters(request: GatewayRequest, path: ReadonlyMap<string, string>) {
  return {
    path: Object.fromEntries(path),
    querystring: Object.fromEntries(request.query),
    header: Object.fromEntries(request.headers),
  };
}

function parse(body: string): Json {
  if (body.trim() === '') return {};
  try {
    const value = JSON.parse(body) as Json;
    return isJsonObject(value) || Array.isArray(value) ? value : { '': value };
  } catch {
    return {};
  }
}
