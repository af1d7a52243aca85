import { define } from '../../../shared/diagnostics';
import { isJsonObject } from '../../../shared/json';
import { escapeToken } from '../../../shared/json-pointer';
import type { Rule } from './rule';

const diagnostics = {
  remapped: define<{ name: string }>(
    'gateway-header',
    'warning',
    ({ name }) =>
      `API Gateway sends this header as 'x-amzn-Remapped-${name}' to the caller; use another header, or tell callers to read that one`,
  ),
  dropped: define<{ name: string }>(
    'gateway-header',
    'warning',
    ({ name }) => `API Gateway does not send '${name}' of a handler to the caller; use another header`,
  ),
};

const remapped = new Set([
  ...['authorization', 'connection', 'content-md5', 'date', 'max-forwards', 'server', 'user-agent'],
  'www-authenticate',
]);

const dropped = new Set([
  ...['expect', 'host', 'proxy-authenticate', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via'],
]);

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const responseHeaders: Rule = {
  feature:
    'response headers called `Authorization`, `Connection`, `Content-MD5`, `Date`, `Max-Forwards`, `Server`, `User-Agent`, `WWW-Authenticate`, or `Expect`, `Host`, `Proxy-Authenticate`, `TE`, `Trailer`, `Transfer-Encoding`, `Upgrade`, `Via`',
  gateway: 'sends the former as `x-amzn-Remapped-…`, and drops the latter',
  answer: 'declared as the others',
  checkedBy: 'nobody',
  diagnostics,
  response: ({ response }, source) => {
    const { headers } = response.value;
    for (const name of Object.keys(isJsonObject(headers) ? headers : {})) {
      const kind = kindOf(name.toLowerCase());
      if (kind === undefined) continue;
      source.report((place) => diagnostics[kind](place, { name }), `${response.pointer}/headers/${escapeToken(name)}`);
    }
  },
};

function kindOf(name: string): keyof typeof diagnostics | undefined {
  if (remapped.has(name)) return 'remapped';
  return dropped.has(name) ? 'dropped' : undefined;
}
