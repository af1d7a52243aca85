import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationOperationProps, IntegrationRenderProps } from '../../integrations/integration';
import { IntegrationResponseSet } from '../../integrations/integration-response-set';
import type { ServiceIntegrationOptions } from '../../integrations/service-integration-options';
import { isBinary } from '../binary-media-types';
import { operationError } from '../operation-error';
import { errorPattern } from '../responses/catch-all-responses';
import { chosenResponses } from '../responses/chosen-responses';
import { declaredResponse } from '../responses/declared';
import { emptyType, nothing } from '../responses/fixed-response';
import { type Responses, resolveResponses } from '../responses/resolve-responses';
import { statusesOf } from '../responses/status-pattern';
import { answerErrorCode, type ErrorCodes, errorType, type UsualResponse } from './error-template';
import { isJson } from './request-template';

/** What a service answers. */
export interface ServiceReply {
  /** As errors say it, such as `SQS`. */
  readonly service: string;
  /** The media type of what it answers. */
  readonly mediaType: string;
  readonly errors: ErrorCodes;
  /** The body of success as JSON, over `$root`. */
  readonly body: string;
  /**
   * The template of success, for services that say in what they answer whether they succeeded.
   * @param body the template of the body
   * @param usual what the response has by itself
   */
  readonly decide?: (body: string, usual: UsualResponse) => string;
}

const contentType = 'method.response.header.Content-Type';

/**
 * The responses of an operation to what a service answers.
 * @throws Error when the options do not go together, or when errors would be taken for success
 */
export function renderServiceResponses(
  operation: IntegrationRenderProps,
  options: ServiceIntegrationOptions,
  reply: ServiceReply,
): { [pattern: string]: ApiGatewayIntegrationResponse } {
  const { responseTemplate, errorIntegrationResponse, integrationResponseSet } = options;
  if (integrationResponseSet !== undefined && responseTemplate !== undefined) {
    throw operationError(
      operation,
      "'integrationResponseSet' stands for all responses, so 'responseTemplate' has no effect; remove one of them",
    );
  }
  const chosen = chosenResponses(operation, options, {
    success: (statusCode) => successResponse(operation, statusCode, responseTemplate, reply),
    errors: new ServiceErrorResponses(reply),
  });
  if (errorIntegrationResponse !== undefined) checkErrors(operation, chosen, reply);
  return resolveResponses(operation, chosen);
}

/** Puts what the service answered into `$root`. Where JSON is bytes to the API, it arrives as base64. */
export function readReply({ mediaType }: ServiceReply, { binaryMediaTypes }: IntegrationOperationProps): string {
  const bytes = isBinary(mediaType, binaryMediaTypes);
  return `#set($root = ${bytes ? '$util.parseJson($util.base64Decode($input.body))' : "$input.path('$')"})`;
}

function successResponse(
  operation: IntegrationRenderProps,
  statusCode: string,
  responseTemplate: string | undefined,
  reply: ServiceReply,
): ApiGatewayIntegrationResponse {
  const mediaTypes = declaredResponse(operation, statusCode)?.mediaTypes ?? [];
  const json = mediaTypes.find(isJson);
  const body = responseTemplate ?? (json === undefined ? '' : reply.body);
  const mediaType =
    responseTemplate === undefined ? (json ?? 'application/json') : (mediaTypes[0] ?? 'application/json');
  const status = Number(statusCode);
  const responseParameters = body === '' ? emptyType(status) : { [contentType]: `'${mediaType}'` };
  // API Gateway says the media type of the template when nothing else is said.
  const usual = { status, contentType: responseParameters[contentType] ?? `'${mediaType}'` };
  const decided = reply.decide?.(body, usual) ?? body;
  return {
    statusCode,
    contentHandling: 'CONVERT_TO_TEXT',
    responseParameters,
    responseTemplates: { [mediaType]: decided === '' ? nothing : `${readReply(reply, operation)}${decided}` },
  };
}

/** Errors of a service, by what the operation declares. */
class ServiceErrorResponses extends IntegrationResponseSet {
  constructor(private readonly reply: ServiceReply) {
    super();
  }

  render(operation: IntegrationRenderProps): Responses {
    const usual = { status: 500, contentType: errorType(operation, 500) };
    const text = answerErrorCode(operation, this.reply.errors, usual);
    const response = {
      statusCode: '500',
      contentHandling: 'CONVERT_TO_TEXT',
      responseParameters: { [contentType]: usual.contentType },
      responseTemplates: { 'application/json': text === '' ? nothing : `${readReply(this.reply, operation)}${text}` },
    };
    return { [errorPattern]: response };
  }
}

/** What is answered to success is made of what success says, which errors do not say. */
function checkErrors(operation: IntegrationRenderProps, responses: Responses, { service }: ServiceReply): void {
  const patterns = Object.keys(responses).filter((pattern) => pattern !== 'default');
  const caught = new Set(patterns.flatMap((pattern) => [...(statusesOf(pattern) ?? [])]));
  const missed = [...(statusesOf('[45]\\d{2}') ?? [])].find((status) => !caught.has(status));
  if (missed === undefined) return;
  throw operationError(
    operation,
    `'errorIntegrationResponse' has no response for ${missed}, so such an error of ${service} would be answered like success; use ErrorIntegrationResponses.catchAll() or .custom(), or 'integrationResponseSet' in its place`,
  );
}
