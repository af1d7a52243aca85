import { didYouMean } from '../../../shared/did-you-mean';
import { type IntegrationOperationProps, IntegrationParameterLocation } from '../../integrations/integration';
import { operationError } from '../operation-error';

/** The places of parameters in mapping expressions. */
const locations: Readonly<Record<string, IntegrationParameterLocation>> = {
  path: IntegrationParameterLocation.PATH,
  querystring: IntegrationParameterLocation.QUERY,
  header: IntegrationParameterLocation.HEADER,
};

/** Headers that OpenAPI does not let parameters be, and that any request may have. */
const undeclaredHeaders = new Set(['accept', 'authorization', 'content-type']);

/** The request that parameters are mapped to. */
export interface MappingDestination {
  /** Who gets it, as errors say it: `S3`. */
  readonly service: string;
  /** What has the variables, as errors say it: `the key`. */
  readonly template: string;
  /** The option that it comes from. */
  readonly option: string;
  /** The variables in it, which parameters may be mapped to. */
  readonly variables: readonly string[];
  /** Headers that API Gateway sets by itself, in lower case. */
  readonly reservedHeaders: ReadonlySet<string>;
}

/**
 * The mappings that a user gave, with the names that variables have in API Gateway.
 * @throws Error where one is not of API Gateway's form, takes a parameter that the operation does not declare, or goes nowhere
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
 */
export function mapParameters(
  operation: IntegrationOperationProps,
  given: Readonly<Record<string, string>>,
  destination: MappingDestination,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([target, source]) => {
      checkTarget(operation, target, destination);
      return [target, readSource(operation, target, source, destination)];
    }),
  );
}

function checkTarget(operation: IntegrationOperationProps, target: string, destination: MappingDestination): void {
  const { service, template, option, variables, reservedHeaders } = destination;
  const [, location, name = ''] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
  if (location === undefined) {
    throw operationError(
      operation,
      `'requestParameters' has '${target}', which is no parameter of a request to ${service}; write 'integration.request.header.<name>', 'integration.request.querystring.<name>' or 'integration.request.path.<name>'`,
    );
  }
  if (location === 'path' && !variables.includes(name)) {
    const remedy = didYouMean(name, variables, `write '{${name}}' into '${option}'`);
    throw operationError(operation, `'requestParameters' has '${target}', but ${template} has no '{${name}}'${remedy}`);
  }
  if (location === 'header' && reservedHeaders.has(name.toLowerCase())) {
    throw operationError(
      operation,
      `'requestParameters' has '${target}', a header that API Gateway sets by itself; remove it`,
    );
  }
}

function readSource(
  operation: IntegrationOperationProps,
  target: string,
  source: string,
  { template }: MappingDestination,
): string {
  const [, multi = '', location = '', name = ''] =
    /^method\.request\.(multivalue)?(path|querystring|header)\.(.+)$/.exec(source) ?? [];
  const place = locations[location];
  if (place !== undefined) {
    const gatewayName = readName(operation, target, place, name);
    checkPresence(operation, target, place, gatewayName, template);
    return `method.request.${multi}${location}.${gatewayName}`;
  }
  if (/^'[^']*'$|^context\..+$|^stageVariables\..+$|^method\.request\.body(\..+)?$/.test(source)) return source;
  throw operationError(
    operation,
    `'requestParameters' maps '${target}' from '${source}', which API Gateway cannot read; write 'method.request.header.<name>' or the like, or a fixed value in single quotes`,
  );
}

/** The name of a declared parameter in API Gateway. */
function readName(
  operation: IntegrationOperationProps,
  target: string,
  place: IntegrationParameterLocation,
  name: string,
): string {
  if (place === IntegrationParameterLocation.HEADER && undeclaredHeaders.has(name.toLowerCase())) return name;
  const gatewayName = place === IntegrationParameterLocation.PATH ? (operation.pathVariables[name] ?? name) : name;
  const declared = operation.parameters.filter(({ location }) => location === place);
  const parameter = declared.find((each) => each.name === gatewayName);
  if (parameter === undefined) {
    const names =
      place === IntegrationParameterLocation.PATH
        ? Object.keys(operation.pathVariables)
        : declared.map((each) => each.name);
    const remedy = didYouMean(name, names, `declare it in the model`);
    throw operationError(
      operation,
      `'requestParameters' maps '${target}' from the ${place} parameter '${name}', which the operation does not declare${remedy}`,
    );
  }
  return gatewayName;
}

/** A variable without a value ends with a 500. */
function checkPresence(
  operation: IntegrationOperationProps,
  target: string,
  place: IntegrationParameterLocation,
  name: string,
  template: string,
): void {
  if (!target.startsWith('integration.request.path.')) return;
  const parameter = operation.parameters.find((each) => each.location === place && each.name === name);
  if (parameter === undefined || parameter.required) return;
  throw operationError(
    operation,
    `${template} needs the ${place} parameter '${name}', which requests may lack; make it required in the model`,
  );
}
