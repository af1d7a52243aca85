import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { internalFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import { isBinary } from '../http/media-types';
import { type GatewayReply, headerOf, mediaTypeOf, type Pair } from '../http/request';
import { noteOf } from './note';

/**
 * Reads what a function returned to a proxy integration.
 * @throws GatewayFault 502 when it is not of the form that API Gateway demands.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
 */
export function fromProxyResult(payload: Buffer, exchange: Exchange): GatewayReply {
  const result = parse(payload);
  const status = readStatus(result);
  const body = member(result, 'body') ?? '';
  if (typeof body !== 'string') throw malformed("'body' is not a string");
  const headers = readHeaders(result);
  const bytes = member(result, 'isBase64Encoded') === true && wantsBytes(exchange, headers);
  const note = status >= 400 ? noteOf(body) : undefined;
  const typed = headerOf(headers, 'content-type') !== undefined;
  return {
    status,
    headers: typed ? headers : [...headers, ['Content-Type', 'application/json']],
    body: Buffer.from(body, bytes ? 'base64' : 'utf8'),
    ...(note === undefined ? {} : { note }),
  };
}

function parse(payload: Buffer): JsonObject {
  const result = parseJson(payload.toString());
  if (!isJsonObject(result)) throw malformed('it is not an object');
  const allowed = ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'];
  const unknown = Object.keys(result).find((name) => !allowed.includes(name));
  if (unknown !== undefined && member(result, 'statusCode') === undefined) {
    throw malformed(`it has no 'statusCode' but '${unknown}'`);
  }
  return result;
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text === '' ? 'null' : text) as Json;
  } catch {
    throw malformed('it is no JSON; a function that streams needs the response transfer mode STREAM');
  }
}

/** The status of a result. @throws GatewayFault 502 when it is none. */
export function readStatus(result: JsonObject): number {
  const value = member(result, 'statusCode') ?? 200;
  const status = typeof value === 'string' ? Number(value) : value;
  if (typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599) return status;
  throw malformed(`'statusCode' is ${JSON.stringify(value)}`);
}

/** The headers of a result. Values of `multiValueHeaders` come with those of `headers`; a name that is in both is taken from the former. */
export function readHeaders(result: JsonObject): Pair[] {
  const pairs: Pair[] = [];
  const multiple = readMap(result, 'multiValueHeaders');
  for (const [name, values] of Object.entries(multiple)) {
    if (!Array.isArray(values)) throw malformed(`'multiValueHeaders.${name}' is not an array`);
    for (const value of values as readonly Json[]) pairs.push([name, scalar(name, value)]);
  }
  const given = new Set(Object.keys(multiple).map((name) => name.toLowerCase()));
  for (const [name, value] of Object.entries(readMap(result, 'headers'))) {
    if (!given.has(name.toLowerCase())) pairs.push([name, scalar(name, value)]);
  }
  return pairs;
}

function readMap(result: JsonObject, name: string): JsonObject {
  const value = member(result, name) ?? {};
  if (!isJsonObject(value)) throw malformed(`'${name}' is not an object`);
  return value;
}

function scalar(name: string, value: Json): string {
  if (typeof value === 'object' && value !== null) throw malformed(`header '${name}' is not a string`);
  return value === null ? '' : String(value);
}

/** Bytes go out only when the client's first media type, or that of the reply where the client names none, is a binary one. */
function wantsBytes({ api, request }: Exchange, headers: readonly Pair[]): boolean {
  const wanted = headerOf(request.headers, 'accept') ?? headerOf(headers, 'content-type');
  return isBinary(api.gateway.binaryMediaTypes, mediaTypeOf(wanted));
}

function malformed(why: string): Error {
  return internalFault(`malformed Lambda proxy response: ${why}`, 502);
}
