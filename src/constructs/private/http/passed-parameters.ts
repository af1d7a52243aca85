import { type IntegrationOperationProps, IntegrationParameterLocation } from '../../integrations/integration';
import { reservedHeaders } from './backend-request';

/**
 * The parameters that are passed under their own names: those that the operation declares, unless the user maps them to others, the media
 * type of the body, and what the client accepts where there is a choice.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export function passedParameters(
  operation: IntegrationOperationProps,
  mapped: Readonly<Record<string, string>>,
): Record<string, string> {
  const targets = new Set(Object.keys(mapped).map(comparable));
  const sources = new Set(Object.values(mapped).map((source) => source.replace('.multivalue', '.')));
  const entries = [...parametersOf(operation), ...negotiationOf(operation)].filter(
    ([target, source]) => !targets.has(comparable(target)) && !sources.has(source.replace('.multivalue', '.')),
  );
  return Object.fromEntries(entries);
}

/** A query parameter may have several values; of a header that comes several times, the last one counts. */
function parametersOf({ parameters }: IntegrationOperationProps): [string, string][] {
  return parameters.flatMap(({ name, location }): [string, string][] => {
    if (location === IntegrationParameterLocation.QUERY) {
      return [[`integration.request.querystring.${name}`, `method.request.multivaluequerystring.${name}`]];
    }
    const isHeader = location === IntegrationParameterLocation.HEADER && !reservedHeaders.has(name.toLowerCase());
    return isHeader ? [[`integration.request.header.${name}`, `method.request.header.${name}`]] : [];
  });
}

function negotiationOf({ contentTypes, responses }: IntegrationOperationProps): [string, string][] {
  const isOther = responses.some(({ mediaTypes }) => mediaTypes.some((mediaType) => mediaType !== 'application/json'));
  const names = [...(contentTypes.length > 0 ? ['Content-Type'] : []), ...(isOther ? ['Accept'] : [])];
  return names.map((name) => [`integration.request.header.${name}`, `method.request.header.${name}`]);
}

/** Names of headers are the same in any case. */
function comparable(target: string): string {
  return target.startsWith('integration.request.header.') ? target.toLowerCase() : target;
}
