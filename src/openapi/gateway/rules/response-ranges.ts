import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  range: define<{ status: string }>(
    'gateway-response',
    'info',
    ({ status }) =>
      `API Gateway has no responses for '${status}'; integrations declare each status that they answer with`,
  ),
};

export const responseRanges: Rule = {
  feature: 'the responses `default` and `4XX`',
  gateway: 'knows responses by their status only',
  answer: 'left out; integrations declare each status that they answer with',
  checkedBy: 'the handler',
  diagnostics,
  response: ({ status, pointer }, source) => {
    if (!/^[1-5]\d\d$/.test(status)) source.report((place) => diagnostics.range(place, { status }), pointer);
  },
};
