import { define } from '../../../shared/diagnostics';
import type { LocatedObject, Source } from '../source';
import { parameterSchema } from './parameter-schema';
import type { Rule } from './rule';

const diagnostics = {
  notEnforced: define<{ what: string; keywords: readonly string[] }>(
    'gateway-not-enforced',
    'info',
    ({ what, keywords }) => `API Gateway ${what}; the handler checks ${keywords.join(', ')}`,
  ),
};

/** Keywords of a parameter's schema that API Gateway does not look at. */
const constraints = new Set([
  ...['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'items', 'prefixItems'],
  ...['oneOf', 'anyOf', 'allOf', 'not'],
]);

/** Reports what API Gateway does not check of a parameter that it knows. */
export function reportConstraints(source: Source, parameter: LocatedObject, isRequired: boolean): void {
  const schema = parameterSchema(source, parameter);
  if (schema === undefined) return;
  const keywords = Object.keys(schema.value).filter((keyword) => constraints.has(keyword));
  if (schema.value.type !== undefined && schema.value.type !== 'string') keywords.unshift('type');
  if (parameter.value.content !== undefined) keywords.unshift('content');
  if (keywords.length === 0) return;
  const name = String(parameter.value.name);
  const what = isRequired ? `checks only that '${name}' is present` : `does not check '${name}'`;
  const [only, ...others] = keywords;
  const pointer = others.length === 0 && only !== 'content' ? `${schema.pointer}/${only}` : schema.pointer;
  source.report((place) => diagnostics.notEnforced(place, { what, keywords }), pointer);
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const parameterConstraints: Rule = {
  feature: 'types, `enum`, `pattern`, bounds, `style`, `explode` and `content` of parameters',
  gateway: 'knows `name`, `in`, `required`, `type` and `description`, and checks only that a parameter is there',
  answer: 'left out but the type',
  checkedBy: 'the handler',
  diagnostics,
};
