import { define } from '../../../shared/diagnostics';
import { isNative, namesOf, quoted, requirementsOf, schemeOf } from '../security';
import type { Rule } from './rule';

const diagnostics = {
  unknown: define<{ schemes: readonly string[] }>(
    'gateway-not-enforced',
    'info',
    ({ schemes }) =>
      `API Gateway does not know the security scheme ${quoted(schemes)}; give the operation an authorizer in the CDK app`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const securitySchemes: Rule = {
  feature: 'security schemes of `http`, `oauth2`, `openIdConnect`, and API keys but `x-api-key`',
  gateway: 'checks the header `x-api-key` by itself, and all else by an authorizer',
  answer: 'an authorizer of the app implements them; an operation that has none is told at synth',
  checkedBy: 'the app',
  diagnostics,
  operation: ({ operation }, source) => {
    const { requirements, pointer } = requirementsOf(source, operation);
    const unknown = namesOf(requirements).filter((name) => {
      const scheme = schemeOf(source, name);
      return scheme !== undefined && !isNative(scheme);
    });
    if (unknown.length > 0) source.report((place) => diagnostics.unknown(place, { schemes: unknown }), pointer);
  },
};
