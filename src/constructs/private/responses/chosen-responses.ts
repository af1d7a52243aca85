import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationRenderProps } from '../../integrations/integration';
import type { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { operationError } from '../operation-error';
import { renderErrorSet, renderWholeSet } from './chosen-sets';
import { checkStatus, successStatus } from './declared';
import type { Responses } from './resolve-responses';

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
    return { default: success, ...renderErrorSet(operation, errorIntegrationResponse ?? defaults.errors) };
  }
  return renderWholeSet(operation, integrationResponseSet, { errorIntegrationResponse, successResponseStatusCode });
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
