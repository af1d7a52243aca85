import { Cors, type CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from './construct-error';

/** The cross-origin headers of an API, as names to values. */
export interface CorsHeaders {
  readonly origins: readonly string[];
  /** On every response; the origin is the first one. */
  readonly response: Readonly<Record<string, string>>;
  /** On the responses to preflight requests. */
  readonly preflight: Readonly<Record<string, string>>;
  readonly preflightStatus: number;
}

/** The header that varies with the origin of a request where there are several. */
export const originHeader = 'Access-Control-Allow-Origin';

/**
 * Works out the cross-origin headers.
 * @param headerParameters the headers that operations declare, which pages of other origins must be allowed to send
 */
export function corsHeaders(
  scope: Construct,
  options: CorsOptions | undefined,
  headerParameters: readonly string[],
): CorsHeaders | undefined {
  if (options === undefined) return undefined;
  checkOptions(scope, options);
  const [first = '*'] = options.allowOrigins;
  const methods = options.allowMethods ?? Cors.ALL_METHODS;
  const maxAge = options.disableCache ? '-1' : options.maxAge?.toSeconds().toString();
  const allowedHeaders = withoutRepeats([...(options.allowHeaders ?? Cors.DEFAULT_HEADERS), ...headerParameters]);
  const common = {
    [originHeader]: first,
    ...(first === '*' ? {} : { Vary: 'Origin' }),
    ...(options.allowCredentials ? { 'Access-Control-Allow-Credentials': 'true' } : {}),
  };
  return {
    origins: options.allowOrigins,
    response: {
      ...common,
      ...(options.exposeHeaders ? { 'Access-Control-Expose-Headers': options.exposeHeaders.join(',') } : {}),
    },
    preflight: {
      ...common,
      'Access-Control-Allow-Headers': options.allowHeaders?.includes('*') ? '*' : allowedHeaders.join(','),
      'Access-Control-Allow-Methods': (methods.includes('ANY') ? Cors.ALL_METHODS : methods).join(','),
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

function checkOptions(scope: Construct, options: CorsOptions): void {
  const { allowOrigins, allowCredentials, disableCache, maxAge } = options;
  const refuse = (message: string): never => {
    throw constructError(scope, message);
  };
  if (allowOrigins.length === 0) refuse("'corsOptions.allowOrigins' is empty; name an origin or use Cors.ALL_ORIGINS");
  if (allowOrigins.includes('*') && allowOrigins.length > 1) {
    refuse("'corsOptions.allowOrigins' has '*' among others; it stands for all origins, so remove the others");
  }
  if (allowOrigins.includes('*') && allowCredentials) {
    refuse(
      "'corsOptions.allowCredentials' needs origins by name, browsers refuse it for '*'; name them in 'allowOrigins'",
    );
  }
  if (disableCache && maxAge) refuse("'corsOptions.maxAge' and 'disableCache' exclude each other; remove one");
  const wrong = allowOrigins.find(
    (origin) => !Token.isUnresolved(origin) && !/^(?:\*|null|[a-z][\w+.-]*:\/\/[^\s'"/$#]+)$/i.test(origin),
  );
  if (wrong !== undefined) {
    refuse(
      `'corsOptions.allowOrigins' has '${wrong}', which is no origin; write one such as https://example.com, without a path`,
    );
  }
}

/** Header names do not tell case apart. */
function withoutRepeats(names: readonly string[]): string[] {
  const seen = new Map(names.map((name) => [name.toLowerCase(), name] as const).reverse());
  return [...seen.values()].reverse();
}
