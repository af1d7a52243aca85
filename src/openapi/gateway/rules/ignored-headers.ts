import type { Rule } from './rule';

/** OpenAPI ignores header parameters of these names. */
const ignored = new Set(['accept', 'content-type', 'authorization']);

/** @see https://spec.openapis.org/oas/v3.1.0#parameter-object */
export const ignoredHeaders: Rule = {
  feature: 'header parameters called `Accept`, `Content-Type`, `Authorization`',
  gateway: 'would declare them',
  answer: 'a warning (`ignored-header-parameter`), and not declared: OpenAPI ignores them',
  checkedBy: 'nobody',
  parameter: ({ value }) =>
    value.in === 'header' && ignored.has(String(value.name).toLowerCase()) ? 'not-declared' : undefined,
};
