import { define } from '../../../shared/diagnostics';
import { hasAuthorizer, namesOf, requirementsOf, schemeOf } from '../security';
import type { Rule } from './rule';

const diagnostics = {
  several: define<{ names: readonly string[] }>(
    'gateway-security',
    'warning',
    ({ names }) =>
      `API Gateway has one authorizer for an operation, not ${names.map((name) => `'${name}'`).join(', ')}; keep one, or give the operation a custom authorizer that knows them all`,
  ),
  optional: define<{ names: readonly string[] }>(
    'gateway-security',
    'warning',
    ({ names }) =>
      `API Gateway cannot make ${names.map((name) => `'${name}'`).join(', ')} optional, and refuses callers without; remove the empty requirement, or give the operation a custom authorizer`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html */
export const securityAlternatives: Rule = {
  feature: '`security` with alternatives, or that is optional',
  gateway: 'has one authorizer and one API key for an operation, and both are needed',
  answer: 'stays for the app, which chooses',
  checkedBy: 'the app',
  diagnostics,
  operation: ({ operation }, source) => {
    const { requirements, pointer } = requirementsOf(source, operation);
    if (requirements.length === 0) return;
    const names = namesOf(requirements).filter((name) => hasAuthorizer(schemeOf(source, name)));
    if (names.length > 1) source.report((place) => diagnostics.several(place, { names }), pointer);
    const isOptional = requirements.some((requirement) => namesOf([requirement]).length === 0);
    if (isOptional && names.length > 0) source.report((place) => diagnostics.optional(place, { names }), pointer);
  },
};
