import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  callbacks: define<{ what: string }>(
    'gateway-ignored',
    'info',
    ({ what }) => `API Gateway only answers requests, so nothing is generated from ${what}; the handler sends them`,
  ),
};

export const callbacks: Rule = {
  feature: '`callbacks`, `webhooks`',
  gateway: 'does not know them',
  answer: 'left out: requests that the API sends are sent by handlers',
  checkedBy: 'nobody',
  diagnostics,
  document: ({ root, report }) => {
    if (root.webhooks !== undefined) report((place) => diagnostics.callbacks(place, { what: 'webhooks' }), '/webhooks');
  },
  operation: ({ operation }, source) => {
    if (operation.value.callbacks === undefined) return;
    source.report((place) => diagnostics.callbacks(place, { what: 'callbacks' }), `${operation.pointer}/callbacks`);
  },
};
