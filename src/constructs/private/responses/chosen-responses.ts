import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationRenderProps } from '../../integrations/integration';
import type { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { operationError } from '../operation-error';
import { checkStatus, successStatus } from './declared';
import type { Responses } from './resolve-responses';
import { isForSuccess } from './status-pattern';

/** What a user says of the responses of an integration. */
export interface ResponseOptions {
  readonly successResponseStatusCode?: number;
  readonly errorIntegrationResponse?: IntegrationResponseSet;
  readonly integrationResponseSet?: IntegrationResponseSet;
}

/** What is answered where the user says nothing. */
export interface ResponseDefaults {
  success(statusCode: string): ApiGatewayIntegrationResponse;
  readonly errors: IntegrationResponseSet;
}

/** The responses that the user chose, and the usual ones for what was not chosen. */
export function chosenResponses(
  operation: IntegrationRenderProps,
  options: ResponseOptions,
  defaults: ResponseDefaults,
): Responses {
  const { successResponseStatusCode, errorIntegrationResponse, integrationResponseSet } = options;
  if (integrationResponseSet === undefined) {
    const success = defaults.success(successOf(operation, successResponseStatusCode));
    return { default: success, ...errorsOf(operation, errorIntegrationResponse ?? defaults.errors) };
  }
  const other = errorIntegrationResponse === undefined ? 'successResponseStatusCode' : 'errorIntegrationResponse';
  if (errorIntegrationResponse !== undefined || successResponseStatusCode !== undefined) {
    throw operationError(
      operation,
      `'integrationResponseSet' stands for all responses, so '${other}' has no effect; remove one of them, or put both into IntegrationResponseSets.composite()`,
    );
  }
  const responses = integrationResponseSet.render(operation);
  if (Object.keys(responses).some(isForSuccess)) return responses;
  throw operationError(
    operation,
    "'integrationResponseSet' has no response for success; put IntegrationResponseSets.defaultPassthrough() before it in IntegrationResponseSets.composite()",
  );
}

function successOf(operation: IntegrationRenderProps, statusCode: number | undefined): string {
  if (statusCode === undefined) return successStatus(operation);
  checkStatus(operation, String(statusCode), "'successResponseStatusCode'");
  if (statusCode >= 200 && statusCode < 300) return String(statusCode);
  throw operationError(
    operation,
    `'successResponseStatusCode' is ${statusCode}, which is no status of success; use one from 200 to 299`,
  );
}

function errorsOf(operation: IntegrationRenderProps, set: IntegrationResponseSet): Responses {
  const errors = set.render(operation);
  const pattern = Object.keys(errors).find(isForSuccess);
  if (pattern === undefined) return errors;
  throw operationError(
    operation,
    `'errorIntegrationResponse' has a response for '${pattern}', which success matches too; use a pattern for errors such as '4\\d{2}', or 'integrationResponseSet' in its place`,
  );
}
