import { define } from '../../../shared/diagnostics';
import type { Json } from '../../../shared/json';
import { namesOf, quoted, requirementsOf, schemeOf } from '../security';
import { authorizerKind } from '../security-schemes';
import type { Source } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  several: define<{ names: readonly string[] }>(
    'gateway-security',
    'warning',
    ({ names }) =>
      `an operation has one authorizer in API Gateway, which cannot be all of ${quoted(names)}; keep one, or give the operation a custom authorizer that knows them all`,
  ),
  optional: define<{ names: readonly string[] }>(
    'gateway-security',
    'warning',
    ({ names }) =>
      `API Gateway cannot make ${quoted(names)} optional, so anybody may call the operation, and its integration has to check credentials; remove the empty requirement, or let a request authorizer with an empty identitySource implement it`,
  ),
};

/** Whether the alternatives are not all of one and the same authorizer, although one of them is of one. */
function needChoice(alternatives: readonly Json[], source: Source): boolean {
  const authorizers = alternatives.map((requirement) =>
    namesOf([requirement]).filter((name) => authorizerKind(schemeOf(source, name)) !== undefined),
  );
  const [first] = authorizers.flat();
  return first !== undefined && authorizers.some((names) => names.length !== 1 || names[0] !== first);
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html */
export const securityAlternatives: Rule = {
  feature: '`security` with alternatives, or that is optional',
  gateway: 'has one authorizer and one API key for an operation, and both are needed',
  answer:
    'the app chooses from alternatives; an operation whose security is optional is public, unless its authorizer is asked about every request',
  checkedBy: 'the app',
  diagnostics,
  operation: ({ operation }, source) => {
    const { requirements, pointer } = requirementsOf(source, operation);
    const alternatives = requirements.filter((requirement) => namesOf([requirement]).length > 0);
    if (alternatives.length === 0) return;
    const names = namesOf(alternatives);
    if (needChoice(alternatives, source)) source.report((place) => diagnostics.several(place, { names }), pointer);
    const isOptional = alternatives.length < requirements.length;
    if (isOptional) source.report((place) => diagnostics.optional(place, { names }), pointer);
  },
};
