import { didYouMean } from '../../../shared/did-you-mean';
import type { ApiGatewayIntegration } from '../../integrations/api-gateway-integration';
import type { HttpIntegrationOptions } from '../../integrations/http-integration-options';
import type { IntegrationOperationProps } from '../../integrations/integration';
import { pathVariable } from '../mapping/path-variable';
import { mapParameters } from '../mapping/request-parameters';
import { operationError } from '../operation-error';
import { timeoutOf } from '../streaming';
import type { BackendUrl } from './backend-url';

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'];

/** Headers that are about the connection to the backend, or that API Gateway sets by itself. */
export const reservedHeaders: ReadonlySet<string> = new Set([
  ...['connection', 'content-length', 'expect', 'host', 'proxy-authenticate', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'x-amzn-trace-id'],
]);

/** What a request to a backend has, whichever way there is to it. */
export type BackendRequest = Required<Pick<ApiGatewayIntegration, 'httpMethod' | 'uri' | 'requestParameters'>> &
  Pick<ApiGatewayIntegration, 'timeoutInMillis' | 'tlsConfig'>;

/** What is passed besides the variables of the path, given what the user maps. */
export type PassedParameters = (mapped: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;

/**
 * The request to a backend that an operation makes.
 * @param streams whether the response is streamed, for which there is more time
 * @throws Error when the operation or API Gateway has not what it takes
 */
export function backendRequest(
  operation: IntegrationOperationProps,
  options: HttpIntegrationOptions,
  url: BackendUrl,
  streams: boolean,
  passed: PassedParameters = () => ({}),
): BackendRequest {
  const { requestParameters: given = {}, tlsConfig } = options;
  const destination = { service: 'the backend', template: url.shown, option: url.option, variables: url.variables };
  const mapped = mapParameters(operation, given, { ...destination, reservedHeaders });
  const isMapped = (name: string) => `integration.request.path.${name}` in mapped;
  const target = url.hasGatewayNames
    ? url
    : url.rename((name) => (isMapped(name) ? name : pathVariable(operation, url.shown, name)));
  const requestParameters = { ...variablesOf(target), ...passed(mapped), ...mapped };
  checkUnused(operation, url, requestParameters);
  const timeoutInMillis = timeoutOf(options.timeout, streams, operation);
  return {
    httpMethod: methodOf(operation, options.method),
    uri: target.toUri(),
    requestParameters,
    ...(timeoutInMillis === undefined ? {} : { timeoutInMillis }),
    ...(tlsConfig === undefined ? {} : { tlsConfig }),
  };
}

function variablesOf({ variables }: BackendUrl): Record<string, string> {
  return Object.fromEntries(
    variables.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]),
  );
}

function methodOf(operation: IntegrationOperationProps, method: string | undefined): string {
  if (method === undefined || methods.includes(method.toLowerCase())) return (method ?? operation.method).toUpperCase();
  const remedy = didYouMean(method.toLowerCase(), methods, `use one of ${methods.join(', ')}`);
  throw operationError(operation, `'method' is '${method}', which is no method of HTTP${remedy}`);
}

/** Without one of its variables, requests for different things would be the same to the backend. */
function checkUnused(
  operation: IntegrationOperationProps,
  url: BackendUrl,
  requestParameters: Readonly<Record<string, string>>,
): void {
  const used = new Set(Object.values(requestParameters));
  const unused = Object.entries(operation.pathVariables)
    .filter(([, gatewayName]) => !used.has(`method.request.path.${gatewayName}`))
    .map(([name]) => name);
  const [first] = unused;
  if (first === undefined) return;
  const more = url.option === 'url' ? ", set 'appendPath'," : '';
  throw operationError(
    operation,
    `${url.shown} lacks ${unused.map((name) => `'{${name}}'`).join(' and ')}, so the backend would not know what is asked for; write '{${first}}' into it${more} or map 'method.request.path.${first}' in 'requestParameters'`,
  );
}
