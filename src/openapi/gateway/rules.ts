import { define } from '../../shared/diagnostics';

/** Everything there is to say about a model on its way to API Gateway, one entry a kind. */
export const rules = {
  /** A constraint that only the handler checks. */
  notEnforced: define<{ what: string; keywords: readonly string[] }>(
    'gateway-not-enforced',
    'info',
    ({ what, keywords }) => `API Gateway ${what}; the handler checks ${keywords.join(', ')}`,
  ),
  notEnforcedSecurity: define<{ schemes: readonly string[] }>(
    'gateway-not-enforced',
    'info',
    ({ schemes }) =>
      `API Gateway does not know the security scheme ${schemes.map((name) => `'${name}'`).join(', ')}; give the operation an authorizer in the CDK app`,
  ),
  optionalBody: define<object>(
    'gateway-not-enforced',
    'info',
    () =>
      "API Gateway would refuse a request without the optional body, so only the handler checks it; add 'required: true' if there always is one",
  ),
  nameNotAllowed: define<{ name: string; location: string }>(
    'gateway-not-enforced',
    'info',
    ({ name, location }) =>
      `API Gateway cannot declare a ${location} parameter called '${name}', only letters, digits and . _ $ - are allowed; the handler checks it`,
  ),
  noSuchLocation: define<{ name: string; how: string }>(
    'gateway-not-enforced',
    'info',
    ({ name, how }) => `API Gateway cannot check '${name}', which is sent ${how}; the handler does`,
  ),
  renamedVariable: define<{ name: string; gatewayName: string; path: string }>(
    'gateway-renamed-variable',
    'info',
    ({ name, gatewayName, path }) =>
      `API Gateway knows '{${name}}' as '{${gatewayName}}' (${path}), because a variable there has one name of letters, digits and . _ : -; handlers and clients keep '${name}'`,
  ),
  invalidPath: define<{ path: string; reason: string }>(
    'gateway-path',
    'warning',
    ({ path, reason }) =>
      `API Gateway cannot serve '${path}': ${reason}; as long as it is so, the API cannot be deployed`,
  ),
  droppedResponse: define<{ status: string }>(
    'gateway-response',
    'info',
    ({ status }) =>
      `API Gateway has no responses for '${status}'; integrations declare each status that they answer with`,
  ),
  reservedPath: define<{ path: string }>(
    'gateway-reserved-path',
    'info',
    ({ path }) =>
      `API Gateway answers '${path}' itself where the API has a custom domain name; choose another path if it will have one`,
  ),
} as const;
