import type { ApiGatewayEvent } from './api-gateway.js';
import { pathValues } from './path-template.js';

/** A request as it came, each location in a map of its own. */
export interface WireRequest {
  /** Still encoded: API Gateway does not decode them. */
  readonly path: { readonly [name: string]: string | undefined };
  /** Decoded, every value of a name in the order they came. */
  readonly query: { readonly [name: string]: readonly string[] | undefined };
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Reads the event of API Gateway for an operation: maps that are null are empty, and a body in base64 is decoded. */
export function readWire(template: string, event: ApiGatewayEvent): WireRequest {
  return {
    path: pathValues(template, event),
    query: event.multiValueQueryStringParameters ?? toLists(event.queryStringParameters ?? {}),
    headers: readHeaders(event),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

function toLists(values: { readonly [name: string]: string | undefined }): { [name: string]: readonly string[] } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === undefined ? [] : [value]]));
}

/** A header that came more than once is one list, joined as HTTP says; cookies have a separator of their own. */
function readHeaders(event: ApiGatewayEvent): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    if (value !== undefined) headers.set(name.toLowerCase(), value);
  }
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    const key = name.toLowerCase();
    if (values !== undefined) headers.set(key, values.join(key === 'cookie' ? '; ' : ', '));
  }
  return headers;
}
