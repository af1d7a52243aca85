import { isUtf8 } from 'node:buffer';
import type { IntegrationSpec } from '../document/route';
import { configurationFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import { isBinary } from '../http/media-types';
import { headerOf, mediaTypeOf } from '../http/request';
import type { BackendReply } from './expressions';

type ContentHandling = IntegrationSpec['contentHandling'];

/** A body between client and backend: text, which templates may transform, or bytes, which pass as they are. */
export type Payload = TextPayload | { readonly kind: 'bytes'; readonly bytes: Buffer };

/** Text as templates see it. */
export interface TextPayload {
  readonly kind: 'text';
  readonly text: string;
  /** What happened to a body that is not text, for the log. */
  readonly note?: string;
}

/**
 * What the backend gets of a request's body: the first table of the page below. What is bytes, its Content-Type says.
 * @throws GatewayFault when text that must be Base64 is not.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function requestPayload({ api, request, route }: Exchange): Payload {
  const mediaType = mediaTypeOf(headerOf(request.headers, 'content-type'));
  const { contentHandling } = route.integration;
  if (isBinary(api.gateway.binaryMediaTypes, mediaType)) {
    return contentHandling === 'CONVERT_TO_TEXT' ? base64Of(request.body) : bytesOf(request.body);
  }
  return contentHandling === 'CONVERT_TO_BINARY' ? decoded(request.body, 'request') : textOf(request.body, mediaType);
}

/**
 * What the client gets of a backend's body: the second table. What is bytes, the Content-Type of the backend says; whether the client
 * takes bytes, its Accept.
 * @throws GatewayFault when text that must be Base64 is not.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function responsePayload({ api, request }: Exchange, reply: BackendReply, handling: ContentHandling): Payload {
  const { binaryMediaTypes } = api.gateway;
  const mediaType = mediaTypeOf(headerOf(reply.headers, 'content-type'));
  const accept = mediaTypeOf(headerOf(request.headers, 'accept'));
  if (reply.body.length === 0) return { kind: 'text', text: '' };
  const staysText = handling === 'CONVERT_TO_TEXT' || (handling === undefined && !isBinary(binaryMediaTypes, accept));
  if (isBinary(binaryMediaTypes, mediaType)) {
    if (!staysText) return bytesOf(reply.body);
    const note = `sent as Base64: the client accepts '${accept ?? 'nothing in particular'}', which is no binary media type`;
    return handling === undefined ? { ...base64Of(reply.body), note } : base64Of(reply.body);
  }
  return staysText ? textOf(reply.body, mediaType) : decoded(reply.body, 'response');
}

/** The bytes of a payload on the wire. */
export function toBuffer(payload: Payload): Buffer {
  return payload.kind === 'text' ? Buffer.from(payload.text) : payload.bytes;
}

/** The text that a template is given. @throws GatewayFault for bytes: templates cannot read them. */
export function textForTemplate(payload: Payload, what: 'request' | 'response'): string {
  if (payload.kind === 'text') return payload.text;
  throw configurationFault(
    `unable to transform ${what}: its media type is a binary one, which no template can read; set contentHandling CONVERT_TO_TEXT`,
  );
}

function bytesOf(bytes: Buffer): Payload {
  return { kind: 'bytes', bytes };
}

function base64Of(bytes: Buffer): TextPayload {
  return { kind: 'text', text: bytes.toString('base64') };
}

/** Bytes that are no UTF-8 come out as replacement characters, as in the cloud. */
function textOf(bytes: Buffer, mediaType: string | undefined): TextPayload {
  const text = bytes.toString();
  if (isUtf8(bytes)) return { kind: 'text', text };
  const remedy = mediaType === undefined ? '' : `; add '${mediaType}' to the binary media types of the API`;
  return { kind: 'text', text, note: `broken, as it would be in the cloud: what is not UTF-8 is replaced${remedy}` };
}

function decoded(bytes: Buffer, what: 'request' | 'response'): Payload {
  const text = bytes.toString('latin1');
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.replace(/=+$/, '').length % 4 !== 1) {
    return bytesOf(Buffer.from(text, 'base64'));
  }
  throw configurationFault(
    `the ${what} is text, and as bytes are asked for, it must be Base64, but it is not; set contentHandling CONVERT_TO_TEXT`,
  );
}
