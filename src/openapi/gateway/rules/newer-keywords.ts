import { define } from '../../../shared/diagnostics';
import { dropped } from '../conversion';
import type { Source } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  weakened: define<{ keywords: readonly string[] }>(
    'gateway-not-enforced',
    'info',
    ({ keywords }) => `API Gateway does not check all of this schema; the handler checks ${keywords.join(', ')}`,
  ),
};

/** Reports the keywords of a schema that say more than what is left of them. */
export function reportWeakened(source: Source, pointer: string, keywords: readonly string[]): void {
  const at = keywords.length === 1 ? `${pointer}/${keywords[0]}` : pointer;
  source.report((place) => diagnostics.weakened(place, { keywords }), at);
}

const keywords = [
  ...['patternProperties', 'unevaluatedProperties', 'unevaluatedItems', 'propertyNames', 'prefixItems', 'contains'],
  ...['if', 'dependentSchemas', 'dependentRequired', 'dependencies', '$dynamicRef', '$recursiveRef'],
];

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const newerKeywords: Rule = {
  feature: '`prefixItems` and other keywords that are not in OpenAPI 3.0',
  gateway: 'knows JSON Schema draft 4, as far as OpenAPI 3.0 has it',
  answer: 'left out',
  checkedBy: 'the handler',
  diagnostics,
  keywords: Object.fromEntries(keywords.map((keyword) => [keyword, () => dropped])),
};
