import { findAuthorizer } from './authorizers/registry';
import type { Handling } from './handle';
import type { Summary } from './integrations/integration';
import { findIntegration } from './integrations/registry';

/** An API for the terminal. */
export interface ApiSummary {
  readonly name: string;
  /** Nothing while its server is not open yet. */
  readonly url: string | undefined;
  readonly operations: readonly OperationSummary[];
  /** What is not enforced here, or done differently. */
  readonly caveats: readonly string[];
}

/** An operation for the terminal. */
export interface OperationSummary extends Summary {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
}

/** Describes an API. CORS preflights are left out: there is one for every path. */
export function summarize({ api, backends }: Handling, url: string | undefined): ApiSummary {
  const { routes } = api.gateway;
  const shown = routes.filter(({ method, integration }) => !(method === 'OPTIONS' && integration.type === 'mock'));
  const kinds = new Set(routes.flatMap(({ authorizer }) => (authorizer === undefined ? [] : [authorizer.kind])));
  const authorizers = [...kinds].map((kind) => findAuthorizer(kind).caveat).filter((caveat) => caveat !== undefined);
  const keys = routes.some(({ apiKeyRequired }) => apiKeyRequired) ? ['API keys: every value is accepted'] : [];
  return {
    name: api.name,
    url,
    operations: shown.map((route) => ({
      method: route.method,
      path: route.path,
      ...(route.operationId === undefined ? {} : { operationId: route.operationId }),
      ...findIntegration(route.integration).summarize(route, backends),
    })),
    caveats: [
      ...backends.app.notes,
      ...authorizers,
      ...new Set(shown.flatMap((route) => findIntegration(route.integration).caveats?.(route, backends) ?? [])),
      ...keys,
      'not enforced here: WAF, throttling, usage plans',
    ],
  };
}
