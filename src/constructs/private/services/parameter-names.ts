import { didYouMean } from '../../../shared/did-you-mean';
import {
  type IntegrationOperationParameter,
  type IntegrationOperationProps,
  IntegrationParameterLocation,
} from '../../integrations/integration';
import { operationError } from '../operation-error';

/** Headers that OpenAPI does not let parameters be, and that any request may have. */
const undeclaredHeaders = new Set(['accept', 'authorization', 'content-type']);

/**
 * The name that a parameter of the model has in API Gateway.
 * @throws Error when the operation does not declare it
 */
export function gatewayNameOf(
  operation: IntegrationOperationProps,
  location: IntegrationParameterLocation,
  name: string,
): string {
  const found = findName(operation, location, name);
  if (found === undefined) {
    const known = namesAt(operation, location);
    const others = known.length > 0 ? `use one of ${known.join(', ')}` : `it has no ${location} parameters`;
    const remedy = didYouMean(name, known, `${others}, or declare it in the model`);
    throw operationError(
      operation,
      `RequestValue.${location}('${name}') is no ${location} parameter of the operation${remedy}`,
    );
  }
  if (!/['"$#\\]/.test(found)) return found;
  throw operationError(
    operation,
    `the ${location} parameter '${name}' has a quote, '$', '#' or '\\' in its name, which templates of API Gateway cannot read; rename it in the model`,
  );
}

/** The names of the parameters at a place, as the model has them. */
export function namesAt(operation: IntegrationOperationProps, location: IntegrationParameterLocation): string[] {
  if (location === IntegrationParameterLocation.PATH) return Object.keys(operation.pathVariables);
  return operation.parameters.filter((each) => each.location === location).map(({ name }) => name);
}

function findName(
  operation: IntegrationOperationProps,
  location: IntegrationParameterLocation,
  name: string,
): string | undefined {
  if (location === IntegrationParameterLocation.PATH) return operation.pathVariables[name];
  const isHeader = location === IntegrationParameterLocation.HEADER;
  const isMeant = (each: IntegrationOperationParameter) =>
    each.location === location && (isHeader ? each.name.toLowerCase() === name.toLowerCase() : each.name === name);
  const declared = operation.parameters.find(isMeant)?.name;
  return declared ?? (isHeader && undeclaredHeaders.has(name.toLowerCase()) ? name : undefined);
}
