import { define } from '../../../shared/diagnostics';
import type { Source } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  recursion: define<{ ref: string }>(
    'gateway-not-enforced',
    'info',
    ({ ref }) =>
      `API Gateway cannot check '${ref}' here, where the schema refers to itself from inside of oneOf, anyOf, allOf or not; the handler does`,
  ),
};

/** Reports a reference that allows anything in API Gateway. */
export function reportRecursion(source: Source, pointer: string, ref: string): void {
  source.report((place) => diagnostics.recursion(place, { ref }), pointer);
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const recursion: Rule = {
  feature: 'schemas that refer to themselves',
  gateway: 'knows models that do, but not from inside of `oneOf`, `anyOf` and `allOf`',
  answer: 'stay; a reference from inside of these allows anything',
  checkedBy: 'both',
  diagnostics,
};
