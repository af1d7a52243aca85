import { define } from '../../../shared/diagnostics';
import { isJsonObject, type Json } from '../../../shared/json';
import type { Source } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  basePath: define<{ base: string }>(
    'gateway-ignored',
    'info',
    ({ base }) =>
      `API Gateway serves the paths as they are, not below '${base}'; map a custom domain name with that base path, or write it into the paths`,
  ),
  ownServers: define<object>(
    'gateway-ignored',
    'warning',
    () => "API Gateway serves every operation at one address, so these 'servers' have no effect; remove them",
  ),
};

/** Where most APIs are is no wish; a base path is. */
function reportBasePaths(servers: Json | undefined, source: Source): void {
  if (!Array.isArray(servers)) return;
  for (const [index, server] of servers.entries()) {
    const url = isJsonObject(server) ? server.url : undefined;
    const base = typeof url === 'string' ? basePathOf(url) : '';
    if (base !== '') source.report((place) => diagnostics.basePath(place, { base }), `/servers/${index}/url`);
  }
}

/** `/v1` of `https://example.com/v1/`; nothing where the path is only variables, such as that of the stage. */
function basePathOf(url: string): string {
  const path = url
    .replace(/^[a-z][a-z0-9+.-]*:/i, '')
    .replace(/^\/\/[^/]*/, '')
    .replace(/\/+$/, '');
  return /^(?:\/\{[^{}]*\})*$/.test(path) || !path.startsWith('/') ? '' : path;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-basePath.html */
export const servers: Rule = {
  feature: '`servers`',
  gateway: 'may take a base path from them at import',
  answer: 'left out: the address is that of the stage or of a custom domain name, which clients are given',
  checkedBy: 'nobody',
  diagnostics,
  document: (source) => reportBasePaths(source.root.servers, source),
  operation: ({ operation, item, itemServers }, source) => {
    if (itemServers) source.report((place) => diagnostics.ownServers(place, {}), `${item}/servers`);
    if (operation.value.servers !== undefined) {
      source.report((place) => diagnostics.ownServers(place, {}), `${operation.pointer}/servers`);
    }
  },
};
