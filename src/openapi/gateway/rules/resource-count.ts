import { define } from '../../../shared/diagnostics';
import { isJsonObject } from '../../../shared/json';
import type { Rule } from './rule';

/** Can be raised. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const resourceQuota = 300;

const diagnostics = {
  tooMany: define<{ count: number; quota: number }>(
    'gateway-limit',
    'info',
    ({ count, quota }) =>
      `the API has ${count} resources (nodes of the tree of its paths), and the quota of an account is ${quota}; have 'Resources per API' raised in Service Quotas, or split the model into several APIs`,
  ),
};

export const resourceCount: Rule = {
  feature: 'the number of paths',
  gateway: `has at most ${resourceQuota} resources, the nodes of the tree of paths, unless the quota is raised`,
  answer: 'counted by `check`, and again at synth',
  checkedBy: 'the build',
  diagnostics,
  result: ({ paths }, report) => {
    const nodes = new Set(['']);
    for (const path of Object.keys(isJsonObject(paths) ? paths : {})) {
      for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) nodes.add(path.slice(0, end));
    }
    nodes.delete('/');
    const count = nodes.size;
    if (count > resourceQuota) {
      report((place) => diagnostics.tooMany(place, { count, quota: resourceQuota }), '/paths');
    }
  },
};
