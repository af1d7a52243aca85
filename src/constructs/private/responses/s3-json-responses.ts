import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationRenderProps } from '../../integrations/integration';
import { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { isBinary } from '../binary-media-types';
import type { Responses } from './resolve-responses';

/** Errors of S3 become JSON with their message. */
export class S3JsonResponses extends IntegrationResponseSet {
  render({ binaryMediaTypes }: IntegrationRenderProps): Responses {
    const body = isBinary('application/xml', binaryMediaTypes) ? '$util.base64Decode($input.body)' : '$input.body';
    return {
      '403': jsonError('403', body),
      '404': jsonError('404', body),
      '4\\d{2}': jsonError('400', body),
      '[35]\\d{2}': jsonError('500', body),
    };
  }
}

/**
 * S3 answers in XML: its message is taken out and escaped, where it has one.
 * @param body the XML, which the conversion makes base64 where XML is bytes to the API
 */
function jsonError(statusCode: string, body: string): ApiGatewayIntegrationResponse {
  const message =
    `#set($after = ${body}.split('<Message>'))` +
    "#if($after.size() > 1)#set($message = $after[1].split('</Message>')[0])#else#set($message = '')#end";
  const template = `${message}{"message": "$util.escapeJavaScript($message).replaceAll("\\\\'", "'")"}`;
  return {
    statusCode,
    contentHandling: 'CONVERT_TO_TEXT',
    responseParameters: { 'method.response.header.Content-Type': "'application/json'" },
    responseTemplates: { 'application/json': template },
  };
}
