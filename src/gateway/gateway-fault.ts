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
export const faults = {
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

function kind(status: number, message: string, error: string, fallback: FaultKind['fallback']): FaultKind {
  return { status, message, error, fallback };
}
