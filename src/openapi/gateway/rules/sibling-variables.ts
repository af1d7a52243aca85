import { define } from '../../../shared/diagnostics';
import type { Source } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  renamed: define<{ name: string; gatewayName: string }>(
    'gateway-renamed-variable',
    'info',
    ({ name, gatewayName }) =>
      `API Gateway knows '{${name}}' as '{${gatewayName}}', because a variable there has one name of letters, digits and . _ : -; handlers and clients keep '${name}'`,
  ),
};

/** Reports that a path parameter has another name in API Gateway. */
export function reportRenamed(source: Source, parameter: string, name: string, gatewayName: string): void {
  source.report((place) => diagnostics.renamed(place, { name, gatewayName }), parameter);
}

export const siblingVariables: Rule = {
  feature: 'variables with several names at one place, `/users/{name}` and `/users/{id}/keys`',
  gateway: 'has one name for the variable',
  answer: 'the first name counts there; handlers, clients and integrations keep those of the model',
  checkedBy: 'both',
  diagnostics,
};
