import { define } from '../../../shared/diagnostics';
import type { Json, JsonObject } from '../../../shared/json';
import { checkedFormats } from '../checked-formats';
import { follow, type LocatedObject, type Source, stringsOf } from '../source';
import { parameterSchema } from './parameter-schema';
import type { Rule } from './rule';

const diagnostics = {
  mayBeBlank: define<{ name: string }>(
    'gateway-not-enforced',
    'info',
    ({ name }) =>
      `API Gateway would refuse a blank '${name}', which the model allows, so only the handler checks that it is there; rule a blank one out if there is none, for a text by 'minLength: 1'`,
  ),
};

/** Types of which no value is written as an empty text. */
const neverBlank = new Set<Json>(['integer', 'number', 'boolean']);

function refusesBlank(source: Source, parameter: LocatedObject): boolean {
  const { value } = parameter;
  const schema = parameterSchema(source, parameter);
  if (schema === undefined || value.allowEmptyValue === true) return false;
  const isList = schema.value.type === 'array' && value.content === undefined;
  const isExploded = value.in === 'query' && value.explode !== false && (value.style ?? 'form') === 'form';
  if (!isList) return schemaRefusesBlank(source, schema);
  // A list of one blank text, or of none.
  if (!isExploded) return isPositive(schema.value.minItems);
  const items = { pointer: `${schema.pointer}/items`, value: schema.value.items ?? {} };
  const item = follow(source, items);
  return item !== undefined && schemaRefusesBlank(source, item);
}

/** True if an empty text is not valid: for a constraint that one sees without evaluating schemas. */
function schemaRefusesBlank(source: Source, schema: LocatedObject, depth = 0): boolean {
  const { type, nullable, enum: values, const: constant, minLength, allOf } = schema.value;
  if (nullable === true) return false;
  if (typeof type === 'string' && neverBlank.has(type)) return true;
  if (Array.isArray(values)) return !values.includes('') && !values.includes(null);
  if (constant !== undefined) return constant !== '' && constant !== null;
  if (type === 'object') return stringsOf(schema.value.required).length > 0;
  if (Array.isArray(allOf) && depth < deepest) {
    const members = allOf.map((value, index) => follow(source, { pointer: `${schema.pointer}/allOf/${index}`, value }));
    if (members.some((member) => member !== undefined && schemaRefusesBlank(source, member, depth + 1))) return true;
  }
  return type === 'string' && (isPositive(minLength) || refusesBlankText(schema.value));
}

/** Schemas may refer to themselves. */
const deepest = 4;

function refusesBlankText({ format, pattern }: JsonObject): boolean {
  if (typeof format === 'string' && checkedFormats.has(format)) return true;
  try {
    return typeof pattern === 'string' && !new RegExp(pattern, 'u').test('');
  } catch {
    return false;
  }
}

function isPositive(count: Json | undefined): boolean {
  return typeof count === 'number' && count > 0;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const blankParameters: Rule = {
  feature: 'required parameters that may be blank, `?q=`',
  gateway: 'checks that a required parameter is there, and refuses one that is blank',
  answer: 'required there only if a blank one is not valid: a number, `minLength: 1`, an `enum`, a `pattern` …',
  checkedBy: 'the handler',
  diagnostics,
  parameter: (parameter, source) => {
    if (parameter.value.required !== true || refusesBlank(source, parameter)) return undefined;
    const name = String(parameter.value.name);
    source.report((place) => diagnostics.mayBeBlank(place, { name }), parameter.pointer);
    return 'not-required';
  },
};
