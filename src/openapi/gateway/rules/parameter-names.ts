import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  nameNotAllowed: define<{ name: string; location: string }>(
    'gateway-not-enforced',
    'info',
    ({ name, location }) =>
      `API Gateway cannot declare a ${location} parameter called '${name}', only letters, digits and . _ $ - are allowed; the handler checks it`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html */
export const parameterNames: Rule = {
  feature: 'names of parameters with other characters, `filter[state]`',
  gateway: 'declares names of letters, digits and `. _ $ -`',
  answer: 'not declared; what a caller sends reaches a handler all the same',
  checkedBy: 'the handler',
  diagnostics,
  parameter: ({ pointer, value }, source) => {
    const { name, in: location } = value;
    if (typeof name !== 'string' || /^[\w.$-]+$/.test(name)) return undefined;
    source.report((place) => diagnostics.nameNotAllowed(place, { name, location: String(location) }), pointer);
    return 'not-declared';
  },
};
