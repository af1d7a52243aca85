import { define } from '../../../shared/diagnostics';
import { countResources, documentLimits } from '../limits';
import type { Rule } from './rule';

const quota = documentLimits.resources;

const diagnostics = {
  tooMany: define<{ count: number; quota: number }>(
    'gateway-limit',
    'info',
    ({ count, quota }) =>
      `the API has ${count} resources (nodes of the tree of its paths), and the quota of an account is ${quota}; have 'Resources per API' raised in Service Quotas, or split the model into several APIs`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
export const resourceCount: Rule = {
  feature: 'the number of paths',
  gateway: `has at most ${quota} resources, the nodes of the tree of paths, unless the quota is raised`,
  answer: 'counted by `check`, and again at synth',
  checkedBy: 'the build',
  diagnostics,
  result: (document, report) => {
    const count = countResources(document);
    if (count > quota) report((place) => diagnostics.tooMany(place, { count, quota }), '/paths');
  },
};
