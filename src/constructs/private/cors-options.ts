import type { CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { constructError } from './construct-error';

/** Checks cross-origin settings for what browsers would refuse or never send. @throws Error that names the setting */
export function checkCorsOptions(scope: Construct, options: CorsOptions): void {
  const problem = originsProblem(options) ?? credentialsProblem(options) ?? valuesProblem(options);
  if (problem !== undefined) throw constructError(scope, problem);
}

function originsProblem({ allowOrigins }: CorsOptions): string | undefined {
  if (allowOrigins.length === 0) return "'corsOptions.allowOrigins' is empty; name an origin or use Cors.ALL_ORIGINS";
  if (allowOrigins.includes('*') && allowOrigins.length > 1) {
    return "'corsOptions.allowOrigins' has '*' among others; it stands for all origins, so remove the others";
  }
  for (const origin of allowOrigins) {
    if (origin === '*' || Token.isUnresolved(origin)) continue;
    const has = `'corsOptions.allowOrigins' has '${origin}'`;
    if (origin.includes('*')) return `${has}, and browsers and API Gateway know no patterns; name each origin`;
    if (!/^(?:null|[a-z][\w+.-]*:\/\/[^\s'"/$#]+)$/i.test(origin)) {
      return `${has}, which is no origin; write one such as https://example.com, without a path`;
    }
    const sent = originOf(origin);
    if (sent !== undefined && sent !== origin) return `${has}, which browsers send as '${sent}'; write it so`;
  }
  return undefined;
}

/** The asterisk is a name like any other to browsers where credentials are allowed. @see https://fetch.spec.whatwg.org/#http-access-control-allow-headers */
function credentialsProblem({ allowCredentials, ...options }: CorsOptions): string | undefined {
  if (!allowCredentials) return undefined;
  if (options.allowOrigins.includes('*')) {
    return "'corsOptions.allowCredentials' needs origins by name, browsers refuse it for '*'; name them in 'allowOrigins'";
  }
  const literal = (['allowHeaders', 'exposeHeaders'] as const).find((name) => options[name]?.includes('*'));
  if (literal === undefined) return undefined;
  return `'corsOptions.allowCredentials' needs headers by name, '*' is not all of them to browsers then; name them in '${literal}'`;
}

function valuesProblem(options: CorsOptions): string | undefined {
  const { disableCache, maxAge, statusCode, allowHeaders = [], exposeHeaders = [], allowMethods = [] } = options;
  if (disableCache && maxAge) return "'corsOptions.maxAge' and 'disableCache' exclude each other; remove one";
  if (statusCode !== undefined && !(Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 299)) {
    return `'corsOptions.statusCode' is ${statusCode}, and browsers take a preflight request for refused without a status from 200 to 299`;
  }
  const names = [...allowHeaders, ...exposeHeaders, ...allowMethods];
  const wrong = names.find((name) => !Token.isUnresolved(name) && !/^[\w!#$%&*+.^`|~-]+$/.test(name));
  if (wrong === undefined) return undefined;
  return `'corsOptions' has '${wrong}', which is neither a header nor a method; give each its own entry`;
}

/** How browsers write an origin: in lower case, without the usual port. Nothing where they do not say. */
function originOf(origin: string): string | undefined {
  return /^https?:/i.test(origin) && URL.canParse(origin) ? new URL(origin).origin : undefined;
}
