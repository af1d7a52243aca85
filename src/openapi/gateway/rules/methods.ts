import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  bodyOfRead: define<{ method: string }>(
    'gateway-body',
    'warning',
    ({ method }) =>
      `an API with an edge-optimized endpoint answers ${method} requests with a body by 403, and browsers do not send them; use parameters, or POST`,
  ),
};

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html */
export const methods: Rule = {
  feature: '`get` and `head` with a `requestBody`',
  gateway: 'an edge-optimized endpoint refuses them with 403; a regional one hands them on',
  answer: 'served as the others',
  checkedBy: 'both',
  diagnostics,
  operation: ({ method, body }, source) => {
    if (body === undefined || (method !== 'get' && method !== 'head')) return;
    source.report((place) => diagnostics.bodyOfRead(place, { method: method.toUpperCase() }), body.pointer);
  },
};
