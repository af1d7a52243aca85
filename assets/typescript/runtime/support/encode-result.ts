import type { ApiGatewayResult } from './api-gateway.js';
import { type Content, findContent, json } from './content.js';
import type { OperationResponse } from './response.js';

/** Writes a response as API Gateway wants it. A header of the response itself wins over the media type of the model. */
export function encodeResult(response: OperationResponse, contents: readonly Content[]): ApiGatewayResult {
  const { statusCode, body, headers = {}, multiValueHeaders } = response;
  const own = contentTypeOf(response);
  const content = findContent(contents, own) ?? json();
  const encoded = body === undefined ? '' : content.encode(body);
  const isBinary = typeof encoded !== 'string';
  const result: ApiGatewayResult = {
    statusCode,
    headers:
      own === undefined && body !== undefined ? { 'content-type': concrete(content), ...headers } : { ...headers },
    body: isBinary ? Buffer.from(encoded).toString('base64') : encoded,
    isBase64Encoded: isBinary,
  };
  if (multiValueHeaders !== undefined) result.multiValueHeaders = toMutable(multiValueHeaders);
  return result;
}

/** The media type that a response says itself. */
export function contentTypeOf({ headers = {} }: OperationResponse): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
}

/** A range is not a media type that one can send. */
function concrete({ mediaType, usual = 'application/octet-stream' }: Content): string {
  return mediaType.includes('*') ? usual : mediaType;
}

function toMutable(headers: { readonly [name: string]: readonly string[] }): { [name: string]: string[] } {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, [...values]]));
}
