import type { ApiGatewayIntegrationResponse } from '../../integrations/api-gateway-integration';
import type { IntegrationOperationProps, IntegrationRenderProps } from '../../integrations/integration';
import { IntegrationResponseSet } from '../../integrations/integration-response-set';
import { contentHandling } from '../binary-media-types';
import { CatchAllResponses, errorPattern } from './catch-all-responses';
import { checkResponse, declaredResponse } from './declared';
import type { Responses } from './resolve-responses';
import { isForSuccess, patternFor, statusesOf } from './status-pattern';

const contentType = 'method.response.header.Content-Type';

/** Responses of the user's own. */
export class CustomResponses extends IntegrationResponseSet {
  constructor(private readonly responses: Responses) {
    super();
  }

  render(props: IntegrationRenderProps): Responses {
    const entries = Object.entries(this.responses).map(([pattern, response]) => {
      checkResponse(props, pattern, response);
      return [pattern, complete(props, pattern, response)];
    });
    return Object.fromEntries(entries);
  }
}

/** Responses of the user's own to errors, and a 500 to the errors that they are not for. */
export class CustomErrorResponses extends IntegrationResponseSet {
  constructor(private readonly responses: Responses) {
    super();
  }

  render(props: IntegrationRenderProps): Responses {
    const own = new CustomResponses(this.responses).render(props);
    const [pattern, response] = Object.entries(own).find(([, { statusCode }]) => statusCode === '500') ?? [];
    if (pattern === undefined || response === undefined) return { ...new CatchAllResponses().render(), ...own };
    const { [pattern]: _, ...others } = own;
    return { ...others, [withRemainingErrors(pattern, Object.keys(others))]: response };
  }
}

/** A pattern that is also for the errors that no other one is for. */
function withRemainingErrors(pattern: string, others: readonly string[]): string {
  const taken = new Set(others.flatMap((other) => [...(statusesOf(other) ?? [])]));
  const remaining = [...(statusesOf(errorPattern) ?? [])].filter((status) => !taken.has(status));
  return patternFor(new Set([...(statusesOf(pattern) ?? []), ...remaining]));
}

/** With the media type and the conversion that a body needs, unless the user chose them. */
function complete(
  props: IntegrationOperationProps,
  pattern: string,
  response: ApiGatewayIntegrationResponse,
): ApiGatewayIntegrationResponse {
  const { responseTemplates = {}, responseParameters = {} } = response;
  const [template, ...otherTemplates] = Object.keys(responseTemplates);
  const made = template !== undefined;
  const passed = isForSuccess(pattern) ? declaredResponse(props, response.statusCode)?.mediaTypes : ['application/xml'];
  const conversion = made
    ? { contentHandling: 'CONVERT_TO_TEXT' }
    : contentHandling(passed ?? [], props.binaryMediaTypes);
  const hasType = Object.keys(responseParameters).some((name) => name.toLowerCase() === contentType.toLowerCase());
  if (hasType || otherTemplates.length > 0) return { ...conversion, ...response };
  const type = made ? `'${template}'` : 'integration.response.header.Content-Type';
  return { ...conversion, ...response, responseParameters: { [contentType]: type, ...responseParameters } };
}
