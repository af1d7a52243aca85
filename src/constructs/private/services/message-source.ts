import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import { sourceOf, type ValueSource } from './value-source';

/** What is sent unless chosen: the body, or the parameters of an operation without one. */
export function messageSource(operation: IntegrationOperationProps, given: RequestValue | undefined): ValueSource {
  if (given !== undefined) return sourceOf(given);
  return operation.contentTypes.length > 0 ? { kind: 'body' } : { kind: 'request' };
}
