import { type KeywordRule, needless } from '../conversion';
import { additionalProperties } from './additional-properties';
import { allOf, anyOf, not, oneOf } from './composition';
import { dropKeyword } from './drop';
import { constant, enumeration } from './enumeration';
import { items } from './items';
import { count, greatestMaximum, leastMinimum, multipleOf } from './numbers';
import { pattern } from './pattern';
import { properties } from './properties';
import { required } from './required';
import { type } from './type';

/** What becomes of each keyword that can make a value invalid. All others are left out, and nothing is lost. */
export const keywordRules: ReadonlyMap<string, KeywordRule> = new Map<string, KeywordRule>([
  ['type', type],
  ['enum', enumeration],
  ['const', constant],
  ['properties', properties],
  ['required', required],
  ['additionalProperties', additionalProperties],
  ['items', items],
  ['allOf', allOf],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
  ['not', not],
  ['minimum', leastMinimum],
  ['exclusiveMinimum', leastMinimum],
  ['maximum', greatestMaximum],
  ['exclusiveMaximum', greatestMaximum],
  ['multipleOf', multipleOf],
  ['minLength', count('minLength')],
  ['maxLength', count('maxLength')],
  ['pattern', pattern],
  ['uniqueItems', (value) => (value === true ? { add: { uniqueItems: true }, exact: true } : needless)],
  ['minProperties', count('minProperties')],
  ['maxProperties', count('maxProperties')],
  // Ignored by the import, which would say so in a warning.
  ['minItems', dropKeyword],
  ['maxItems', dropKeyword],
  // Not in OpenAPI 3.0.
  ...[
    ...['patternProperties', 'unevaluatedProperties', 'unevaluatedItems', 'propertyNames', 'prefixItems', 'contains'],
    ...['if', 'dependentSchemas', 'dependentRequired', 'dependencies', '$dynamicRef', '$recursiveRef'],
  ].map((keyword): [string, KeywordRule] => [keyword, dropKeyword]),
]);
