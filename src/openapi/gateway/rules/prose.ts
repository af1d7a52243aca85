import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const prose: Rule = {
  feature:
    '`summary`, `description`, `title`, `tags`, `externalDocs`, `deprecated`, `example`, `examples`, `default`, `links`, `xml`, `writeOnly`, `content…` of schemas',
  gateway: 'drops some, and has limits on the size of others',
  answer: 'left out: they are for people, and for the generated documentation and types',
  checkedBy: 'nobody',
};
