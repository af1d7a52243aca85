import type { GatewayBody } from './bodies';
import { isTextMediaType } from './media-types';

/**
 * The media types of bodies that are bytes: without being declared, they would reach a Lambda function as broken text.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
 */
export function binaryMediaTypes(bodies: Iterable<GatewayBody>, ofResponses: Iterable<string>): string[] {
  const found = new Set(ofResponses);
  for (const { contents } of bodies) for (const { mediaType } of contents) found.add(mediaType);
  return [...found].filter((mediaType) => !isTextMediaType(mediaType)).sort();
}
