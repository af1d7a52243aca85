import { Stack } from 'aws-cdk-lib/core';
import type { ApiGatewayIntegration } from '../../integrations/api-gateway-integration';
import type { IntegrationRenderProps } from '../../integrations/integration';
import type { ServiceIntegrationOptions } from '../../integrations/service-integration-options';
import { operationError } from '../operation-error';
import { requestMediaTypes } from '../request-media-types';
import type { Piece } from './pieces';
import { RequestTemplate } from './request-template';
import { renderServiceResponses, type ServiceReply } from './service-responses';
import { ServiceRole } from './service-role';

/** A request to a service. */
export interface ServiceRequest {
  /** After `arn:aws:apigateway:`: `eu-west-1:sqs:path/…`. */
  readonly target: string;
  /** Headers that are always the same. */
  readonly headers: Readonly<Record<string, string>>;
  /** The options that the body is made from, by their names. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The body, for requests of one media type. */
  body(template: RequestTemplate): Piece[];
}

/**
 * The integration of an operation with a service, as the role of the API.
 * @throws Error when the options do not go together, or do not go with the operation
 */
export function renderService(
  operation: IntegrationRenderProps,
  options: ServiceIntegrationOptions,
  request: ServiceRequest,
  reply: ServiceReply,
): ApiGatewayIntegration {
  const { partition } = Stack.of(operation.scope);
  return {
    type: 'AWS',
    httpMethod: 'POST',
    uri: `arn:${partition}:apigateway:${request.target}`,
    credentials: ServiceRole.of(operation.scope).roleArn,
    contentHandling: 'CONVERT_TO_TEXT',
    passthroughBehavior: 'NEVER',
    requestParameters: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [`integration.request.header.${name}`, `'${value}'`]),
    ),
    requestTemplates: requestTemplates(operation, options, request),
    responses: renderServiceResponses(operation, options, reply),
  };
}

function requestTemplates(
  operation: IntegrationRenderProps,
  { requestTemplate }: ServiceIntegrationOptions,
  request: ServiceRequest,
): { [mediaType: string]: string } {
  const mediaTypes = requestMediaTypes(operation.contentTypes);
  if (requestTemplate === undefined) {
    const entries = mediaTypes.map((mediaType) => {
      const template = new RequestTemplate(operation, mediaType);
      return [mediaType, template.print(request.body(template))] as const;
    });
    return Object.fromEntries(entries);
  }
  const other = Object.entries(request.options).find(([, value]) => value !== undefined)?.[0];
  if (other === undefined) return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, requestTemplate]));
  throw operationError(
    operation,
    `'requestTemplate' stands for the whole request, so '${other}' has no effect; remove one of them`,
  );
}
