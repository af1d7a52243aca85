import type { ErrorObject } from 'ajv';

type Explain = (error: ErrorObject) => string;

/** The wording of API Gateway's own validator, by keyword. */
const messages: Readonly<Record<string, Explain>> = {
  required: ({ params }) => `object has missing required properties (["${params.missingProperty}"])`,
  type: ({ data, params }) =>
    `instance type (${typeOf(data)}) does not match any allowed primitive type (allowed: [${quoted(params.type)}])`,
  enum: ({ data, params }) =>
    `instance value (${JSON.stringify(data)}) not found in enum (possible values: ${JSON.stringify(params.allowedValues)})`,
  pattern: ({ data, params }) => `ECMA 262 regex "${params.pattern}" does not match input string "${data}"`,
  minLength: ({ data, params }) =>
    `string "${data}" is too short (length: ${length(data)}, required minimum: ${params.limit})`,
  maxLength: ({ data, params }) =>
    `string "${data}" is too long (length: ${length(data)}, maximum allowed: ${params.limit})`,
  minimum: ({ data, params }) =>
    `numeric instance is lower than the required minimum (minimum: ${params.limit}, found: ${data})`,
  maximum: ({ data, params }) =>
    `numeric instance is greater than the required maximum (maximum: ${params.limit}, found: ${data})`,
  additionalProperties: ({ params }) =>
    `object instance has properties which are not allowed by the schema: ["${params.additionalProperty}"]`,
  minItems: ({ data, params }) =>
    `array is too short: must have at least ${params.limit} elements but instance has ${length(data)} elements`,
  maxItems: ({ data, params }) =>
    `array is too long: must have at most ${params.limit} elements but instance has ${length(data)} elements`,
  anyOf: () => 'instance failed to match at least one required schema',
  oneOf: () => 'instance failed to match exactly one schema',
};

/** One violation, with the place of the value where it is not the whole body. */
export function explain(error: ErrorObject): string {
  const what = (Object.hasOwn(messages, error.keyword) ? messages[error.keyword] : undefined)?.(error) ?? error.message;
  return error.instancePath === '' ? `${what}` : `${what} at ${error.instancePath}`;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function quoted(types: unknown): string {
  return [types]
    .flat()
    .map((type) => `"${type}"`)
    .join(',');
}

function length(value: unknown): number {
  return Array.isArray(value) ? value.length : [...String(value)].length;
}
