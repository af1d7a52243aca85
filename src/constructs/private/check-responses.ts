import type { ApiGatewayIntegration } from '../integrations/api-gateway-integration';
import { type NamedOperation, operationError } from './operation-error';

/**
 * Checks the responses that an integration renders: API Gateway keeps one for each status that it answers with, so of two with the same
 * status one would be gone.
 * @throws Error for something else than a status, and for a second response with the same one
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html
 */
export function checkResponses(operation: NamedOperation, { responses = {} }: ApiGatewayIntegration): void {
  const patterns = new Map<string, string>();
  for (const [pattern, { statusCode }] of Object.entries(responses)) {
    if (!/^[1-5]\d\d$/.test(statusCode)) {
      throw operationError(
        operation,
        `the integration response for '${pattern}' has the status '${statusCode}'; use a number from 100 to 599`,
      );
    }
    const other = patterns.get(statusCode);
    if (other !== undefined) {
      throw operationError(
        operation,
        `the integration responses for '${other}' and '${pattern}' both have the status ${statusCode}, and API Gateway has one response for each status; write one pattern for both, such as '${other}|${pattern}'`,
      );
    }
    patterns.set(statusCode, pattern);
  }
}
