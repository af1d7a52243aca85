import { didYouMean } from '../../../shared/did-you-mean';
import type { ApiGatewayIntegration } from '../../integrations/api-gateway-integration';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { isBinary } from '../binary-media-types';
import { operationError } from '../operation-error';

/** What an integration says of the body of requests. */
export type RequestBody = Pick<ApiGatewayIntegration, 'requestTemplates' | 'passthroughBehavior' | 'contentHandling'>;

/**
 * The body of requests to a backend: as it is, or made by templates. What has no template is passed on where another media type of the
 * operation has none, and refused otherwise.
 * @throws Error for templates that no request would be made by, and for those of bytes beside bytes that are passed on
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 */
export function requestBody(
  operation: IntegrationOperationProps,
  requestTemplates: { [mediaType: string]: string } | undefined,
): RequestBody {
  const templated = Object.keys(requestTemplates ?? {});
  if (requestTemplates === undefined || templated.length === 0) return { passthroughBehavior: 'WHEN_NO_MATCH' };
  // A request without a body and a Content-Type counts as JSON.
  const { contentTypes, binaryMediaTypes } = operation;
  const known = contentTypes.length > 0 ? contentTypes : ['application/json'];
  const unknown = templated.find((mediaType) => !known.includes(mediaType));
  if (unknown !== undefined) {
    const remedy = didYouMean(unknown, known, `use ${known.join(', ')}, or declare it in the model`);
    throw operationError(
      operation,
      `'requestTemplates' has a template for '${unknown}', which requests of the operation never have${remedy}`,
    );
  }
  const passed = known.filter((mediaType) => !templated.includes(mediaType));
  const bytes = templated.find((mediaType) => isBinary(mediaType, binaryMediaTypes));
  const passedBytes = passed.find((mediaType) => isBinary(mediaType, binaryMediaTypes));
  if (bytes !== undefined && passedBytes !== undefined) {
    throw operationError(
      operation,
      `'requestTemplates' has a template for '${bytes}', which is bytes to the API and so base64 to a template, but then '${passedBytes}' would be passed on as base64 too; write a template for both, or for none`,
    );
  }
  return {
    requestTemplates,
    passthroughBehavior: passed.length === 0 && contentTypes.length > 0 ? 'NEVER' : 'WHEN_NO_MATCH',
    ...(bytes === undefined ? {} : { contentHandling: 'CONVERT_TO_TEXT' }),
  };
}
