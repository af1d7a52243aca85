import type { GatewayResponseSpec } from './document/route';
import { contextOf, type Exchange, type ServedApi } from './http/exchange';
import { type GatewayReply, type GatewayRequest, headerOf, lastOf, mediaTypeOf, type Pair } from './http/request';
import { fromAnywhere, fromRequest } from './mapping/expressions';
import { followPath } from './templates/json-path';

/** The kinds of errors that the gateway itself answers. */
export type FaultType = keyof typeof faults;

interface FaultKind {
  readonly status: number;
  readonly message: string;
  /** The header `x-amzn-ErrorType`. */
  readonly error: string;
  readonly fallback: 'DEFAULT_4XX' | 'DEFAULT_5XX';
}

const client = 'DEFAULT_4XX';
const server = 'DEFAULT_5XX';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const faults = {
  ACCESS_DENIED: kind(403, 'User is not authorized to access this resource', 'AccessDeniedException', client),
  AUTHORIZER_CONFIGURATION_ERROR: kind(500, 'Internal server error', 'AuthorizerConfigurationException', server),
  AUTHORIZER_FAILURE: kind(500, 'Internal server error', 'AuthorizerConfigurationException', server),
  BAD_REQUEST_BODY: kind(400, 'Invalid request body', 'BadRequestException', client),
  BAD_REQUEST_PARAMETERS: kind(400, 'Missing required request parameters', 'BadRequestException', client),
  DEFAULT_4XX: kind(400, 'Bad Request', 'BadRequestException', client),
  DEFAULT_5XX: kind(500, 'Internal server error', 'InternalServerErrorException', server),
  EXPIRED_TOKEN: kind(401, 'The incoming token has expired', 'UnauthorizedException', client),
  INTEGRATION_FAILURE: kind(504, 'Internal server error', 'InternalServerErrorException', server),
  INTEGRATION_TIMEOUT: kind(504, 'Endpoint request timed out', 'InternalServerErrorException', server),
  INVALID_API_KEY: kind(403, 'Forbidden', 'ForbiddenException', client),
  MISSING_AUTHENTICATION_TOKEN: kind(
    403,
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
    client,
  ),
  REQUEST_TOO_LARGE: kind(413, 'Request Too Long', 'RequestEntityTooLargeException', client),
  UNAUTHORIZED: kind(401, 'Unauthorized', 'UnauthorizedException', client),
  UNSUPPORTED_MEDIA_TYPE: kind(415, 'Unsupported Media Type', 'UnsupportedMediaTypeException', client),
} as const satisfies Record<string, FaultKind>;

/** Thrown anywhere on the way of a request: the gateway answers it by the document's gateway responses. */
export class GatewayFault extends Error {
  /** The status and the header of this very fault, where they are not those of its type. */
  readonly status?: number;
  /** What `$context.error.validationErrorString` gives. */
  readonly validation?: string;
  /** For the log; the client never sees it. */
  readonly note?: string;

  constructor(
    readonly type: FaultType,
    message?: string,
    details: { readonly status?: number; readonly validation?: string; readonly note?: string } = {},
  ) {
    super(message ?? faults[type].message);
    this.name = 'GatewayFault';
    Object.assign(this, details);
  }
}

/** A failure of the backend or of its configuration, as the client sees it: `{"message": "Internal server error"}`. */
export function internalFault(note: string, status = 500): GatewayFault {
  return new GatewayFault('DEFAULT_5XX', undefined, { status, note });
}

/** The reply to a fault: what the document says of its type, else of the default type, else what AWS answers by itself. */
export function replyToFault(
  fault: GatewayFault,
  api: ServedApi,
  request: GatewayRequest,
  exchange: Exchange | undefined,
): GatewayReply {
  const { fallback, status, error } = faults[fault.type];
  const own = api.gateway.gatewayResponses.get(fault.type);
  const spec = own ?? api.gateway.gatewayResponses.get(fallback);
  const template = chooseTemplate(spec, headerOf(request.headers, 'accept'));
  const note = fault.note ?? (fault.validation === undefined ? fault.message : `${fault.message}: ${fault.validation}`);
  return {
    status: (own ?? spec)?.statusCode ?? fault.status ?? status,
    headers: [
      ['x-amzn-ErrorType', error],
      ['Content-Type', template.mediaType],
      ...Array.from(spec?.parameters ?? [], ([name, value]) => toHeader(name, value, request, exchange)).flat(),
    ],
    body: Buffer.from(substitute(template.text, fault, api, request, exchange)),
    note,
  };
}

function chooseTemplate(spec: GatewayResponseSpec | undefined, accept: string | undefined) {
  const templates = spec?.templates ?? new Map<string, string>();
  const wanted = mediaTypeOf(accept) ?? '*/*';
  const mediaType = [wanted, 'application/json', ...templates.keys()].find((each) => templates.has(each));
  const text = mediaType === undefined ? undefined : templates.get(mediaType);
  return { mediaType: mediaType ?? 'application/json', text: text ?? '{"message":$context.error.messageString}' };
}

/** Gateway responses are no Velocity templates: variables are replaced, nothing else is interpreted. */
function substitute(
  template: string,
  fault: GatewayFault,
  api: ServedApi,
  request: GatewayRequest,
  exchange: Exchange | undefined,
): string {
  const context = {
    ...(exchange === undefined ? { requestId: request.id, stage: api.stage } : contextOf(exchange)),
    error: {
      message: fault.message,
      messageString: JSON.stringify(fault.message),
      responseType: fault.type,
      // Unlike messageString it comes without quotes, but as it stands between them.
      validationErrorString: JSON.stringify(fault.validation ?? '').slice(1, -1),
    },
  };
  return template.replace(/\$(context|stageVariables)\.([\w.-]*\w)/g, (_, source: string, name: string) => {
    const value = source === 'context' ? followPath(context, `$.${name}`) : api.stageVariables[name];
    return value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  });
}

function toHeader(name: string, expression: string, request: GatewayRequest, exchange: Exchange | undefined): Pair[] {
  const header = /^gatewayresponse\.header\.(.+)$/.exec(name)?.[1];
  const value = exchange === undefined ? withoutRoute(expression, request) : evaluate(expression, exchange);
  return header === undefined || value === undefined ? [] : [[header, value]];
}

function evaluate(expression: string, exchange: Exchange): string | undefined {
  return fromRequest(expression, exchange) ?? fromAnywhere(expression, exchange);
}

/** What can be known when no route was found. */
function withoutRoute(expression: string, request: GatewayRequest): string | undefined {
  if (/^'.*'$/s.test(expression)) return expression.slice(1, -1);
  const [, location, name = ''] = /^method\.request\.(header|querystring)\.(.+)$/.exec(expression) ?? [];
  if (location === 'header') return headerOf(request.headers, name);
  return location === 'querystring' ? lastOf(request.query, name) : undefined;
}

function kind(status: number, message: string, error: string, fallback: FaultKind['fallback']): FaultKind {
  return { status, message, error, fallback };
}
