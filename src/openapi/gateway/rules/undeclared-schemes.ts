import { define } from '../../../shared/diagnostics';
import { namesOf, requirementsOf, schemeOf } from '../security';
import type { Rule } from './rule';

const diagnostics = {
  undeclared: define<{ name: string }>(
    'gateway-security',
    'warning',
    ({ name }) =>
      `the security scheme '${name}' is not declared, so nothing is known of it; declare it under components.securitySchemes, or correct the name`,
  ),
};

export const undeclaredSchemes: Rule = {
  feature: 'security schemes that are not declared',
  gateway: 'refuses them',
  answer: 'kept as one that the app has to implement',
  checkedBy: 'the app',
  diagnostics,
  operation: ({ operation }, source) => {
    const { requirements, pointer } = requirementsOf(source, operation);
    for (const name of namesOf(requirements)) {
      if (schemeOf(source, name) === undefined)
        source.report((place) => diagnostics.undeclared(place, { name }), pointer);
    }
  },
};
