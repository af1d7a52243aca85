import type { IntegrationRenderProps } from '../../integrations/integration';
import type { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { operationError } from '../operation-error';
import type { Responses } from './resolve-responses';
import { isForSuccess } from './status-pattern';

/**
 * All responses, as a user chose them.
 * @param others the options that it stands for as well, by their names
 * @throws Error when one of those is given too, and when there is no response for success
 */
export function renderWholeSet(
  operation: IntegrationRenderProps,
  set: IntegrationResponseSet,
  others: Readonly<Record<string, unknown>>,
): Responses {
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (other !== undefined) {
    throw operationError(
      operation,
      `'integrationResponseSet' stands for all responses, so '${other}' has no effect; remove one of them, or put both into IntegrationResponseSets.composite()`,
    );
  }
  const responses = set.render(operation);
  if (Object.keys(responses).some(isForSuccess)) return responses;
  throw operationError(
    operation,
    "'integrationResponseSet' has no response for success; put IntegrationResponseSets.defaultPassthrough() before it in IntegrationResponseSets.composite()",
  );
}

/**
 * The responses to errors, as a user chose them.
 * @throws Error when one is for success as well
 */
export function renderErrorSet(operation: IntegrationRenderProps, set: IntegrationResponseSet): Responses {
  const errors = set.render(operation);
  const pattern = Object.keys(errors).find(isForSuccess);
  if (pattern === undefined) return errors;
  throw operationError(
    operation,
    `'errorIntegrationResponse' has a response for '${pattern}', which success matches too; use a pattern for errors such as '4\\d{2}', or 'integrationResponseSet' in its place`,
  );
}
