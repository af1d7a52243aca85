import { didYouMean } from '../../../shared/did-you-mean';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { operationError } from '../operation-error';

/**
 * The name that a path parameter of the model has in API Gateway.
 * @param place where a user wrote the name, such as `the key 'pets/{petId}'`
 * @throws Error when the operation has no such parameter
 */
export function pathVariable(operation: IntegrationOperationProps, place: string, name: string): string {
  const gatewayName = operation.pathVariables[name];
  if (gatewayName !== undefined) return gatewayName;
  const known = Object.keys(operation.pathVariables);
  const others = known.length > 0 ? `use one of ${known.join(', ')}` : 'it has none';
  const remedy = didYouMean(name, known, `${others}, or map it in 'requestParameters'`);
  throw operationError(operation, `${place} has '{${name}}', which is no path parameter of the operation${remedy}`);
}
