import type { IntegrationSpec } from '../document/route';

/** Names of environment variables with the address of a server on this machine. */
const prefix = 'TYPE_SAFE_API_BACKEND_';

/** The server of an HTTP integration as this machine can call it. */
export interface LocalServer {
  /** With variables left in. */
  readonly uri: string;
  /** Why it cannot be called, with the remedy; nothing when it can. */
  readonly unavailable?: string;
}

/**
 * Where to call an HTTP backend: the address that an environment variable gives for its host, else its own. A host in a private network,
 * or one that has its name only when the app is deployed, needs such a variable.
 */
export function localServerOf({ uri, isPrivate }: IntegrationSpec): LocalServer {
  const [, origin = '', host = '', rest = ''] = /^(https?:\/\/([^/:?]+)(?::\d+)?)(.*)$/s.exec(uri) ?? [];
  const name = variableOf(host);
  const address = process.env[name];
  if (address !== undefined && address !== '') return locate(name, address, rest, uri);
  const reason = isPrivate
    ? 'is in a private network, behind a VPC link'
    : 'has its name only when the app is deployed';
  if (!isPrivate && !isPlaceholder(host)) return { uri };
  return {
    uri,
    unavailable: `${origin} ${reason}; run it here, and set ${name} to its address, such as http://localhost:8080`,
  };
}

function locate(name: string, address: string, rest: string, uri: string): LocalServer {
  if (/^https?:\/\/[^/?#\s]+[^?#\s]*$/.test(address)) return { uri: address.replace(/\/$/, '') + rest };
  return { uri, unavailable: `${name} is '${address}', which is no address such as http://localhost:8080` };
}

/** `Service-Nlb.DNSName` is a resource of the app: `TYPE_SAFE_API_BACKEND_SERVICE_NLB`. */
function variableOf(host: string): string {
  const name = isPlaceholder(host) ? host.slice(0, host.lastIndexOf('.')) : host;
  return prefix + name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}

/** An attribute of a resource, which stands where CloudFormation puts a name. */
function isPlaceholder(host: string): boolean {
  return /\.[A-Z][A-Za-z]*$/.test(host);
}
