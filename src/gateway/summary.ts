import { caveatsOfKeys } from './api-keys/check-api-key';
import { findAuthorizer } from './authorizers/registry';
import type { Route } from './document/route';
import type { Handling } from './handle';
import type { Summary } from './integrations/integration';
import { findIntegration } from './integrations/registry';

/** An API for the terminal. */
export interface ApiSummary {
  readonly name: string;
  /** Nothing while its server is not open yet. */
  readonly url: string | undefined;
  readonly operations: readonly OperationSummary[];
  /** What of the whole API is not enforced here, or done differently. */
  readonly caveats: readonly string[];
}

/** An operation for the terminal. */
export interface OperationSummary extends Summary {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
  /** What is done differently here than in the cloud; absent when nothing is. */
  readonly caveats?: readonly string[];
}

/** Describes an API. CORS preflights are left out: there is one for every path. */
export function summarize(handling: Handling, url: string | undefined): ApiSummary {
  const { api, backends } = handling;
  const shown = api.gateway.routes.filter(
    ({ method, integration }) => !(method === 'OPTIONS' && integration.type === 'mock'),
  );
  const { limits } = api;
  return {
    name: api.name,
    url,
    operations: shown.map((route) => summarizeOperation(route, handling)),
    caveats: [...backends.app.notes, ...(limits.length === 0 ? [] : [`not enforced here: ${limits.join(', ')}`])],
  };
}

function summarizeOperation(route: Route, { api, backends }: Handling): OperationSummary {
  const { method, path, operationId, authorizer, apiKeyRequired, integration: spec } = route;
  const integration = findIntegration(spec);
  const caveats = [
    ...(authorizer === undefined ? [] : (findAuthorizer(authorizer.kind).caveats?.(authorizer, backends) ?? [])),
    ...(apiKeyRequired ? caveatsOfKeys(api, backends) : []),
    ...(integration.caveats?.(route, backends) ?? []),
  ];
  return {
    method,
    path,
    ...(operationId === undefined ? {} : { operationId }),
    ...integration.summarize(route, backends),
    ...(caveats.length === 0 ? {} : { caveats }),
  };
}
