import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  cookie: define<{ name: string }>(
    'gateway-not-enforced',
    'info',
    ({ name }) => `API Gateway cannot check '${name}', which is sent as a cookie; the handler does`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html */
export const cookies: Rule = {
  feature: 'parameters `in: cookie`',
  gateway: 'has parameters in path, query and headers only',
  answer: 'not declared; the header `Cookie` reaches a handler all the same',
  checkedBy: 'the handler',
  diagnostics,
  parameter: ({ pointer, value }, source) => {
    if (value.in !== 'cookie') return undefined;
    source.report((place) => diagnostics.cookie(place, { name: String(value.name) }), pointer);
    return 'not-declared';
  },
};
