import { Annotations } from 'aws-cdk-lib/core';
import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationRenderProps } from '../../integrations/integration';
import { isBinary } from '../binary-media-types';
import { CatchAllResponses, errorPattern } from '../responses/catch-all-responses';
import { chosenResponses, type ResponseOptions } from '../responses/chosen-responses';
import { passthrough } from '../responses/passthrough-responses';
import { type Responses, resolveResponses } from '../responses/resolve-responses';
import { statusesOf } from '../responses/status-pattern';
import type { S3Request } from './s3-request';

/** The responses of an operation to what S3 answers. */
export function renderS3Responses(
  operation: IntegrationRenderProps,
  options: ResponseOptions,
  request: S3Request,
): { [pattern: string]: ApiGatewayIntegrationResponse } {
  const chosen = chosenResponses(operation, options, {
    success: (statusCode) => passthrough(operation, statusCode),
    errors: new CatchAllResponses(),
  });
  const responses = resolveResponses(operation, { ...readResponses(operation, request, chosen), ...chosen });
  warnBinaryErrors(operation, responses);
  return responses;
}

/** What S3 answers to conditional requests and to those for a part, unless the user has a response with the status. */
function readResponses(operation: IntegrationRenderProps, request: S3Request, chosen: Responses): Responses {
  const statuses = new Set(Object.values(chosen).map(({ statusCode }) => statusCode));
  const notModified = request.access.reads && !statuses.has('304');
  const partial = request.access.reads && request.hasRange && !statuses.has('206');
  const part = passthrough(operation, '206', ['Accept-Ranges', 'Content-Range']);
  return {
    // The body is a part of what success has.
    ...(partial ? { '206': { ...part, contentHandling: chosen.default?.contentHandling } } : {}),
    ...(notModified ? { '304': passthrough(operation, '304') } : {}),
  };
}

/** Errors that come as success are XML, which the conversion of bytes would take for base64. */
function warnBinaryErrors(operation: IntegrationRenderProps, { default: success, ...others }: Responses): void {
  const isXmlText = !isBinary('application/xml', operation.binaryMediaTypes);
  if (success?.contentHandling !== 'CONVERT_TO_BINARY' || !isXmlText) return;
  const caught = new Set(Object.keys(others).flatMap((pattern) => [...(statusesOf(pattern) ?? [])]));
  if ([...(statusesOf(errorPattern) ?? [])].every((status) => caught.has(status))) return;
  Annotations.of(operation.scope).addWarningV2(
    `type-safe-api-project:binary-errors-${operation.operationId}`,
    `operation '${operation.operationId}' answers with bytes and passes errors of S3 on like success, but those are XML, for which clients get a 500; add 'application/xml' to 'binaryMediaTypes' of the API, or give errors responses of their own`,
  );
}
