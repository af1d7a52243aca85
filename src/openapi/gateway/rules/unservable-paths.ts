import { define } from '../../../shared/diagnostics';
import type { Source } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  invalidPath: define<{ path: string; reason: string }>(
    'gateway-path',
    'warning',
    ({ path, reason }) =>
      `API Gateway cannot serve '${path}': ${reason}; as long as it is so, the infrastructure is generated without it`,
  ),
};

/** Reports an operation that is left out. */
export function reportUnservable(source: Source, item: string, path: string, reason: string): void {
  source.report((place) => diagnostics.invalidPath(place, { path, reason }), item);
}

export const unservablePaths: Rule = {
  feature: 'paths that are the same in API Gateway, `/a/{x}` and `/a/{y}`',
  gateway: 'has one resource for them, with one method of each kind',
  answer: 'the first operation is served, others are left out',
  checkedBy: 'the build',
  diagnostics,
};
