import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationRenderProps } from '../../integrations/integration';
import type { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { contentHandling } from '../binary-media-types';
import { CatchAllResponses, errorPattern } from '../responses/catch-all-responses';
import { renderErrorSet, renderWholeSet } from '../responses/chosen-sets';
import { declaredResponse, successStatus } from '../responses/declared';
import { ownHeaders } from '../responses/passthrough-responses';
import { type Responses, resolveResponses } from '../responses/resolve-responses';

/** What a user says of the responses. */
export interface HttpResponseOptions {
  readonly errorIntegrationResponse?: IntegrationResponseSet;
  readonly integrationResponseSet?: IntegrationResponseSet;
}

/**
 * The statuses that are passed on where the model says no more than their class. API Gateway has one response for each status that it
 * answers with, so it cannot pass on all of a class.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html
 */
export const usualStatuses: ReadonlyMap<string, readonly number[]> = new Map([
  ['2XX', [200, 201, 202, 204]],
  ['3XX', [301, 302, 303, 304, 307, 308]],
  ['4XX', [400, 401, 403, 404, 409, 410, 412, 415, 422, 429]],
  ['5XX', [500, 502, 503, 504]],
]);

/** The responses of an operation to what an HTTP server answers. */
export function renderHttpResponses(
  operation: IntegrationRenderProps,
  { errorIntegrationResponse, integrationResponseSet }: HttpResponseOptions,
): Responses {
  if (integrationResponseSet !== undefined) {
    const whole = renderWholeSet(operation, integrationResponseSet, { errorIntegrationResponse });
    return resolveResponses(operation, whole);
  }
  const passed = passedStatuses(operation).map((status) => [status, passOn(operation, status)] as const);
  const success = { default: passOn(operation, successStatus(operation)) };
  if (errorIntegrationResponse === undefined) {
    return resolveResponses(operation, { ...success, ...remainingErrors(passed), ...Object.fromEntries(passed) });
  }
  // There is one response for a status: where the user has it, it is for that status of the backend, too.
  const errors = renderErrorSet(operation, errorIntegrationResponse);
  const own = new Map(Object.values(errors).map((response) => [response.statusCode, response]));
  const kept = passed.map(([status, response]) => [status, own.get(status) ?? response] as const);
  return resolveResponses(operation, { ...success, ...Object.fromEntries(kept), ...errors });
}

/** What the model declares: statuses, and the usual ones of classes. */
function passedStatuses({ responses }: IntegrationRenderProps): string[] {
  const declared = responses.map(({ statusCode }) => statusCode);
  const hasSuccess = declared.some((status) => status.startsWith('2'));
  const ofDefault = declared.includes('default') ? [...(hasSuccess ? [] : ['2XX']), '4XX', '5XX'] : [];
  const usual = [...declared, ...ofDefault].flatMap((status) => usualStatuses.get(status) ?? []);
  return [...new Set([...declared.filter((status) => /^[2-5]\d\d$/.test(status)), ...usual.map(String)])];
}

/** Body, media type, and the headers that the operation declares for the status. */
function passOn(operation: IntegrationRenderProps, statusCode: string): ApiGatewayIntegrationResponse {
  const declared = declaredResponse(operation, statusCode);
  const headers = ['Content-Type', ...(declared?.headers ?? []).filter((name) => !ownHeaders.test(name))];
  return {
    statusCode,
    ...contentHandling(declared?.mediaTypes ?? [], operation.binaryMediaTypes),
    responseParameters: Object.fromEntries(
      headers.map((name) => [`method.response.header.${name}`, `integration.response.header.${name}`]),
    ),
  };
}

/** Errors that the model does not declare are a 500 as well: the one that it declares, or one without a body. */
function remainingErrors(passed: readonly (readonly [string, ApiGatewayIntegrationResponse])[]): Responses {
  const [, internal] = passed.find(([status]) => status === '500') ?? [];
  return internal === undefined ? new CatchAllResponses().render() : { [errorPattern]: internal };
}
