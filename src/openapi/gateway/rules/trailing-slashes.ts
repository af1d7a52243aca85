import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  trailingSlash: define<{ path: string }>(
    'gateway-path',
    'info',
    ({ path }) =>
      `API Gateway knows '${path}' without the slash at its end; remove it from the model, so that clients do not send it`,
  ),
};

export const trailingSlashes: Rule = {
  feature: 'a slash at the end of a path, `/a/`',
  gateway: 'has no such resource; `/a` and `/a/` are the same',
  answer: 'served without the slash',
  checkedBy: 'API Gateway',
  diagnostics,
  operation: ({ path, item }, source) => {
    if (path.length > 1 && path.endsWith('/')) {
      source.report((place) => diagnostics.trailingSlash(place, { path }), item);
    }
  },
};
