import { type GatewayRequest, headerOf, lastOf } from '../http/request';

/** How a request is signed, with Signature Version 4. */
export interface Signature {
  readonly accessKeyId: string;
  /** `YYYYMMDD`, of the scope. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** The names of the headers that are signed, in lower case and in order. */
  readonly signedHeaders: readonly string[];
  /** In hexadecimal. */
  readonly value: string;
  /** When it was made: `YYYYMMDDTHHMMSSZ`. */
  readonly timestamp: string;
  /** Seconds that it is valid; five minutes, either way, unless the query says so. */
  readonly validSeconds?: number;
  readonly sessionToken?: string;
  /** Whether it stands in the query, instead of in a header. */
  readonly inQuery: boolean;
}

/** A signature, the reason why there is none, or nothing when the request is not signed. */
export type FoundSignature = Signature | { readonly malformed: string } | undefined;

const algorithm = 'AWS4-HMAC-SHA256';

/** Whether a request is signed, rightly or wrongly, with Signature Version 4. */
export function isSigned({ headers, query }: GatewayRequest): boolean {
  return headerOf(headers, 'authorization')?.startsWith(algorithm) || lastOf(query, 'X-Amz-Algorithm') === algorithm;
}

/**
 * Finds the signature of a request, in its header `Authorization` or in its query.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function readSignature(request: GatewayRequest): FoundSignature {
  const authorization = headerOf(request.headers, 'authorization');
  if (authorization !== undefined) return fromHeader(authorization, request);
  return lastOf(request.query, 'X-Amz-Algorithm') === undefined ? undefined : fromQuery(request);
}

function fromHeader(authorization: string, { headers }: GatewayRequest): FoundSignature {
  const [, scheme = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(authorization) ?? [];
  if (scheme !== algorithm) return { malformed: `Unsupported AWS 'algorithm': '${scheme}'` };
  const parts = new Map(
    rest.split(',').map((part) => {
      const [name = '', ...value] = part.trim().split('=');
      return [name, value.join('=')];
    }),
  );
  const timestamp = headerOf(headers, 'x-amz-date') ?? basic(headerOf(headers, 'date'));
  const missing = ['Credential', 'Signature', 'SignedHeaders']
    .filter((name) => !parts.get(name))
    .map((name) => `Authorization header requires '${name}' parameter.`);
  const undated = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";
  const all = [...missing, ...(timestamp === undefined ? [undated] : [])];
  if (timestamp === undefined || all.length > 0) return { malformed: all.join(' ') };
  const token = headerOf(headers, 'x-amz-security-token');
  const { Credential = '', SignedHeaders = '', Signature = '' } = Object.fromEntries(parts);
  return toSignature(Credential, SignedHeaders, {
    value: Signature,
    timestamp,
    inQuery: false,
    ...(token === undefined ? {} : { sessionToken: token }),
  });
}

function fromQuery({ query }: GatewayRequest): FoundSignature {
  const parameter = (name: string) => lastOf(query, `X-Amz-${name}`);
  if (parameter('Algorithm') !== algorithm) {
    return { malformed: `Unsupported AWS 'algorithm': '${parameter('Algorithm')}'` };
  }
  const names = ['Credential', 'Signature', 'SignedHeaders', 'Date'];
  const missing = names
    .filter((name) => !parameter(name))
    .map((name) => `AWS query-string parameters must include 'X-Amz-${name}'.`);
  if (missing.length > 0) return { malformed: missing.join(' ') };
  const seconds = Number(parameter('Expires'));
  const token = parameter('Security-Token');
  return toSignature(parameter('Credential') ?? '', parameter('SignedHeaders') ?? '', {
    value: parameter('Signature') ?? '',
    timestamp: parameter('Date') ?? '',
    inQuery: true,
    ...(Number.isInteger(seconds) && seconds > 0 ? { validSeconds: seconds } : {}),
    ...(token === undefined ? {} : { sessionToken: token }),
  });
}

function toSignature(
  credential: string,
  signedHeaders: string,
  rest: Pick<Signature, 'value' | 'timestamp' | 'inQuery' | 'validSeconds' | 'sessionToken'>,
): FoundSignature {
  const [accessKeyId = '', date = '', region = '', service = '', end] = credential.split('/');
  if (end !== 'aws4_request') {
    return {
      malformed: `Credential must have exactly 5 slash-delimited elements, the last 'aws4_request', got '${credential}'`,
    };
  }
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.toLowerCase().split(';'), ...rest };
}

/** A date of HTTP as signatures write it. */
function basic(date: string | undefined): string | undefined {
  const moment = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(moment)) return undefined;
  return new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');
}
