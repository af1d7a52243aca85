import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  interim: define<{ status: string }>(
    'gateway-response',
    'warning',
    ({ status }) =>
      `${status} is an interim response, and API Gateway answers a request once, by the final one; remove it, or use a status from 200 up`,
  ),
};

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-15.2 */
export const interimResponses: Rule = {
  feature: 'responses of `1XX`',
  gateway: 'answers once, by a final response',
  answer: 'declared as the others; no handler can send one',
  checkedBy: 'nobody',
  diagnostics,
  response: ({ status, pointer }, source) => {
    if (status.startsWith('1')) source.report((place) => diagnostics.interim(place, { status }), pointer);
  },
};
