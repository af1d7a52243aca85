import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  changed: define<{ name: string; what: string }>(
    'gateway-header',
    'warning',
    ({ name, what }) =>
      `API Gateway ${what}, so a handler never sees what the caller sent in '${name}'; use another header`,
  ),
};

const dropped = 'does not hand this header on';

/** What becomes of a header on its way to an integration. */
const fates: ReadonlyMap<string, string> = new Map([
  ...[
    ...['connection', 'content-md5', 'expect', 'max-forwards', 'proxy-authenticate', 'server'],
    ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'www-authenticate'],
  ].map((name): [string, string] => [name, dropped]),
  ['content-length', 'hands this header on to HTTP servers only, with the length of the body that they get'],
  ['host', 'puts its own host name into this header'],
  ['x-http-method-override', 'takes the method of the request from this header'],
]);

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const requestHeaders: Rule = {
  feature:
    'header parameters called `Connection`, `Content-Length`, `Content-MD5`, `Expect`, `Host`, `Max-Forwards`, `Proxy-Authenticate`, `Server`, `TE`, `Trailer`, `Transfer-Encoding`, `Upgrade`, `WWW-Authenticate`, `X-HTTP-Method-Override`',
  gateway: 'drops or replaces them on their way to an integration',
  answer: 'declared, so that an integration can map them; a handler that requires one refuses every request',
  checkedBy: 'API Gateway',
  diagnostics,
  parameter: ({ pointer, value }, source) => {
    const { name, in: location } = value;
    const what = location === 'header' && typeof name === 'string' ? fates.get(name.toLowerCase()) : undefined;
    if (what !== undefined) source.report((place) => diagnostics.changed(place, { name: String(name), what }), pointer);
    return undefined;
  },
};
