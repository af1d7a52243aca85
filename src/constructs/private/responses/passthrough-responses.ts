import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationOperationProps, IntegrationRenderProps } from '../../integrations/integration';
import { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { contentHandling } from '../binary-media-types';
import { checkStatus, declaredResponse, successStatus } from './declared';
import type { Responses } from './resolve-responses';

/**
 * Headers with what S3 knows of an object, as it writes them: API Gateway looks them up by their case. A body without the first would be
 * `application/json` to a client.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
const passedHeaders = [
  ...['Content-Type', 'Content-Disposition', 'Content-Language', 'Cache-Control', 'Expires', 'ETag', 'Last-Modified'],
] as const;

/** What the backend does not decide: API Gateway counts the bytes, and the API says who may read across origins. */
export const ownHeaders = /^(?:content-length|vary|access-control-.+)$/i;

/** Whatever the backend answered is passed on. */
export class PassthroughResponses extends IntegrationResponseSet {
  constructor(private readonly statusCode: number | undefined) {
    super();
  }

  render(props: IntegrationRenderProps): Responses {
    const { statusCode } = this;
    if (statusCode !== undefined) checkStatus(props, String(statusCode), "'statusCode' of defaultPassthrough()");
    return { default: passthrough(props, String(statusCode ?? successStatus(props))) };
  }
}

/**
 * A response that passes on what the backend answered.
 * @param more headers besides those of every object and those that the operation declares
 */
export function passthrough(
  operation: IntegrationOperationProps,
  statusCode: string,
  more: readonly string[] = [],
): ApiGatewayIntegrationResponse {
  const declared = declaredResponse(operation, statusCode);
  const known = new Map([...passedHeaders, ...more].map((name) => [name.toLowerCase(), name]));
  const declaredNames = (declared?.headers ?? []).filter((name) => !ownHeaders.test(name));
  const names = new Map([...known, ...declaredNames.map((name) => [name.toLowerCase(), name] as const)]);
  return {
    statusCode,
    ...contentHandling(declared?.mediaTypes ?? [], operation.binaryMediaTypes),
    responseParameters: Object.fromEntries(
      [...names].map(([id, name]) => [
        `method.response.header.${name}`,
        `integration.response.header.${known.get(id) ?? inS3(name)}`,
      ]),
    ),
  };
}

/** S3 writes the names of its own headers in lower case. */
function inS3(name: string): string {
  return name.toLowerCase().startsWith('x-amz-') ? name.toLowerCase() : name;
}
