import { GatewayFault } from '../gateway-fault';
import type { Exchange } from '../http/exchange';
import { headerOf, lastOf, mediaTypeOf } from '../http/request';
import type { BodyValidators } from './body-validators';

/**
 * Checks what the request validator of a method checks, parameters first.
 * @throws GatewayFault with the words of API Gateway.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function validateRequest(exchange: Exchange, validators: BodyValidators): void {
  const { validator } = exchange.route;
  if (validator.parameters) validateParameters(exchange);
  if (validator.body) validateBody(exchange, validators);
}

/** Required parameters must be there and not blank; their types are not looked at. */
function validateParameters({ route, request, pathParameters }: Exchange): void {
  const missing = route.required.filter(({ location, name }) => {
    if (location === 'path') return isBlank(pathParameters.get(name));
    return isBlank(location === 'query' ? lastOf(request.query, name) : headerOf(request.headers, name));
  });
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  throw new GatewayFault('BAD_REQUEST_PARAMETERS', `Missing required request parameters: [${names}]`);
}

/** A body is checked against the model of its own media type, or not at all; an absent one counts as an empty object. */
function validateBody({ route, request }: Exchange, validators: BodyValidators): void {
  const mediaType = mediaTypeOf(headerOf(request.headers, 'content-type')) ?? 'application/json';
  const found = route.models.has(mediaType) ? mediaType : '$default';
  if (!route.models.has(found)) return;
  const errors = validators.validate(route, found, parse(request.body));
  if (errors.length === 0) return;
  throw new GatewayFault('BAD_REQUEST_BODY', undefined, { validation: `[${errors.join(', ')}]` });
}

function parse(body: Buffer): unknown {
  const text = body.toString();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayFault('BAD_REQUEST_BODY', undefined, { note: 'Invalid request body: not JSON' });
  }
}

function isBlank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}
