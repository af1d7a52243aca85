import { binaryMediaTypesExtension } from '../../openapi/gateway';
import type { JsonObject } from '../../shared/json';
import type { ApiGatewayIntegration } from '../integrations/api-gateway-integration';

/** What S3 calls an object whose media type nobody said, and what others do. */
const unknownBytes = ['application/octet-stream', 'binary/octet-stream'];

/** The media types of bodies that are bytes: those of the model, and those that the user added. */
export function binaryMediaTypes(document: JsonObject, added: readonly string[]): string[] {
  const declared = document[binaryMediaTypesExtension];
  return [...new Set([...(Array.isArray(declared) ? declared.map(String) : []), ...added])];
}

/** With those of objects in S3 that were stored without one, where an operation answers with bytes from there. */
export function withUnknownBytes(
  mediaTypes: readonly string[],
  integrations: readonly ApiGatewayIntegration[],
): string[] {
  const isBytes = ({ uri = '', responses = {} }: ApiGatewayIntegration) =>
    uri.includes(':s3:path/') &&
    Object.values(responses).some(({ contentHandling }) => contentHandling === 'CONVERT_TO_BINARY');
  return [...new Set([...mediaTypes, ...(integrations.some(isBytes) ? unknownBytes : [])])];
}

/**
 * How the body of a response that is passed on has to be handled so that it arrives as it is, whatever the request accepts. Left alone,
 * bytes would arrive as base64 where the request does not accept bytes in the first place, and text would be decoded from base64 where it
 * does. Bodies that may be either are left alone: nothing is right for both.
 * @param mediaTypes what the body may be; empty when nothing is known
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export function contentHandling(
  mediaTypes: readonly string[],
  binary: readonly string[],
): { readonly contentHandling?: string } {
  const bytes = mediaTypes.filter((mediaType) => isBinary(mediaType, binary));
  if (binary.length === 0 || mediaTypes.length === 0) return {};
  if (bytes.length === 0) return { contentHandling: 'CONVERT_TO_TEXT' };
  return bytes.length === mediaTypes.length ? { contentHandling: 'CONVERT_TO_BINARY' } : {};
}

/** Whether bodies of a media type are bytes to an API. */
export function isBinary(mediaType: string, binary: readonly string[]): boolean {
  const [type = ''] = mediaType.split('/');
  return [mediaType, `${type}/*`, '*/*'].some((each) => binary.includes(each));
}
