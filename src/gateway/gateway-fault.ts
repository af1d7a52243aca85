/** The kinds of errors that the gateway itself answers. */
export type FaultType = keyof typeof faults;

interface FaultKind {
  readonly status: number;
  /** What the client is told unless the fault says otherwise. */
  readonly message: string | null;
  /** The header `x-amzn-ErrorType`. */
  readonly error: string;
  readonly fallback: 'DEFAULT_4XX' | 'DEFAULT_5XX';
}

const client = 'DEFAULT_4XX';
const server = 'DEFAULT_5XX';

/**
 * The types of gateway responses that can occur here: not THROTTLED, QUOTA_EXCEEDED and WAF_FILTERED, since nothing here throttles,
 * counts or filters.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const faults = {
  ACCESS_DENIED: kind(403, 'User is not authorized to access this resource', 'AccessDeniedException', client),
  API_CONFIGURATION_ERROR: kind(500, 'Internal server error', 'InternalServerErrorException', server),
  AUTHORIZER_CONFIGURATION_ERROR: kind(500, null, 'AuthorizerConfigurationException', server),
  AUTHORIZER_FAILURE: kind(500, null, 'AuthorizerConfigurationException', server),
  BAD_REQUEST_BODY: kind(400, 'Invalid request body', 'BadRequestException', client),
  BAD_REQUEST_PARAMETERS: kind(400, 'Missing required request parameters', 'BadRequestException', client),
  DEFAULT_4XX: kind(400, 'Bad Request', 'BadRequestException', client),
  DEFAULT_5XX: kind(500, 'Internal server error', 'InternalServerErrorException', server),
  EXPIRED_TOKEN: kind(403, 'The security token included in the request is expired', 'ExpiredTokenException', client),
  INTEGRATION_FAILURE: kind(504, 'Internal server error', 'InternalServerErrorException', server),
  INTEGRATION_TIMEOUT: kind(504, 'Endpoint request timed out', 'InternalServerErrorException', server),
  INVALID_API_KEY: kind(403, 'Forbidden', 'ForbiddenException', client),
  INVALID_SIGNATURE: kind(
    403,
    'The request signature we calculated does not match the signature you provided.',
    'InvalidSignatureException',
    client,
  ),
  MISSING_AUTHENTICATION_TOKEN: kind(
    403,
    'Missing Authentication Token',
    'MissingAuthenticationTokenException',
    client,
  ),
  REQUEST_TOO_LARGE: kind(413, 'Request Too Long', 'RequestEntityTooLargeException', client),
  RESOURCE_NOT_FOUND: kind(404, 'Not Found', 'NotFoundException', client),
  UNAUTHORIZED: kind(401, 'Unauthorized', 'UnauthorizedException', client),
  UNSUPPORTED_MEDIA_TYPE: kind(415, 'Unsupported Media Type', 'UnsupportedMediaTypeException', client),
} as const satisfies Record<string, FaultKind>;

/** What a fault has that is not that of its type. */
export interface FaultDetails {
  readonly status?: number;
  /** The header `x-amzn-ErrorType`. */
  readonly error?: string;
  /** What `$context.error.validationErrorString` gives. */
  readonly validation?: string;
  /** For the log; the client never sees it. */
  readonly note?: string;
}

/** Thrown anywhere on the way of a request: the gateway answers it by the document's gateway responses. */
export class GatewayFault extends Error {
  /** What the client is told. */
  readonly told: string | null;

  constructor(
    readonly type: FaultType,
    message?: string,
    readonly details: FaultDetails = {},
  ) {
    const told = message ?? faults[type].message;
    super(told ?? type);
    this.name = 'GatewayFault';
    this.told = told;
  }
}

/** A failure of the backend, as the client sees it: `{"message": "Internal server error"}`. */
export function internalFault(note: string, status = 500): GatewayFault {
  return new GatewayFault('DEFAULT_5XX', undefined, { status, note });
}

/** Something that the API's own definition asks for and that cannot be done. */
export function configurationFault(note: string): GatewayFault {
  return new GatewayFault('API_CONFIGURATION_ERROR', undefined, { note });
}

function kind<Message extends string | null>(
  status: number,
  message: Message,
  error: string,
  fallback: FaultKind['fallback'],
) {
  return { status, message, error, fallback };
}
