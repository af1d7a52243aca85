import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  reserved: define<{ path: string }>(
    'gateway-reserved-path',
    'info',
    ({ path }) =>
      `API Gateway answers '${path}' itself where the API has a custom domain name; choose another path if it will have one`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const reservedPaths: Rule = {
  feature: 'the paths `/ping` and `/sping`',
  gateway: 'answers them itself under a custom domain name',
  answer: 'served as the others',
  checkedBy: 'nobody',
  diagnostics,
  operation: ({ route, item }, source) => {
    const { path } = route;
    if (path === '/ping' || path === '/sping') source.report((place) => diagnostics.reserved(place, { path }), item);
  },
};
