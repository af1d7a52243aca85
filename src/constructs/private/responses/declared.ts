import { didYouMean } from '../../../shared/did-you-mean';
import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationOperationProps, IntegrationOperationResponse } from '../../integrations/integration';
import { operationError } from '../operation-error';

/** Headers that any response may have: the media type, and what browsers ask for from other origins. */
const undeclaredHeaders = /^(?:content-type|vary|access-control-.+)$/i;

/** The response of an operation for a status: its own, the one of its range, or the default one. */
export function declaredResponse(
  { responses }: IntegrationOperationProps,
  statusCode: string,
): IntegrationOperationResponse | undefined {
  const names = [statusCode, `${statusCode.charAt(0)}XX`, 'default'];
  return names.map((name) => responses.find((response) => response.statusCode === name)).find(Boolean);
}

/** The status of success unless chosen: 200, or the first one that is declared in its place. */
export function successStatus({ responses }: IntegrationOperationProps): string {
  const declared = responses.map(({ statusCode }) => statusCode).filter((statusCode) => /^2\d\d$/.test(statusCode));
  return declared.includes('200') ? '200' : (declared.sort()[0] ?? '200');
}

/**
 * Checks a status that a user wrote.
 * @param what how the user gave it, such as `'successResponseStatusCode'`
 * @throws Error when it is no status, or none that the operation declares
 */
export function checkStatus(operation: IntegrationOperationProps, statusCode: string, what: string): void {
  if (!/^[1-5]\d\d$/.test(statusCode)) {
    throw operationError(operation, `${what} is '${statusCode}', which is no status; use a number from 100 to 599`);
  }
  if (declaredResponse(operation, statusCode) !== undefined) return;
  const known = operation.responses.map((response) => response.statusCode).join(', ');
  throw operationError(
    operation,
    `${what} is ${statusCode}, a response that the operation does not declare; use one that it does, ${known}, or declare it in the model`,
  );
}

/**
 * Checks a response that a user wrote, given for a pattern.
 * @throws Error when its status or one of its headers is not declared, or not of the form of API Gateway
 */
export function checkResponse(
  operation: IntegrationOperationProps,
  pattern: string,
  { statusCode, responseParameters = {} }: ApiGatewayIntegrationResponse,
): void {
  checkStatus(operation, statusCode, `'statusCode' of the response for '${pattern}'`);
  for (const [target, source] of Object.entries(responseParameters)) {
    const name = /^method\.response\.header\.([^\s.]+)$/.exec(target)?.[1];
    if (name === undefined) {
      throw operationError(
        operation,
        `the response for '${pattern}' has the parameter '${target}'; write 'method.response.header.<name>'`,
      );
    }
    checkSource(operation, pattern, target, source);
    if (!undeclaredHeaders.test(name)) checkHeader(operation, pattern, statusCode, name);
  }
}

function checkSource(operation: IntegrationOperationProps, pattern: string, target: string, source: string): void {
  const forms =
    /^'[^']*'$|^integration\.response\.(?:(?:multivalue)?header\..+|body(?:\..+)?)$|^(?:context|stageVariables)\..+$/s;
  if (forms.test(source)) return;
  throw operationError(
    operation,
    `the response for '${pattern}' maps '${target}' from '${source}', which API Gateway cannot read; write 'integration.response.header.<name>' or the like, or a fixed value in single quotes and without any in it`,
  );
}

function checkHeader(operation: IntegrationOperationProps, pattern: string, statusCode: string, name: string): void {
  const declared = declaredResponse(operation, statusCode)?.headers ?? [];
  if (declared.some((each) => each.toLowerCase() === name.toLowerCase())) return;
  const remedy = didYouMean(name, declared, 'declare it in the model');
  throw operationError(
    operation,
    `the response for '${pattern}' maps the header '${name}', which the operation does not declare for ${statusCode}${remedy}`,
  );
}
