import { Cors, type CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { checkCorsOptions } from './cors-options';

/** The cross-origin headers of an API, as names to values. */
export interface CorsHeaders {
  readonly origins: readonly string[];
  /** On every response; the origin is the first one. */
  readonly response: Readonly<Record<string, string>>;
  /** On the errors of API Gateway itself. */
  readonly gateway: Readonly<Record<string, string>>;
  /** On the responses to preflight requests. */
  readonly preflight: Readonly<Record<string, string>>;
  readonly preflightStatus: number;
}

/** The header that varies with the origin of a request where there are several. */
export const originHeader = 'Access-Control-Allow-Origin';

/** What browsers sign requests with that the CDK does not name. */
const defaultHeaders = [...Cors.DEFAULT_HEADERS, 'X-Amz-Content-Sha256'];

/**
 * Works out the cross-origin headers.
 * @param requestHeaders the headers that operations need, which pages of other origins must be allowed to send
 */
export function corsHeaders(
  scope: Construct,
  options: CorsOptions | undefined,
  requestHeaders: readonly string[],
): CorsHeaders | undefined {
  if (options === undefined) return undefined;
  checkCorsOptions(scope, options);
  const { allowOrigins, allowCredentials, exposeHeaders } = options;
  const [first = '*'] = allowOrigins;
  const methods = options.allowMethods ?? Cors.ALL_METHODS;
  const maxAge = options.disableCache ? '-1' : options.maxAge?.toSeconds().toString();
  const exposed: Record<string, string> =
    exposeHeaders === undefined ? {} : { 'Access-Control-Expose-Headers': exposeHeaders.join(',') };
  const credentials: Record<string, string> = allowCredentials ? { 'Access-Control-Allow-Credentials': 'true' } : {};
  // Nothing can be chosen in errors, and they hold no data of the API; browsers refuse the asterisk together with credentials.
  const errorOrigin = allowOrigins.length > 1 && !allowCredentials ? '*' : first;
  return {
    origins: allowOrigins,
    response: { ...originHeaders(first), ...credentials, ...exposed },
    gateway: { ...originHeaders(errorOrigin), ...credentials, ...exposed },
    preflight: {
      ...originHeaders(first),
      ...credentials,
      'Access-Control-Allow-Headers': allowedHeaders(options.allowHeaders, requestHeaders).join(','),
      'Access-Control-Allow-Methods': (methods.some((method) => method === 'ANY' || method === '*')
        ? Cors.ALL_METHODS
        : methods
      ).join(','),
      ...(maxAge === undefined ? {} : { 'Access-Control-Max-Age': maxAge }),
    },
    preflightStatus: options.statusCode ?? 204,
  };
}

/**
 * Velocity that answers with the origin of the request if it is one of several allowed ones; nothing where there is one. The service
 * looks headers up by the case in which they came.
 */
export function echoOrigin({ origins }: CorsHeaders): string {
  if (origins.length < 2) return '';
  const matches = origins.map((origin) => `$origin == '${origin}'`).join(' || ');
  return [
    "#set($origin = $input.params('Origin'))",
    "#if($origin == '')#set($origin = $input.params('origin'))#end",
    `#if(${matches})#set($context.responseOverride.header.${originHeader} = $origin)#end`,
  ].join('');
}

/** Headers as the parameters of a response: fixed values stand in single quotes. */
export function headerParameters(
  prefix: string,
  headers: Readonly<Record<string, string>>,
): { [name: string]: string } {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${prefix}.header.${name}`, `'${value}'`]));
}

function originHeaders(origin: string): Readonly<Record<string, string>> {
  return { [originHeader]: origin, ...(origin === '*' ? {} : { Vary: 'Origin' }) };
}

/**
 * The asterisk covers every header but one.
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
function allowedHeaders(asked: readonly string[] | undefined, needed: readonly string[]): string[] {
  if (asked?.includes('*')) return ['*', 'Authorization'];
  return withoutRepeats([...(asked ?? defaultHeaders), ...needed]);
}

/** Header names do not tell case apart. */
function withoutRepeats(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase());
  return names.filter((_, index) => lower.indexOf(lower[index] ?? '') === index);
}
