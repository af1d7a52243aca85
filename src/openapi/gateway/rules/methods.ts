import type { Rule } from './rule';

/**
 * What codegen reports, since it is so for every server.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export const methods: Rule = {
  feature: '`get` and `head` with a `requestBody`',
  gateway: 'an edge-optimized endpoint refuses them with 403; a regional one hands them on',
  answer: 'the body is ignored, as `fetch` cannot send one (`ignored-body`)',
  checkedBy: 'the build',
};
